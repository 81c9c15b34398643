/** Work that Greenhouse does in its own time (harvest-api reference, 5 and 7.11): at most five at once, 10 MB each. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { answered } from './answered.ts';
import type { Api } from './api.ts';
import type { Surroundings } from '../http/exchange.ts';
import { BULK_REQUESTS } from './lists/fields.ts';

const accepted = z.object({ bulk_action_uuid: z.string().check(z.minLength(1)) });

export interface Waiting {
  sleep: Surroundings['sleep'];
  signal?: AbortSignal | undefined;
}

/** In milliseconds, one wait after the other: about a minute. */
const WAITS = [0, 500, 1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Sends the rows and waits until all have been tried; which of them failed is for the caller to find out.
 * @throws AppError `greenhouse/unknown-outcome` when it takes longer than about a minute.
 */
export async function inBulk(api: Api, name: string, rows: object[], { sleep, signal }: Waiting): Promise<void> {
  const { bulk_action_uuid } = answered(accepted, await api.bulk(name, rows));
  for (const wait of WAITS) {
    await sleep(wait, signal);
    const [request] = await api.list(BULK_REQUESTS, { bulk_action_uuid }, signal);
    // The words for its states are not published; that it has ended is.
    if (request?.completed_at) return;
  }
  throw new AppError('greenhouse/unknown-outcome');
}
