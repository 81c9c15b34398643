/** What ties a known person to the profile that they were met on: only what is missing is written, so it may be repeated. */
import type { PersonLink } from '#lib/greenhouse/port.ts';

import type { ExportRequest } from './schema.ts';

/** An update brings along what the profile says of them. */
export const linkOf = ({ externalId, aliases, url, site, target, candidate }: ExportRequest): PersonLink => ({
  externalIds: [externalId, ...aliases],
  links: [{ url, kind: site }],
  ...(target.kind === 'update' ? { candidate } : {}),
});
