/** The connection test: the token, who we are, what we may do; written down with what was wrong. */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import { identityOf, isSame } from '#lib/storage/account.ts';
import { connectionItem } from '#lib/storage/items.ts';
import { alone } from '#lib/storage/pending.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { guessEnvironment } from './environment.ts';
import { rateOf } from './greenhouse.ts';
import { rightsMissed } from './rights-missed.ts';

/** The connection after the test, written nowhere. An error is part of it. */
export const tested = async (kept: Connection, greenhouse: Greenhouse, now: () => number): Promise<Connection> => ({
  ...(await outcome(kept, greenhouse, now)),
  testedAt: now(),
});

/** The connection in use after the test: written down, since an error must still be there when the page is opened again. */
export async function testConnection(kept: Connection, greenhouse: Greenhouse, now: () => number): Promise<Connection> {
  const result = await tested(kept, greenhouse, now);
  await alone(async () => {
    // Another credential may be in use by now: the answer about the old one is not written over it.
    if (isSame(await connectionItem.get(), kept)) await connectionItem.set(result);
  });
  return result;
}

/** Errors that say nothing about the credential: what was known of it before is as true as it was. */
const SAYS_NOTHING: ReadonlySet<ErrorCode> = new Set(['greenhouse/unreachable', 'greenhouse/limited', 'greenhouse/garbled']);

async function outcome(kept: Connection, greenhouse: Greenhouse, now: () => number): Promise<Connection> {
  const { identity: _identity, error: _error, was: _was, ...lasting } = kept;
  const former = identityOf(kept);
  const bare: Connection = { ...lasting, rights: [] };
  const failed = (thrown: unknown, known: Connection): Connection => {
    const error = AppError.from(thrown);
    // Nothing was tested: it waits for the passphrase, and what is known stays as it is written down.
    if (error.code === 'settings/passphrase') throw error;
    const remembered = SAYS_NOTHING.has(error.code) ? { ...kept, ...known } : { ...known, ...(former && { was: former }) };
    return { ...remembered, error: error.toWire() };
  };
  try {
    // Rights first: without them there is no telling who the acting user is, and the list says which one is missing.
    const { rights: granted, ...rest } = await greenhouse.rights();
    const rights = await rightsMissed(granted, greenhouse);
    const rate = await rateOf(kept, now).catch(() => undefined);
    const checkedAt = now();
    // Of a window that is over it says nothing any more.
    const health = { ...rest, ...(rate && rate.resetAt > checkedAt && { rate }), checkedAt };
    const known: Connection = { ...bare, rights, health };
    try {
      return withIdentity(known, await greenhouse.identify(kept.actingEmail), former);
    } catch (thrown) {
      return failed(thrown, known);
    }
  } catch (thrown) {
    return failed(thrown, { ...bare, rights: kept.rights });
  }
}

function withIdentity(known: Connection, found: Identity, former: Identity | undefined): Connection {
  // A credential's organisation does not change: once it was told, an answer without it does not make it another account.
  const organisation = found.organisation ?? former?.organisation ?? null;
  const environment = known.environment ?? guessEnvironment(organisation?.name);
  return { ...known, identity: { ...found, organisation }, ...(environment && { environment }) };
}
