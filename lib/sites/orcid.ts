/**
 * ORCID records. The identifier is printed on the page, and its last character proves the others. Panels and sections have ids
 * that no translation changes; "Organisation: City, Country" and "2021-10 to present | Role (Department)" are the site's own forms.
 */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, first, hrefs, text, textOf, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const ID = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i;

/** ISO 7064, 11-2: the last character is computed from the fifteen before. */
export function isOrcid(id: string): boolean {
  if (!new RegExp(`^${ID.source}$`).test(id)) return false;
  const digits = id.replaceAll('-', '');
  let sum = 0;
  for (const digit of digits.slice(0, 15)) sum = (sum + Number(digit)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return digits[15] === (check === 10 ? 'X' : String(check));
}

/** The test hosts hold other records under the same numbers. */
export function identify(url: URL): Reference | undefined {
  const host = url.hostname.replace(/^www\./, '');
  if (!/^(?:(?:qa|sandbox)\.)?orcid\.org$/.test(host)) return undefined;
  const id = new RegExp(`^/(${ID.source})(?:/print)?/?$`, 'i').exec(url.pathname)?.[1]?.toUpperCase();
  if (!id || !isOrcid(id)) return undefined;
  return { site: 'orcid', handle: host === 'orcid.org' ? id : `${host}/${id}`, url: `https://${host}/${id}` };
}

const idOf = (reference: Reference): string => reference.handle.split('/').at(-1) ?? '';
const idIn = (printed: string): string | undefined => ID.exec(printed)?.[0].toUpperCase();

/** Where the record prints its own identifier: the header, or the side of it. Works and sources carry those of others. */
const shownId = (document: Document): string | undefined =>
  idIn(textOf(first(document, '#orcid-id, app-side-bar-id, app-record-header, orcid-header-banner, .orcid-id')));

/** A heading; on a record of one's own it is captioned, and the name is an element of its own. */
const headingOf = (document: Document): string =>
  text(document, '#publishedName') ||
  (all(document, '#names h1, orcid-header-banner h1, app-record-header h1, h1.name, .full-name')
    .filter((heading) => !first(heading, '.mat-caption'))
    .map(textOf)
    .find(Boolean) ??
    text(document, '#givenAndFamilyNames'));

function look(document: Document, reference: Reference): PageKind {
  const heading = headingOf(document);
  // The title may have gone on to the next record already: it counts with the name that the page prints.
  const id = shownId(document) ?? (document.title.startsWith(`${heading} (`) ? idIn(document.title) : undefined);
  if (first(document, 'app-not-found, #record-not-found')) return 'blocked';
  // The name comes before the rest of the record, and a bar tells so.
  if (!id || id !== idOf(reference) || !heading || first(document, 'app-top-bar mat-progress-bar')) return 'waiting';
  // An account that was closed or is kept back shows two words in the place of a name.
  return /^(?:given names deactivated|name is private$)/i.test(heading) ? 'blocked' : 'profile';
}

function read(document: Document): Draft {
  const draft = new DraftBuilder();
  const full = headingOf(document);
  if (full) draft.name({ full, splitFrom: 'landmark', cap: 0.9 }, 'landmark', 0.95);
  const jobs = sectionOf(document, 'employment').map(toPosition);
  draft.fill('positions', jobs, 'attribute', 0.9);
  const now = jobs.find(({ current }) => current);
  draft.set('title', now?.title, 'attribute', 0.85);
  draft.set('company', now?.company, 'attribute', 0.85);
  const schools = [...sectionOf(document, 'education-and-qualification'), ...sectionOf(document, 'education')];
  draft.fill('education', schools.map(toEducation), 'attribute', 0.9);
  draft.set('location', entriesOf(document, '#countries-panel, #country-panel')[0], 'attribute', 0.75);
  draft.fill(
    'emails',
    // The domains of addresses that are kept private stand among the addresses.
    entriesOf(document, '#emails-panel')
      .flatMap((entry) => entry.split(' '))
      .filter((word) => word.includes('@'))
      .map((email) => ({ text: email, as: 'address', of: 'person' })),
    'attribute',
    0.95,
  );
  const links = hrefs(document, '#websites-panel a[href^="http"], [id^="other-identifiers"] a[href^="http"]');
  draft.fill('links', links, 'attribute', 0.95);
  draft.fill('skills', entriesOf(document, '#keywords-panel'), 'attribute', 0.75);
  return draft.done();
}

/** The entries of a panel at the side: each in a line, with its source below, once it is unfolded; before that in one line. */
function entriesOf(document: Document, selector: string): string[] {
  const panel = first(document, selector);
  const unfolded = panel ? all(panel, 'app-panel-element .line') : [];
  const entries = unfolded.length > 0 ? unfolded.map(textOf) : panel ? text(panel, 'div.overflow-wrap').split(/,\s+/) : [];
  return [...new Set(entries.filter(Boolean))];
}

interface Affiliation {
  organisation: string;
  place: string;
  role: string;
  department: string;
  /** As printed, ISO; `end` is null where something without a date stands behind the start ("present"). */
  start: string | undefined;
  end: string | null | undefined;
}

function sectionOf(document: Document, kind: string): Affiliation[] {
  const section = first(document, `#cy-affiliation-${kind}, #affiliation-${kind}`);
  return section ? all(section, 'app-affiliation-stack, .affiliation').flatMap((entry) => affiliation(entry) ?? []) : [];
}

function affiliation(entry: Element): Affiliation | undefined {
  const heading = text(entry, 'h4');
  if (!heading) return undefined;
  const at = heading.lastIndexOf(': ');
  const [before = '', ...behind] = text(entry, '.general-data').split('|');
  // In the last brackets stands the department; without a role there is no bar, and without dates neither.
  const told = (behind.length > 0 ? behind.join('|') : before).trim();
  const [, rest = told, department = ''] = /^(.*?)\s*\(((?:[^()]|\([^()]*\))*)\)$/.exec(told) ?? [];
  const dated = behind.length > 0 ? before : /^\d{4}\b/.test(rest) ? rest : '';
  const role = behind.length > 0 || !dated ? rest : '';
  const [one, two] = dated.match(/\d{4}(?:-\d{2}){0,2}/g) ?? [];
  // "2021-10 to present" in any language: words behind the one date. A date alone is that of the end.
  const goesOn = one !== undefined && two === undefined && /\d\D*\p{L}/u.test(dated);
  return {
    organisation: at > 0 ? heading.slice(0, at) : heading,
    place: at > 0 ? tidy(heading.slice(at + 2)) : '',
    role,
    department,
    start: two !== undefined || goesOn ? one : undefined,
    end: goesOn ? null : (two ?? one),
  };
}

const toPosition = ({ organisation, place, role, department, start, end }: Affiliation): RawPosition => ({
  company: organisation,
  ...(role ? { title: role } : {}),
  ...(department ? { description: department } : {}),
  ...(place ? { places: [place] } : {}),
  ...(start ? { start } : {}),
  ...(end === undefined ? {} : { end }),
  ...(end === null ? { current: true } : {}),
});

const toEducation = ({ organisation, role, department, start, end }: Affiliation): RawEducation => ({
  school: organisation,
  ...(role ? { degree: role } : {}),
  ...(department ? { field: department } : {}),
  ...(start ? { start } : {}),
  ...(end === undefined ? {} : { end }),
});

export const orcid = defineSite({ id: 'orcid', label: 'ORCID', identify, look, read, needs: ['fullName'] });
