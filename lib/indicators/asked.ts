/** A row of a list as a question: by what is sure. A name alone leads to half of a large base, and marks nobody. */
import type { ListedPerson } from '#lib/candidate/reading.ts';
import type { FindRequest } from '#lib/identity/schema.ts';

/** Nothing to ask of whom the site hides, or who has no identity. */
export function askedOf({ externalId, aliases = [], url, masked }: ListedPerson): FindRequest | undefined {
  const externalIds = [...new Set([...(externalId ? [externalId] : []), ...aliases])];
  if (masked || (externalIds.length === 0 && !url)) return undefined;
  return { externalIds, emails: [], ...(url ? { urls: [url] } : {}) };
}
