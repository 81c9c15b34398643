/**
 * A new credential is tested before it takes the place of the one in use. Where it is another account, the recruiter is asked;
 * until they answer, and whatever the test ran into, the connection in use stays as it is.
 */
import { AppError } from '#lib/errors.ts';
import { accountOf, identityOf, isSame } from '#lib/storage/account.ts';
import { connectionItem, pendingItem } from '#lib/storage/items.ts';
import { alone, forgetPending } from '#lib/storage/pending.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { vault } from '#lib/storage/vault.ts';

import { connection, greenhouseOf, tokensOf } from './greenhouse.ts';
import { tested } from './test.ts';

/** A question that nobody answers is withdrawn, and its secret forgotten. */
const ASKED_FOR_MS = 15 * 60_000;

/** Tests what is on trial, and takes it over where that changes nobody's data. Answers what the test said. */
export async function testPending(now: () => number, greenhouse = greenhouseOf): Promise<Connection> {
  const trial = await connection(pendingItem);
  await tokensOf(trial).forget();
  const result = await tested(trial, greenhouse(trial, now, 'recruiter', 'pending'), now);
  await alone(async () => {
    // Another page has put another one on trial meanwhile: this answer is about nothing any more.
    if (!isSame(await pendingItem.get(), trial)) throw new AppError('message/lost');
    const inUse = await connectionItem.get();
    if (isRefused(result)) await forgetPending();
    else if (goesUnasked(result, inUse)) await adopt(result, inUse);
    else await pendingItem.set(result);
  });
  return result;
}

/** The recruiter's answer to the question about the one that was put on trial at `savedAt`. An answer that comes twice does no more. */
export const settlePending = (take: boolean, savedAt: number): Promise<void> =>
  alone(async () => {
    const trial = await pendingItem.get();
    if (trial?.savedAt !== savedAt) return;
    if (take && trial.identity) await adopt(trial, await connectionItem.get());
    else await forgetPending();
  });

/** Ends what a dead worker or a closed page left: a change half made is made whole, a trial that nobody waits for is forgotten. */
export const tidyPending = (now: number, fresh: boolean): Promise<void> =>
  alone(async () => {
    const trial = await pendingItem.get();
    if (trial && isSame(await connectionItem.get(), trial)) return promote();
    if (!trial || fresh || now - (trial.savedAt ?? 0) > ASKED_FOR_MS) await forgetPending();
  });

const isRefused = ({ error }: Connection): boolean => error?.code === 'greenhouse/unauthorized';

function goesUnasked(result: Connection, inUse: Connection | null): boolean {
  // There is nothing that it could take the place of.
  if (!inUse || !identityOf(inUse)) return true;
  // What works is not given up for what does not.
  return accountOf(result) === accountOf(inUse) && Boolean(result.identity ?? !inUse.identity);
}

/**
 * The connection first: with it the change is made, whoever dies now. Nobody opens the secret in between, and `tidyPending`
 * finds the pending one still there, of a connection that is in use by then.
 */
async function adopt(result: Connection, inUse: Connection | null): Promise<void> {
  const same = inUse && accountOf(inUse) === accountOf(result) ? inUse : undefined;
  // The secret that is in use already is as old as it was.
  const since = (await vault.has('pending')) ? undefined : inUse?.savedAt;
  await connectionItem.set({
    ...result,
    ...(same?.environment && { environment: same.environment }),
    ...(since !== undefined && { savedAt: since }),
  });
  await promote();
  if (inUse) await tokensOf(inUse).forget();
}

async function promote(): Promise<void> {
  if (await vault.has('pending')) await vault.promote();
  await pendingItem.remove();
}
