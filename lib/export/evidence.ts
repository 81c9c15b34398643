/**
 * Is somebody in Greenhouse who was made by a create whose answer never came? Taking another for them loses the person and puts the
 * note about them on a stranger; so an address that two people share proves nothing alone, and nobody counts who was there before.
 */
import type { Created } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { keysIn } from '#lib/identity/keys-in.ts';
import { sameName } from '#lib/identity/keys/name.ts';

import type { Ours } from './own.ts';
import { unseenSend, type Row, type Send } from './row.ts';
import type { ExportRequest } from './schema.ts';
import { applicationAt } from './target.ts';

/** By one clock: what was written first may be read as a moment earlier. */
const ONE_CLOCK_MS = 60_000;
/** How far the device's clock and Greenhouse's may be apart: a day, and a time zone. */
const CLOCKS_APART_MS = 26 * 3_600_000;

/**
 * What was made of them, if they are who was sent. A create is person and application in one: who stands nowhere yet is waited for,
 * because applications may be listed later than people, and who stands only elsewhere was made by somebody else.
 */
export function lostIn(person: KnownPerson, row: Row, request: ExportRequest, own: readonly Ours[]): Created | undefined {
  const { candidateId, pageUrl } = person;
  const sent = unseenSend(row);
  if (!sent) return undefined;
  const since = person.applications.filter(({ createdAt }) => isSince(createdAt, sent));
  const application = applicationAt(request.target, since);
  if (!application) return undefined;
  const isTheirs = sent.what === 'application' ? candidateId === row.view.candidateId : mayBeLost(person, row, request, own);
  if (!isTheirs) return undefined;
  // Refused with its external ids, a create may have been lost when it was tried without them.
  const unlinked = sent.what === 'person' && !person.externalIds?.includes(request.externalId);
  return { candidateId, applicationId: application.id, pageUrl, stage: application.stage ?? undefined, unlinked };
}

/** Whether they may be who was lost; without the application they may as well be a colleague's, made in the same hour. */
export function mayBeLost(
  person: KnownPerson,
  row: Row,
  { externalId, aliases, url, candidate }: ExportRequest,
  own: readonly Ours[],
): boolean {
  const { candidateId, createdAt } = person;
  const sent = unseenSend(row);
  if (sent?.what !== 'person' || !isSince(createdAt, sent)) return false;
  if (row.before.includes(candidateId) || own.some((one) => one.candidateId === candidateId)) return false;
  const held = new Set(keysIn(person));
  // Other links are no key: a team's page is shared by everybody on it.
  const profile = keysIn({ externalIds: [externalId, ...aliases], urls: [url] });
  const emails = keysIn({ emails: candidate.emails.map(({ value }) => value) });
  return profile.some((key) => held.has(key)) || (emails.some((key) => held.has(key)) && sameName(person, candidate));
}

/** Two made at one moment may both be who was lost, of two recruiters: likeliest whoever came nearest to the sending. */
export function likeliestFirst(people: readonly KnownPerson[], row: Row): KnownPerson[] {
  const { at = 0, theirs = at } = unseenSend(row) ?? {};
  const apart = ({ createdAt }: KnownPerson) => (createdAt ? Math.abs(Date.parse(createdAt) - theirs) : Infinity);
  return people.toSorted((one, another) => apart(one) - apart(another));
}

const isSince = (createdAt: string | null | undefined, sent: Send): boolean =>
  !createdAt || Date.parse(createdAt) > earliestOf(sent);

/** What came of a sending did so after this, by Greenhouse's clock; epoch milliseconds. */
export const earliestOf = ({ at, theirs }: Pick<Send, 'at' | 'theirs'>): number =>
  theirs === undefined ? at - CLOCKS_APART_MS : theirs - ONE_CLOCK_MS;
