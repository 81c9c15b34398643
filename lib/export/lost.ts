/** Looking for a create whose answer never came: by all that was sent along with it. */
import type { Created, Greenhouse } from '#lib/greenhouse/port.ts';
import type { Application, KnownPerson } from '#lib/greenhouse/schema.ts';

import type { Row } from './rows.ts';
import type { ExportRequest } from './schema.ts';
import { applicationAt } from './target.ts';

/** How far the device's clock and Greenhouse's may be apart: a day, and a time zone. */
const CLOCKS_APART_MS = 26 * 3_600_000;

const isSince = ({ createdAt }: Application, sentAt: number): boolean =>
  !createdAt || Date.parse(createdAt) > sentAt - CLOCKS_APART_MS;

/** The cheapest look first. Somebody who was there before is not who was made: their application is older. */
export async function findLost(row: Row, request: ExportRequest, greenhouse: Greenhouse): Promise<Created | undefined> {
  const { sentAt = 0 } = row;
  for (const look of looks(row, request, greenhouse)) {
    for (const person of await look()) {
      const application = applicationAt(request.target, person.applications);
      if (application && isSince(application, sentAt)) return { candidateId: person.candidateId, applicationId: application.id };
    }
  }
  return undefined;
}

function looks({ view, sentAt = 0 }: Row, request: ExportRequest, greenhouse: Greenhouse): (() => Promise<KnownPerson[]>)[] {
  const { candidateId } = view;
  if (candidateId !== undefined) return [() => greenhouse.findByIds([candidateId])];
  const created = () => greenhouse.findCreatedAround(sentAt, [request.url]);
  // Beside a second record on purpose the first one stands, and bears the same ids and addresses.
  if (request.createAnyway) return [created];
  return [
    () => greenhouse.findByExternalIds([request.externalId, ...request.aliases]),
    ...request.candidate.emails.map(
      ({ value }) =>
        () =>
          greenhouse.findByEmail(value),
    ),
    created,
  ];
}
