/** By what the person of an export is looked for: all but the name, which many share. */
import type { FindRequest } from '#lib/identity/schema.ts';

import type { ExportRequest } from './schema.ts';

export const askedOf = ({ externalId, aliases, candidate, url }: ExportRequest): FindRequest => ({
  externalIds: [externalId, ...aliases],
  emails: candidate.emails.map(({ value }) => value),
  phones: candidate.phones.map(({ value }) => value),
  urls: [url],
});
