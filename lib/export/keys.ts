/** By what two exports are known to be, or may be, of one person: nothing of it can be read. */
import { keysIn } from '#lib/identity/keys-in.ts';
import { keyedHash } from '#lib/storage/keyed-hash.ts';

import { ID } from './row.ts';
import type { ExportRequest } from './schema.ts';

/** External ids as they are: they stand in the ledger too. Links beyond the profile's own are no key: a team's page is shared. */
export function keysOf({ externalId, aliases, url, candidate }: ExportRequest): { ids: string[]; others: string[] } {
  const ids = [...new Set([externalId, ...aliases])].map((one) => `${ID}${one}`);
  const emails = candidate.emails.map(({ value }) => value);
  const phones = candidate.phones.map(({ value }) => value);
  return { ids, others: keysIn({ urls: [url], emails, phones }) };
}

export async function overlapKeys(request: ExportRequest): Promise<string[]> {
  const { ids, others } = keysOf(request);
  return [...ids, ...(await Promise.all(others.map(keyedHash)))];
}
