/** Sections of a classic profile: found by the empty anchor at their start, whose id is in no language. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, first, lines, tidy, textOf } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import { isProfileId } from './profile-id.ts';
import { countIn, educationIn, positionsIn, type Entry, type Row } from './rows.ts';
import type { Section } from './shown.ts';

export interface Owner {
  handle: string;
  slug?: string | undefined;
  /** Where a section is: on a profile by its anchor; a details page is one section as a whole. */
  sectionOf: (name: Name) => Element | null | undefined;
  isDetails?: boolean;
}

export type Name = 'experience' | 'education' | 'skills' | 'languages';

const ENTITY = '[data-view-name="profile-component-entity"]';
/** Before 2023 entities had a class only. */
const OLD_ENTITY = '.pvs-entity';

export function experienceSection(document: Document, subject: Owner): Section<RawPosition> | undefined {
  const lang = document.documentElement.lang;
  return rowsOf(document, subject, 'experience', (entry) => positionsIn(entry, lang));
}

export function educationSection(document: Document, subject: Owner): Section<RawEducation> | undefined {
  const lang = document.documentElement.lang;
  return rowsOf(document, subject, 'education', (entry) => educationIn(entry.lines, lang) ?? []);
}

/** Skills and languages: the first line of each; what follows are endorsers and levels. */
export const listSection = (document: Document, subject: Owner, name: 'skills' | 'languages'): Section<string> | undefined =>
  sectionOf(subject, name) && rowsOf(document, subject, name, (entry) => entry.lines[0] ?? []);

function rowsOf<T>(document: Document, subject: Owner, name: Name, read: (entry: Entry) => T | T[]): Section<T> | undefined {
  const section = sectionOf(subject, name);
  // All cards arrive together: where others are, a section that is not there does not exist.
  if (!section) return !subject.isDetails && hasCards(document) ? { items: [] } : undefined;
  const items = entitiesIn(section).flatMap((entity) => read(toEntry(entity)));
  return { items, more: subject.isDetails ? undefined : showAll(section, name) };
}

const hasCards = (document: Document): boolean =>
  first(document, 'main section[data-view-name="profile-card"],main section.pv-profile-card') !== undefined;

function sectionOf(subject: Owner, name: Name): Element | undefined {
  const section = subject.sectionOf(name);
  return section && !namesAnother(section, subject) ? section : undefined;
}

/** Links into sub-screens are of the section's owner: what the previous person left behind gives itself away. */
function namesAnother(section: Element, { handle, slug }: Owner): boolean {
  const link = first(section, 'a[href*="/in/"][href*="/details/"],a[href*="/in/"][href*="/overlay/"]');
  const owner = handleOfLink(link?.getAttribute('href'));
  return owner !== undefined && !isProfileId(owner) && owner !== handle && owner !== slug;
}

/** Of the section, or of the roles at one employer; one's own profile has pencils (`…-edit-…`) that lead to the same place. */
const showAll = (section: Element, name: Name): number | true | undefined =>
  countIn(
    all(section, `a[href*="/details/${name}"]`)
      .filter((anchor) => !/edit|add/.test(anchor.id))
      .map(textOf),
  );

/** The outermost entities; those in them are roles of one employer. */
function entitiesIn(section: Element): Element[] {
  const selector = first(section, ENTITY) ? ENTITY : OLD_ENTITY;
  return all(section, selector).filter((entity) => {
    const outer = entity.parentElement?.closest(selector);
    return !outer || !section.contains(outer);
  });
}

function toEntry(entity: Element): Entry {
  const row = toRow(entity);
  const selector = entity.matches(ENTITY) ? ENTITY : OLD_ENTITY;
  const inner = all(entity, selector).filter((role) => role.parentElement?.closest(selector) === entity);
  // Until 2022 roles of one employer were no entities of their own; their lines stood at a "path node".
  const nodes = inner.length > 0 ? inner : all(entity, '.pvs-entity__path-node').flatMap((node) => node.closest('li') ?? []);
  const roles = nodes.map(toRow).filter((role) => role.lines.length > 0 && !isMedium(role));
  const logos = all(entity, 'img[alt]').map((image) => tidy(image.getAttribute('alt')));
  return { ...row, roles, logos };
}

/** Media under a role can be entities as well, of one line: a file's name. */
const isMedium = (row: Row): boolean => row.lines.length < 2;

/** Every string stands there twice, once hidden from the ear and once from the eye; the first is the one that people see. */
function toRow(entity: Element): Row {
  const own = all(entity, 'span[aria-hidden="true"]').filter((span) => {
    const owner = span.closest(`${ENTITY},${OLD_ENTITY}`);
    return (!owner || owner === entity || owner.contains(entity)) && !span.parentElement?.closest('[aria-hidden="true"]');
  });
  const isBelow = (span: Element) => {
    const list = span.closest('ul');
    return list !== null && list !== entity && entity.contains(list);
  };
  const description = own
    .filter((span) => isBelow(span) && !span.closest('a') && span.firstElementChild?.tagName !== 'STRONG')
    .map((span) => lines(span).join('\n'))
    .find(Boolean)
    ?.replace(/\s*…$/, '');
  const printed = own
    .filter((span) => !isBelow(span))
    .map(textOf)
    .filter(Boolean);
  return { lines: printed, description };
}
