/** From what a page shows to the draft of a candidate; the rules that hold for every generation stand here, once. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { DraftBuilder } from '../draft.ts';
import type { Draft, Reference } from '../site.ts';
import { profileUrl } from './identity.ts';
import { hasMasked, isHiddenName, isMasked, withoutMasked } from './masked.ts';
import { isProfileId, memberNumber } from './profile-id.ts';
import type { Section, Shown } from './shown.ts';

export function toDraft(shown: Shown, reference: Reference): Draft {
  const draft = personOf(shown);
  identityInto(draft, shown, reference);
  return draft.done();
}

/** Everything but whose it is. */
export function personOf(shown: Shown): DraftBuilder {
  const draft = new DraftBuilder();
  nameInto(draft, shown);
  text(draft, 'headline', shown.headline);
  text(draft, 'location', shown.location);
  draft.set('photoUrl', shown.photoUrl, 'attribute', 0.9);
  const positions = rows(draft, 'experience', 'positions', shown.experience);
  const education = rows(draft, 'education', 'education', shown.education);
  draft.fill('positions', positions, shown.sectionsFrom, 0.85).fill('education', education, shown.sectionsFrom, 0.85);
  workInto(draft, shown, positions);
  listInto(draft, 'skills', shown);
  listInto(draft, 'languages', shown);
  contactInto(draft, shown);
  return draft;
}

function nameInto(draft: DraftBuilder, shown: Shown): void {
  if (isHiddenName(shown.name)) {
    draft.lacks('masked name');
    return;
  }
  const { name: full, first, last, givenPrefix } = shown;
  const splitFrom = shown.splitFrom ?? (givenPrefix ? 'attribute' : 'text');
  const parts = { first: isMasked(first) ? '' : first, last: isMasked(last) ? '' : last, givenPrefix };
  draft.name({ full, ...parts, splitFrom }, shown.nameFrom, 0.95);
}

/** A title only from Experience: the headline is what people say of themselves, often of a job long gone. */
function workInto(draft: DraftBuilder, shown: Shown, positions: RawPosition[]): void {
  const current = positions.find((position) => position.current);
  if (current) {
    draft.set('title', current.title, shown.sectionsFrom, 0.9).set('company', current.company, shown.sectionsFrom, 0.9);
    return;
  }
  // Every role has been seen, and all have ended: there is no employer, whatever else the page says.
  if (shown.experience && !shown.experience.more && positions.length > 0) return;
  text(draft, 'title', shown.title);
  text(draft, 'company', shown.company);
}

function text(draft: DraftBuilder, field: 'headline' | 'location' | 'title' | 'company', value: string | undefined): void {
  if (isMasked(value)) draft.lacks(`masked ${field}`);
  else draft.set(field, value, 'text', 0.85);
}

function rows<T extends RawPosition | RawEducation>(
  draft: DraftBuilder,
  section: 'experience' | 'education',
  field: 'positions' | 'education',
  shown: Section<T> | undefined,
): T[] {
  if (!shown) {
    draft.lacks(section);
    return [];
  }
  const kept = shown.items.flatMap((item) => withoutMasked(item) ?? []);
  if (shown.items.some(hasMasked)) draft.lacks(`masked ${section}`);
  cutOff(draft, field, kept.length, shown.more);
  return kept;
}

function listInto(draft: DraftBuilder, field: 'skills' | 'languages', shown: Shown): void {
  const section = shown[field];
  if (!section) return;
  const kept = [...new Set(section.items)].filter((item) => item && !isMasked(item));
  if (section.items.some(isMasked)) draft.lacks(`masked ${field}`);
  draft.fill(field, kept, shown.sectionsFrom, 0.9);
  cutOff(draft, field, kept.length, section.more);
}

function cutOff(draft: DraftBuilder, field: string, shown: number, more: number | true | undefined): void {
  if (more === undefined) return;
  // A count of employers can be smaller than the roles that are shown; the list goes on all the same.
  draft.lacks(more !== true && more > shown ? `${field} ${shown} of ${more}` : field);
}

function identityInto(draft: DraftBuilder, shown: Shown, reference: Reference): void {
  const byId = isProfileId(reference.handle);
  const slug = byId ? shown.slug : reference.handle;
  const id = shown.profileId ?? (byId ? reference.handle : undefined);
  const number = shown.memberNumber ?? memberNumber(id);
  // A slug can be given up and taken by someone else; the id and the number stay with the member.
  draft
    .stable(slug, profileUrl(slug ?? reference.handle))
    .alias(id && `linkedin-id:${id}`)
    .alias(number && `linkedin-member:${number}`);
}

function contactInto(draft: DraftBuilder, { contact, links }: Shown): void {
  const emails = (contact?.emails ?? []).map((text) => ({ text, as: 'address' as const, of: 'person' as const }));
  draft.fill('emails', emails, 'attribute', 0.95).fill('phones', contact?.phones ?? [], 'attribute', 0.9);
  draft.fill('links', [...(contact?.links ?? []), ...(links ?? [])], 'attribute', 0.95);
}
