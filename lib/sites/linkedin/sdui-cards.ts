/**
 * The cards of a server-driven profile (November 2025 →). Class names are hashes of a build; what lasts is the key of a card:
 * `com.linkedin.sdui.profile.card.ref`, the person's id (39 characters), the card's name, with nothing in between. The key stands
 * in `componentkey` (until July 2026) or in `id` (from August 2026).
 */
import { all, first, text } from '../dom.ts';
import { handleOfLink, toHandle } from './identity.ts';

export interface Subject {
  /** The top card, or the section of a details screen, which has none. */
  card: Element;
  name: string;
  handle: string;
  profileId?: string | undefined;
  slug?: string | undefined;
  /** The whole of a details screen that is not marked in any other way. */
  screen?: Element | undefined;
  /** Of the document as it stood when the subject was found in it. */
  cards: readonly Card[];
}

export interface Card {
  element: Element;
  profileId: string;
  name: string;
}

/** The name begins with a capital, which is also a letter of ids: only the fixed length tells where the id ends. */
const KEY = /profile\.card\.ref(AC[\w-]{37})([A-Za-z]\w*)$/;

/** Where the key stands; one at a time, because browsers search for a lone selector several times as fast as for a list. */
const KEYED = ['[componentkey*="profile.card.ref"]', '[id*="profile.card.ref"]'];

const keyOf = (element: Element): RegExpExecArray | null =>
  KEY.exec(element.getAttribute('componentkey') ?? '') ?? KEY.exec(element.id);

/** Every element with the key of a card, or the anchor at the start of one. */
export function cards(document: Document): Card[] {
  const found = new Set(KEYED.flatMap((selector) => all(document, selector)));
  return [...found].flatMap((element) => {
    const key = keyOf(element);
    return key ? [{ element, profileId: key[1] ?? '', name: key[2] ?? '' }] : [];
  });
}

/** How a section is called in keys, and as a list: in links to the whole of it, and in `data-view-name` (until March 2026). */
export interface SectionName {
  key: string;
  list: string;
}

export const EXPERIENCE: SectionName = { key: 'Experience', list: 'experience' };
export const EDUCATION: SectionName = { key: 'Education', list: 'education' };
export const SKILLS: SectionName = { key: 'Skills', list: 'skills' };
export const LANGUAGES: SectionName = { key: 'Language', list: 'languages' };

/** The subject's section with something in it. An empty placeholder means either "none" or "not loaded yet". */
export function section(document: Document, subject: Subject, name: SectionName): Element | undefined {
  for (const element of placesOf(document, subject, name)) {
    if (text(element, 'p') !== '' && !namesAnother(element, subject)) return element;
  }
  return undefined;
}

/** By the surest mark first; the document is searched for the others only when that led to nothing. */
function* placesOf(document: Document, subject: Subject, { key, list }: SectionName): Generator<Element> {
  for (const card of subject.cards) if (card.profileId === subject.profileId && card.name.startsWith(key)) yield card.element;
  for (const element of all(document, `[data-testid^="profile_${key}"]`)) {
    if (endsWithSlug(element.getAttribute('data-testid'), subject)) yield element;
  }
  if (subject.screen?.getAttribute('data-sdui-screen')?.includes(`.Profile${key}`)) yield subject.screen;
  yield* all(document, `[data-view-name="profile-card-${list}"]`);
  for (const anchor of all(document, `[componentkey^="profile_${key.toLowerCase()}_top_anchor_"]`)) {
    const around = endsWithSlug(anchor.getAttribute('componentkey'), subject) && anchor.closest('section');
    if (around) yield around;
  }
}

/** The slug stands raw in keys: `profile_Skills_<slug>`. */
export const endsWithSlug = (key: string | null, subject: Subject): boolean =>
  [subject.handle, subject.slug].some((slug) => slug && toHandle(key ?? '')?.endsWith(`_${slug}`));

/** What the previous person left behind gives itself away by its card's key, or by the sub-screens that it links to. */
function namesAnother(element: Element, subject: Subject): boolean {
  const card = element.closest(KEYED.join());
  const id = card && keyOf(card)?.[1];
  if (id && subject.profileId && id !== subject.profileId) return true;
  const handle = handleOfLink(first(element, 'a[href*="/details/"],a[href*="/overlay/"]')?.getAttribute('href'));
  return handle !== undefined && ![subject.handle, subject.slug, subject.profileId].includes(handle);
}
