/**
 * Is somebody in Greenhouse who was made by a create whose answer never came? Taking another for them loses the person and puts the
 * note about them on a stranger; so an address that two people share proves nothing alone, and nobody counts who was there before.
 */
import type { Created } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { keysIn } from '#lib/identity/keys-in.ts';
import { sameName } from '#lib/identity/keys/name.ts';

import type { Ours } from './own.ts';
import type { Row, Send } from './row.ts';
import type { ExportRequest } from './schema.ts';
import { applicationAt } from './target.ts';

/** By one clock: what was written first may be read as a moment earlier. */
const ONE_CLOCK_MS = 60_000;
/** How far the device's clock and Greenhouse's may be apart: a day, and a time zone. */
const CLOCKS_APART_MS = 26 * 3_600_000;

/** What was made of them, if they are who was sent. */
export function lostIn(
  person: KnownPerson,
  { view, sends, before }: Row,
  request: ExportRequest,
  own: readonly Ours[],
): Created | undefined {
  const sent = sends.find(({ closed }) => closed === undefined || closed === 'said');
  if (!sent) return undefined;
  const application = applicationAt(request.target, person.applications);
  const created: Created = { candidateId: person.candidateId, applicationId: application?.id, pageUrl: person.pageUrl };
  if (sent.what === 'application') {
    const isNew = application !== undefined && isSince(application.createdAt, sent);
    return isNew && person.candidateId === view.candidateId ? created : undefined;
  }
  if (before.includes(person.candidateId) || own.some(({ candidateId }) => candidateId === person.candidateId)) return undefined;
  // A create is person and application in one: with others only, somebody else made them.
  if (!application && person.applications.length > 0) return undefined;
  const isNew = isSince(person.createdAt, sent) && isSince(application?.createdAt, sent);
  return isNew && isNamedSo(person, request) ? created : undefined;
}

function isSince(createdAt: string | null | undefined, { at, theirs }: Send): boolean {
  if (!createdAt) return true;
  return Date.parse(createdAt) > (theirs === undefined ? at - CLOCKS_APART_MS : theirs - ONE_CLOCK_MS);
}

/** Other links are no key: a team's page is shared by everybody on it. */
function isNamedSo(person: KnownPerson, { externalId, aliases, url, candidate }: ExportRequest): boolean {
  const held = new Set(keysIn(person));
  const profile = keysIn({ externalIds: [externalId, ...aliases], urls: [url] });
  const emails = keysIn({ emails: candidate.emails.map(({ value }) => value) });
  return profile.some((key) => held.has(key)) || (emails.some((key) => held.has(key)) && sameName(person, candidate));
}
