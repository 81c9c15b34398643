/**
 * Records of one person that came to be at one moment: nothing in Greenhouse keeps two recruiters, or a browser that sends a request
 * again by itself, from making two.
 */
import type { Twin } from '../port.ts';

import type { Api } from './api.ts';
import type { IdOf } from './external-id-values.ts';
import { CANDIDATES, type Holder } from './lists/people.ts';
import { urlsOf } from './people.ts';

/** A create is done within its own time limit; the rest is for a clock that is told in whole seconds. */
const MOMENT_MS = 5 * 60_000;

export const twin = ({ id, created_at }: Pick<Holder, 'id' | 'created_at'>): Twin => ({
  candidateId: id,
  createdAt: created_at ?? undefined,
});

/**
 * For want of the fields that would tell: everybody made around then, by the addresses of their profiles.
 * @param around epoch milliseconds, by Greenhouse's clock.
 */
export async function madeAround(api: Api, around: number, externalIds: string[], idOf: IdOf): Promise<Twin[]> {
  const wanted = new Set(externalIds);
  const rows = await api.list(CANDIDATES, {
    created_at: { from: around - MOMENT_MS, to: around + MOMENT_MS },
    fields: ['created_at', 'social_media_addresses', 'website_addresses'],
  });
  return rows.filter((row) => urlsOf(row).some((url) => wanted.has(idOf(url) ?? ''))).map(twin);
}
