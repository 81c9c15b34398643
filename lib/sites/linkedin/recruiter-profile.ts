/** One profile of Recruiter. The list that it was opened from stays in the document, and so do profiles that are similar to it. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, attr, first, hrefs, lines, textOf } from '../dom.ts';
import { websites } from './contact-overlay.ts';
import { photoIn } from './photo.ts';
import { isRecruiterId } from './profile-id.ts';
import { seen } from './product.ts';
import { dated, filled, placesIn } from './rows.ts';
import type { Section, Shown } from './shown.ts';

/** The panel before the page that may lie under it. */
const CONTAINERS = [
  '.profile-slidein__wrapper [data-test-profile-container]',
  '[data-test-profile-modal]',
  '#profile-container',
  '[data-test-profile-container]',
];
const NAME = '[data-test-row-lockup-full-name]';

export const container = (document: Document): Element | undefined =>
  CONTAINERS.map((selector) => first(document, selector)).find(Boolean);

/** The lockup of the person; those in lists, of similar profiles and shared connections, have the same hooks. */
const topCard = (root: Element): Element | undefined => {
  const name = all(root, NAME).find((element) => !element.closest('li,article'));
  return (
    name && (name.closest('[data-test-topcard-condensed-lockup],.profile__topcard-wrapper,.lockup') ?? name.parentElement ?? name)
  );
};

/** Beside the name; of the whole card at the top, for what stands outside of the lockup. */
const wrapper = (root: Element): Element | undefined => topCard(root)?.closest('.profile__topcard-wrapper') ?? topCard(root);

export function topName(root: Element): string {
  const top = topCard(root);
  return top ? seen(first(top, NAME)) : '';
}

/** The id that the card at the top links to. */
export function idIn(root: Element): string | undefined {
  const top = wrapper(root);
  return top && idsIn(top)[0];
}

const idsIn = (root: Element): string[] =>
  hrefs(root, 'a[href*="/profile/"]').flatMap((href) => {
    const id = idOfLink(href);
    return id ? [id] : [];
  });

