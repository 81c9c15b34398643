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

/** In milliseconds, one wait after the other: about a minute. None is so long that a worker would be stopped over it. */
const WAITS = [0, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000];

/**
 * Sends the rows and waits until all have been tried; which of them failed is for the caller to find out.
 * @throws AppError `greenhouse/unknown-outcome` when it takes longer than about a minute.
 */
export async function inBulk(api: Api, name: string, rows: object[], waiting: Waiting): Promise<void> {
  const { bulk_action_uuid } = answered(accepted, await api.bulk(name, rows));
  await until(waiting, async () => {
    const [request] = await api.list(BULK_REQUESTS, { bulk_action_uuid }, waiting.signal);
    // The words for its states are not published; that it has ended is.
    return Boolean(request?.completed_at);
  });
}

/** Waits until no earlier call for these is at work any more, whoever sent it. */
export const ended = (api: Api, name: string, waiting: Waiting): Promise<void> =>
  until(waiting, async () => {
    const active = await api.list(BULK_REQUESTS, { active: true }, waiting.signal);
    return !active.some((request) => request.api_endpoint?.includes(name) && !request.completed_at);
  });

async function until({ sleep, signal }: Waiting, done: () => Promise<boolean>): Promise<void> {
  for (const wait of WAITS) {
    await sleep(wait, signal);
    if (await done()) return;
  }
  throw new AppError('greenhouse/unknown-outcome');
}
