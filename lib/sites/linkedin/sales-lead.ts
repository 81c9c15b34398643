/**
 * One lead. Classes are hashes of a build; what lasts is `data-anonymize` on what is personal, ids of sections, and the names
 * that views are counted by (`data-sn-view-name`, seen 2026).
 */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, attr, first, hrefs, text, textOf } from '../dom.ts';
import { websites } from './contact-overlay.ts';
import { handleOfLink } from './identity.ts';
import { photoIn } from './photo.ts';
import { seen } from './product.ts';
import { isProfileId } from './profile-id.ts';
import { looksLikeRange } from './range-shape.ts';
import { dated, filled, placesIn } from './rows.ts';
import type { Section, Shown } from './shown.ts';

/** The page has headings for the ear before it; and the name of the person stands in messages and lists as well. */
const NAME = 'h1[data-anonymize="person-name"],h1[data-x--lead--name],[data-anonymize="person-name"]';

export const topCard = (document: Document): Element | undefined =>
  first(document, '[data-sn-view-name="feature-lead-top-card"]') ?? first(document, '#profile-card-section');

export const leadName = (card: Element): string =>
  seen(first(card, 'h1[data-anonymize="person-name"],h1[data-x--lead--name]') ?? first(card, NAME));

/** The id in a link to a lead: the rest of the address is the viewer's. */
export function idOfLink(href: string): string | undefined {
  const id = /\/sales\/(?:lead|people)\/([\w-]+)/.exec(href)?.[1];
  return id && isProfileId(id) ? id : undefined;
}

export const linkedId = (card: Element): string | undefined => hrefs(card, 'a[href*="/sales/"]').map(idOfLink).find(Boolean);

/** The drawer follows the address by a moment: it links to somebody else, or the list calls this lead otherwise. */
export function showsAnother(document: Document, card: Element, id: string): boolean {
  const linked = linkedId(card);
  if (linked) return linked !== id;
  const row = all(document, `a[href*="/sales/lead/${id}"],a[href*="/sales/people/${id}"]`).find(
    (link) => !card.contains(link) && seen(link),
  );
  return row !== undefined && (text(row, '[data-anonymize="person-name"]') || seen(row)) !== leadName(card);
}

/** In the menu beside the name, which the person at the screen has opened; menus are drawn at the end of the page. */
export function publicLinkIn(document: Document): string | undefined {
  const card = topCard(document);
  const places = [card, ...all(document, '[role="menu"],[id*="menu-outlet"],[id*="outlet"]')];
  const links = places.flatMap((place) => (place ? hrefs(place, 'a[href*="/in/"]') : []));
  const named = new Set(links.map(handleOfLink).filter(Boolean));
  return named.size === 1 ? links.find((href) => handleOfLink(href)) : undefined;
}

export function leadIn(document: Document): Shown {
  const card = topCard(document) ?? document.body;
  const name = leadName(card);
  const lang = document.documentElement.lang;
  const current = first(card, '[data-sn-view-name="lead-current-role"]');
  return {
    name,
    nameFrom: 'attribute',
    headline: seen(first(card, '[data-anonymize="headline"],[data-x--lead-profile-card--headline]')),
    location: placeIn(card),
    company: current && text(current, '[data-anonymize="company-name"]'),
    photoUrl: photo(card, name),
    experience: sectionOf(document, EXPERIENCE, (section) => positionsIn(section, lang)),
    education: sectionOf(document, EDUCATION, (section) => educationIn(section, lang)),
    skills: sectionOf(document, '#skills-section,[data-sn-view-name="feature-lead-skills"]', (section) =>
      all(section, '[data-anonymize="skill"]').map(seen),
    ),
    sectionsFrom: 'attribute',
    contact: contactIn(document, card),
  };
}

const photo = (card: Element, name: string): string | undefined => {
  const source = attr(card, 'img[data-anonymize="headshot-photo"]', 'src');
  return /^https:\/\/media\.licdn\.com\/.*profile-displayphoto/.test(source) ? source : photoIn(card, name);
};

/** Marked, or (2026) the line of the place before that of the connections: a pin is drawn before it. */
function placeIn(card: Element): string {
  const marked = all(card, '[data-anonymize="location"]').find(
    (place) => !place.closest('[data-sn-view-name="lead-current-role"],li'),
  );
  if (marked) return seen(marked);
  const pin = first(card, 'svg path[d^="M8 1a5"]')?.closest('div');
  return pin && card !== pin && !first(pin, 'h1,[data-anonymize]') ? seen(pin) : '';
}

