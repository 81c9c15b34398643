/** The server-driven profile, in the three forms that it has had so far, and its details screens. */
import { all, first, text, textOf, tidy } from '../dom.ts';
import { contactOverlay } from './contact-overlay.ts';
import { handleOfLink, toHandle } from './identity.ts';
import { isProfileId } from './profile-id.ts';
import { cards, endsWithSlug, type Card, type Subject } from './sdui-cards.ts';
import { sectionsOf } from './sdui-sections.ts';
import { topCard } from './sdui-top-card.ts';
import type { Generation } from './shown.ts';

export const sdui: Generation<Subject> = {
  find(document, handle) {
    const found = cards(document);
    for (const { element, profileId } of topCards(document, found)) {
      const subject = toSubject(element, profileId, found);
      if (agrees(subject, handle)) return subject;
    }
    return details(document, handle, found);
  },
  read(document, subject) {
    return {
      name: subject.name,
      nameFrom: subject.isDetails ? 'text' : 'landmark',
      ...(subject.isDetails ? {} : topCard(subject)),
      ...sectionsOf(document, subject),
      sectionsFrom: 'text',
      contact: contactOverlay(document, [subject.handle, subject.slug, subject.profileId]),
      slug: subject.slug,
      profileId: subject.profileId,
    };
  },
};

/** After a move inside the site the previous person's card may still be there, so all are looked at. */
function topCards(document: Document, found: Card[]): { element: Element; profileId?: string }[] {
  const keyed = found.filter((card) => /^top-?card$/i.test(card.name));
  if (keyed.length > 0) return keyed;
  // Snapshots of the first form (until March 2026) whose cards have no key.
  return all(document, '[data-view-name^="profile-top-card"]').flatMap((hook) => {
    const element = hook.closest('section');
    return element ? [{ element }] : [];
  });
}

function toSubject(element: Element, profileId: string | undefined, found: Card[]): Subject {
  const slug = slugIn(element);
  const name = nameIn(element, slug);
  return { card: element, name, handle: slug ?? profileId ?? '', slug, profileId, cards: found };
}

/** Of the links to the person, else of the offer to connect. */
function slugIn(card: Element): string | undefined {
  for (const link of [...all(card, 'a[href*="/in/"]'), ...all(card, 'a[href*="vanityName="]')]) {
    const href = link.getAttribute('href') ?? '';
    const handle = handleOfLink(href) ?? toHandle(/[?&]vanityName=([^&]+)/.exec(href)?.[1]);
    if (handle && !isProfileId(handle)) return handle;
  }
  return undefined;
}

/**
 * A heading before the mark of how far the person is away; in the first form (until March 2026) a paragraph in the link to the
 * person. Headings further down, and people in other links, are not the subject.
 */
function nameIn(card: Element, slug: string | undefined): string {
  for (const element of all(card, 'h1,h2,p')) {
    const line = textOf(element);
    if (element.tagName !== 'P' && line) return line;
    if (/^[·•]/.test(line)) return '';
    const href = element.closest('a')?.getAttribute('href') ?? '';
    if (line && /\/in\/[^/]+\/?(?:$|[?#])/.test(href) && handleOfLink(href) === slug) return line;
  }
  return '';
}

const agrees = (subject: Subject, handle: string): boolean =>
  subject.name !== '' && (isProfileId(handle) ? subject.profileId === handle : subject.slug === handle);

/**
 * A details screen has no top card. It is read only if the screen itself prints the name: in a link to the person, or in
 * the title, where a part counts as the name when the slug is made of its words (titles lag behind during a move).
 */
function details(document: Document, handle: string, found: Card[]): Subject | undefined {
  const slug = isProfileId(handle) ? undefined : handle;
  const subject: Subject = { card: document.body, name: '', handle, slug, cards: found };
  const card = all(document, '[data-testid^="profile_"]').find(
    (element) =>
      /Details/.test(element.getAttribute('data-testid') ?? '') && endsWithSlug(element.getAttribute('data-testid'), subject),
  );
  if (!card) return undefined;
  const link = all(document, 'a[href*="/in/"]').find(
    (anchor) => handleOfLink(anchor.getAttribute('href')) === handle && first(anchor, 'h1,h2'),
  );
  const name = link ? text(link, 'h1,h2') : nameInTitle(document.title, handle);
  return name ? { ...subject, card, name, isDetails: true } : undefined;
}

export function nameInTitle(title: string, handle: string): string | undefined {
  const letters = plain(handle);
  return tidy(title)
    .replace(/^\(\d+\+?\)\s*/, '')
    .split(/\s*\|\s*/)
    .find((part) => {
      const words = plain(part)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      return words.length > 1 && words.every((word) => letters.includes(word));
    });
}

const plain = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
