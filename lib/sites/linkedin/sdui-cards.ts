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
  isDetails?: boolean;
}

interface Card {
  element: Element;
  profileId: string;
  name: string;
}

/** The name begins with a capital, which is also a letter of ids: only the fixed length tells where the id ends. */
const KEY = /profile\.card\.ref(AC[\w-]{37})([A-Za-z]\w*)$/;

export function cards(document: ParentNode): Card[] {
  return all(document, '[componentkey*="profile.card.ref"],[id*="profile.card.ref"]').flatMap((element) => {
    const key = KEY.exec(element.getAttribute('componentkey') ?? '') ?? KEY.exec(element.id);
    return key ? [{ element, profileId: key[1] ?? '', name: key[2] ?? '' }] : [];
  });
}

/** Names of a section: in the card's key, in `data-testid` (`profile_<name>…_<slug>`), in `data-view-name` (until March 2026). */
export interface SectionName {
  key: RegExp;
  testId: string;
  viewName: string;
  anchor: string;
}

export const EXPERIENCE: SectionName = {
  key: /^Experience/,
  testId: 'profile_Experience',
  viewName: 'profile-card-experience',
  anchor: 'profile_experience_top_anchor_',
};
export const EDUCATION: SectionName = {
  key: /^Education/,
  testId: 'profile_Education',
  viewName: 'profile-card-education',
  anchor: 'profile_education_top_anchor_',
};
export const SKILLS: SectionName = {
  key: /^Skills/,
  testId: 'profile_Skills',
  viewName: 'profile-card-skills',
  anchor: 'profile_skills_top_anchor_',
};
export const LANGUAGES: SectionName = {
  key: /^Language/,
  testId: 'profile_Language',
  viewName: 'profile-card-languages',
  anchor: 'profile_language_top_anchor_',
};

/** The subject's section with something in it. An empty placeholder means either "none" or "not loaded yet". */
export function section(document: Document, subject: Subject, name: SectionName): Element | undefined {
  const keyed = cards(document).filter((card) => card.profileId === subject.profileId && name.key.test(card.name));
  const found = [
    ...keyed.map((card) => card.element),
    ...all(document, `[data-testid^="${name.testId}"]`).filter((element) =>
      endsWithSlug(element.getAttribute('data-testid'), subject),
    ),
    ...all(document, `[data-view-name="${name.viewName}"]`),
    ...all(document, `[componentkey^="${name.anchor}"]`).flatMap((anchor) => anchor.closest('section') ?? []),
  ];
  return found.find((element) => text(element, 'p') !== '' && !namesAnother(element, subject));
}

/** The slug stands raw in keys: `profile_Skills_<slug>`. */
export const endsWithSlug = (key: string | null, subject: Subject): boolean =>
  [subject.handle, subject.slug].some((slug) => slug && toHandle(key ?? '')?.endsWith(`_${slug}`));

/** Sub-screens that a section links to are its owner's: a card that was left behind by the previous person gives itself away. */
function namesAnother(element: Element, subject: Subject): boolean {
  const link = first(element, 'a[href*="/details/"],a[href*="/overlay/"]')?.getAttribute('href');
  const handle = handleOfLink(link);
  return handle !== undefined && ![subject.handle, subject.slug, subject.profileId].includes(handle);
}
