/** The server-driven profile, in the three forms that it has had so far. */
import { all, textOf } from '../dom.ts';
import { contactOverlay } from './contact-overlay.ts';
import { handleOfLink, toHandle } from './identity.ts';
import { isProfileId } from './profile-id.ts';
import { cards, type Card, type Subject } from './sdui-cards.ts';
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
    return undefined;
  },
  read(document, subject) {
    return {
      name: subject.name,
      nameFrom: 'landmark',
      ...topCard(subject),
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
