/** The connection test: the token, who we are, what we may do; written down with what was wrong. */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import { ownerOf } from '#lib/storage/account.ts';
import { connectionItem } from '#lib/storage/items.ts';
import type { Connection } from '#lib/storage/schema.ts';

/** The connection after the test. An error is part of it, since it must still be there when the page is opened again. */
export async function testConnection(kept: Connection, greenhouse: Greenhouse, now: () => number): Promise<Connection> {
  const tested = await outcome(kept, greenhouse, now);
  const result: Connection = { ...tested, testedAt: now() };
  // Somebody may have saved another credential meanwhile: the answer about the old one is not written over it.
  const current = await connectionItem.get();
  if (current && ownerOf(current) === ownerOf(kept)) await connectionItem.set(result);
  return result;
}

/** Errors that say nothing about the credential: what was known of it before is as true as it was. */
const SAYS_NOTHING: ReadonlySet<ErrorCode> = new Set(['greenhouse/unreachable', 'greenhouse/limited', 'greenhouse/garbled']);

async function outcome(kept: Connection, greenhouse: Greenhouse, now: () => number): Promise<Connection> {
  const { identity: _identity, error: _error, ...lasting } = kept;
  const bare: Connection = { ...lasting, rights: [] };
  const failed = (thrown: unknown, known: Connection): Connection => {
    const error = AppError.from(thrown);
    return { ...(SAYS_NOTHING.has(error.code) ? { ...kept, ...known } : known), error: error.toWire() };
  };
  try {
    // Rights first: without them there is no telling who the acting user is, and the list says which one is missing.
    const { rights, ...rest } = await greenhouse.rights();
    const known: Connection = { ...bare, rights, health: { ...rest, checkedAt: now() } };
    try {
      return { ...known, identity: await greenhouse.identify(kept.actingEmail) };
    } catch (thrown) {
      return failed(thrown, known);
    }
  } catch (thrown) {
    return failed(thrown, { ...bare, rights: kept.rights });
  }
}
