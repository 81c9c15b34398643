/** The classic signed-in profile (2021 →), an Ember application: hashed wrappers around utility classes, ids and `data-` hooks that stayed. */
import type { RawPosition } from '#lib/candidate/raw.ts';

import { all, first, text, textOf } from '../dom.ts';
import { embeddedProfile, split, type EmbeddedProfile } from './classic-json.ts';
import { educationSection, experienceSection, listSection, type Owner } from './classic-sections.ts';
import { contactOverlay, websites } from './contact-overlay.ts';
import { handleOfLink } from './identity.ts';
import { photoIn } from './photo.ts';
import { isProfileId, memberNumber } from './profile-id.ts';
import { isPronouns } from './pronouns.ts';
import type { Generation, Section, Shown } from './shown.ts';

interface Subject extends Owner {
  card: Element;
  name: string;
  memberNumber?: string | undefined;
  embedded?: EmbeddedProfile | undefined;
}

/** `data-member-id` is on the card since 2021; a snapshot without it still has the classes of its wrapper. */
const TOP_CARDS = 'section[data-member-id],section.pv-top-card,section.artdeco-card';

export const classic: Generation<Subject> = {
  find: onProfile,
  read(document, subject) {
    const { card, embedded, handle, slug } = subject;
    const profileId = embedded?.profileId ?? (isProfileId(handle) ? handle : undefined);
    const experience = experienceSection(document, subject);
    return {
      name: subject.name,
      nameFrom: 'landmark',
      ...split(embedded),
      ...topCard(card, subject.name),
      company: currentCompany(card, experience),
      experience,
      education: educationSection(document, subject),
      skills: listSection(document, subject, 'skills'),
      languages: listSection(document, subject, 'languages'),
      sectionsFrom: 'text',
      contact: contactOverlay(document, [handle, slug, profileId]),
      slug,
      profileId,
      memberNumber: subject.memberNumber ?? embedded?.memberNumber,
    };
  },
};

/** The top card says whose it is by the link to the contact details and by the member's number. */
function onProfile(document: Document, handle: string): Subject | undefined {
  for (const card of all(document, TOP_CARDS)) {
    const name = text(card, 'h1');
    if (!name || card.closest('[role="dialog"]')) continue;
    const slug = all(card, 'a[href*="/in/"]')
      .map((link) => handleOfLink(link.getAttribute('href')))
      .find(Boolean);
    const number = card.getAttribute('data-member-id') ?? undefined;
    const isById = number !== undefined && memberNumber(handle) === number;
    if (slug && slug !== handle && !isById) continue;
    const own = slug && !isProfileId(slug) ? slug : undefined;
    const embedded = embeddedProfile(document, { handle, slug: own, memberNumber: number });
    if (!slug && !isById && (number === undefined || embedded?.slug !== handle)) continue;
    const sectionOf = (section: string) => document.getElementById(section)?.closest('section');
    return { card, name, handle, slug: own ?? embedded?.slug, memberNumber: number, embedded, sectionOf };
  }
  return undefined;
}

function topCard(card: Element, name: string): Partial<Shown> {
  const headline = all(card, '.text-body-medium.break-words')
    .map(textOf)
    .find((line) => line && !isPronouns(line));
  const location = text(card, 'span.text-body-small.inline.t-black--light.break-words');
  return {
    ...(headline && headline !== '--' ? { headline } : {}),
    ...(location ? { location } : {}),
    photoUrl: photoIn(card, name),
    links: websites(card, '.pv-top-card--website a'),
  };
}

/**
 * Company and school are two buttons of one form, right of the name: the first of two is the company. A single one may be either,
 * and counts only when it is an employer in Experience.
 */
function currentCompany(card: Element, experience: Section<RawPosition> | undefined): string | undefined {
  const list = first(card, 'ul button[aria-label] [dir],ul.pv-text-details__right-panel li')?.closest('ul');
  const [name, ...others] = list
    ? all(list, 'li')
        .map((item) => text(item, '[dir]') || text(item, 'span'))
        .filter(Boolean)
    : [];
  return others.length > 0 || experience?.items.some(({ company }) => company === name) ? name : undefined;
}