/** The id in a link to a profile. */
export function idOfLink(href: string): string | undefined {
  const id = /\/talent\/(?:[^?#]*\/)?profile\/([\w-]+)/.exec(href)?.[1];
  return id && isRecruiterId(id) ? id : undefined;
}

/** Address and panel change at different moments: the card links to somebody else, or the list calls this person otherwise. */
export function showsAnother(document: Document, root: Element, id: string): boolean {
  const linked = idIn(root);
  if (linked) return linked !== id;
  const row = all(document, `${NAME} a[href*="${id}"]`).find((link) => !root.contains(link));
  return row !== undefined && seen(row) !== topName(root);
}

/** Shown in the card for personal information, or where the button for the public profile has been pressed. */
export const publicLinkIn = (root: Element): string | undefined =>
  attr(root, 'a[data-test-personal-info-profile-link]', 'href') ||
  attr(root, 'a[data-test-public-profile-link]', 'href') ||
  hrefs(root, '[data-test-personal-info-subsection] a[href*="/in/"]')[0] ||
  undefined;

export function profileIn(root: Element): Shown {
  const top = topCard(root) ?? root;
  const name = topName(root);
  const of = (hook: string) => seen(first(top, `[${hook}]`)).replace(/^[·•\s]+/, '');
  const employer = wrapper(root);
  return {
    name,
    nameFrom: 'attribute',
    headline: of('data-test-row-lockup-headline'),
    location: of('data-test-row-lockup-location'),
    company: employer && seen(first(employer, '[data-test-topcard-condensed-lockup-current-employer]')),
    photoUrl: photoIn(top, name),
    experience: sectionOf(root, EXPERIENCE, positionsIn),
    education: sectionOf(root, EDUCATION, educationIn),
    skills: sectionOf(root, SKILLS, skillsIn),
    sectionsFrom: 'attribute',
    contact: {
      emails: contacts(root, '[data-test-contact-email-address]', /^mailto:/i),
      phones: contacts(root, '[data-test-contact-phone],[data-test-contact-phone-number]', /^tel:/i),
      links: websites(root, '[data-test-personal-info-subsection] a[href],a.personal-info__link--website'),
    },
  };
}

const contacts = (root: Element, hook: string, scheme: RegExp): string[] => [
  ...hrefs(root, '[data-test-personal-info-subsection] a[href]').filter((href) => scheme.test(href)),
  ...all(root, hook).map(seen).filter(Boolean),
];

const EXPERIENCE = '.experience-card,[data-test-profile-background-card]';
const EDUCATION = '.education-card,[data-test-education-card]';
const SKILLS = '[data-test-profile-skills-card],.skills-card';
const CARDS = `${EXPERIENCE},${EDUCATION},${SKILLS},[data-test-profile-summary-card],.summary-card__summary`;
/** "Show all 8 positions"; opened, it says the contrary. */
const MORE = '[data-test-expandable-button][aria-expanded="false"],[data-test-education-card-expand-more-lower-button]';

/** Cards arrive together: where others are, one that is not there does not exist. */
function sectionOf<T>(root: Element, selector: string, read: (card: Element) => T[]): Section<T> | undefined {
  const cards = all(root, selector).filter((card) => !first(card, selector));
  if (cards.length === 0) return first(root, CARDS) ? { items: [] } : undefined;
  const filledCards = cards.map((card) => ({ card, items: read(card) })).filter(({ items }) => items.length > 0);
  const more = filledCards.some(({ card }) => all(card, MORE).some((button) => !button.closest('li')));
  return { items: filledCards.flatMap(({ items }) => items), ...(more ? { more: true as const } : {}) };
}

const SINGLE = 'data-test-position-entity';
const GROUPED = 'data-test-grouped-position-entity';
const TITLES = `[${SINGLE}-title],[${GROUPED}-title]`;

const positionsIn = (card: Element): RawPosition[] => all(card, TITLES).flatMap((title) => toPosition(title, card) ?? []);

function toPosition(title: Element, card: Element): RawPosition | undefined {
  const kind = title.hasAttribute(`${GROUPED}-title`) ? GROUPED : SINGLE;
  const role = roleOf(title, card);
  const at = (root: Element, field: string) => seen(first(root, `[${kind}-${field}]`));
  const employer = kind === GROUPED ? (role.parentElement?.closest(`li,[data-test-position-list-container]`) ?? card) : role;
  const place = at(role, 'location');
  return filled({
    title: seen(title),
    company: companyIn(employer, kind),
    places: placesIn(place),
    ...dated(at(role, 'date-range')),
    description: lines(first(role, `[${kind}-description]`)).join('\n'),
  });
}

/** The row of one role; or, where rows are not marked, as wide as it gets without the title of another. */
function roleOf(title: Element, card: Element): Element {
  const isAlone = (block: Element | null): block is Element =>
    block !== null && block !== card && card.contains(block) && all(block, TITLES).length === 1;
  const marked = title.closest('[data-test-position],li');
  if (isAlone(marked)) return marked;
  let block = title;
  while (isAlone(block.parentElement)) block = block.parentElement;
  return block;
}

/** Linked, or without a page of its own; the way of employment stands in the same line. */
function companyIn(employer: Element, kind: string): string {
  const named = first(employer, `[${kind}-company-link],[${kind}-company-without-link]`);
  if (named) return seen(named);
  const whole = first(employer, `[${kind}-company-name]`);
  const status = whole && textOf(first(whole, `[${kind}-employment-status]`));
  return seen(whole)
    .replace(status ?? '', '')
    .replace(/\s*·\s*$/, '');
}

const educationIn = (card: Element): RawEducation[] =>
  all(card, '[data-test-education-entity-school-name]').map((school) => {
    const row = school.closest('li,[data-test-education-item]') ?? school;
    const at = (field: string) => seen(first(row, `[data-test-education-entity-${field}]`)).replace(/^,\s*|\s*,$/g, '');
    return filled({ school: seen(school), degree: at('degree-name'), field: at('field-of-study'), dates: at('dates') });
  });

const skillsIn = (card: Element): string[] => all(card, '[data-test-skill-entity-skill-name]').map(seen).filter(Boolean);
