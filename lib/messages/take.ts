/** What a message says, parsed by its row and strict at every level, however loosely the schemas that the row is made of read. */
import type * as z from 'zod/mini';

/** Bytes of text beyond which a message is not even looked at. */
const LARGEST = 5_000_000;

/**
 * The body, or nothing where anything in it is not what the row says. What a row does not name is refused and not left out: the same
 * schemas read what is stored, where a key of a newer version is no attack.
 */
export function take<S extends z.ZodMiniType>(asks: S, body: unknown): { body: z.infer<S> } | undefined {
  if (isTooLarge(body)) return undefined;
  const parsed = asks.safeParse(body);
  return parsed.success && isWhole(body, parsed.data) ? { body: parsed.data } : undefined;
}

function isTooLarge(body: unknown): boolean {
  try {
    return JSON.stringify(body ?? null).length > LARGEST;
  } catch {
    // Firefox hands over what cannot be written down: a ring, a bigint.
    return true;
  }
}

/** Whether every key that was said was taken. Goes no deeper than what was taken does. */
function isWhole(said: unknown, taken: unknown): boolean {
  if (said === taken || typeof said !== 'object' || said === null) return true;
  return Object.entries(said).every(
    ([key, value]) => Object.hasOwn(taken as object, key) && isWhole(value, (taken as Record<string, unknown>)[key]),
  );
}