const EXPERIENCE = '#experience-section,[data-sn-view-name="feature-lead-experience"]';
const EDUCATION = '#education-section,[data-sn-view-name="feature-lead-education"]';

/** Sections arrive one after the other: one that is not there may only be late. */
function sectionOf<T>(document: Document, selector: string, read: (section: Element) => T[]): Section<T> | undefined {
  const section = first(document, selector);
  if (!section) return undefined;
  const isFolded = all(section, 'button[aria-expanded="false"]').some((button) => !button.closest('li'));
  return { items: read(section), ...(isFolded ? { more: true as const } : {}) };
}

const TITLE = '[data-anonymize="job-title"]';
const COMPANY = '[data-anonymize="company-name"]';

/** One role is a title over its employer; several are a list under it. */
const positionsIn = (section: Element, lang: string): RawPosition[] =>
  all(section, TITLE).flatMap((title) => {
    const row = title.closest('li');
    if (!row || !section.contains(row)) return [];
    const outer = row.parentElement?.closest('li');
    const entry = outer && section.contains(outer) ? outer : row;
    const place = all(row, 'p').find((line) => isPlain(line, row, lang));
    return [
      filled({
        title: seen(title),
        company: seen(first(row, COMPANY)) || seen(first(entry, COMPANY)),
        ...dated(rangeIn(row, lang)),
        places: placesIn(seen(place)),
        description: blurbIn(row),
      }),
    ];
  });

/** Nothing marks the dates: the shortest text of their shape is without how long it was. */
const rangeIn = (row: Element, lang: string): string =>
  all(row, 'span,p,time,div')
    .filter((element) => element.closest('li') === row && !element.closest('[data-anonymize]'))
    .map(seen)
    .filter((line) => looksLikeRange(line, lang))
    .toSorted((one, other) => one.length - other.length)[0] ?? '';

/** A paragraph of its own without any mark, which is neither dates nor a length of time: the place. */
const isPlain = (line: Element, row: Element, lang: string): boolean =>
  line.closest('li') === row &&
  !line.closest('[data-anonymize]') &&
  !first(line, '[data-anonymize],button,a,time') &&
  !all(line, 'span').some((span) => looksLikeRange(seen(span), lang)) &&
  !looksLikeRange(seen(line), lang) &&
  !/\p{Nd}/u.test(seen(line)) &&
  seen(line) !== '';

/** Clamped texts have the whole of themselves as their title. */
function blurbIn(row: Element): string {
  const blurb = all(row, '[data-anonymize="person-blurb"],[id$="clamped-content"]').find(
    (element) => element.closest('li') === row,
  );
  return blurb?.getAttribute('title')?.trim() || textOf(blurb);
}

/** Labels for the ear ("Degree name") stand before the values. */
const LABEL = 'h3,h4,figure,button,.a11y-text,.visually-hidden';

const educationIn = (section: Element, lang: string): RawEducation[] =>
  all(section, '[data-anonymize="education-name"]').map((school) => {
    const row = school.closest('li') ?? school;
    const lines = all(row, 'span,p')
      .filter((line) => !line.firstElementChild && !line.closest(LABEL) && !school.contains(line))
      .map((line) => seen(line).replace(/^[,·\s]+|[,·\s]+$/g, ''))
      .filter(Boolean);
    const isDate = (line: string) => /^\p{Nd}{4}$/u.test(line) || looksLikeRange(line, lang);
    const [degree = '', field = ''] = lines.filter((line) => !isDate(line));
    const times = all(row, 'time').map(seen).join(' – ');
    return filled({ school: seen(school), degree, field, dates: times || lines.find(isDate) });
  });

const CONTACT = '[data-sn-view-name*="contact-info"]';

/** In the card, or in the dialog that the person at the screen has opened, where it is marked as personal; chats are dialogs as well. */
function contactIn(document: Document, card: Element): Shown['contact'] {
  const linked = [
    ...hrefs(card, 'a[href]'),
    ...hrefs(document, `${CONTACT} a[href],[role="dialog"] a[data-anonymize][href],[role="dialog"] [data-anonymize] a[href]`),
  ];
  return {
    emails: [...new Set(linked.filter((href) => /^mailto:/i.test(href)))],
    phones: [...new Set(linked.filter((href) => /^tel:/i.test(href)))],
    links: all(document, CONTACT).flatMap((place) => websites(place)),
  };
}
