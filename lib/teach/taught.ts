/** A rule that was taught on this machine, and how it has done since. */
import * as z from 'zod/mini';

import { ruleSchema } from './schema.ts';

const count = z.number().check(z.int(), z.gte(0));
const text = z.string().check(z.minLength(1), z.maxLength(200));

export const taughtSchema = z.object({
  id: text,
  /** A reader's id; an origin for pages of no known site. */
  site: text,
  /** As people call it: `linkedin.com`. */
  host: text,
  rule: ruleSchema,
  /** Epoch milliseconds. */
  taughtAt: z.number(),
  /** On how many pages its value was taken. */
  used: count,
  /** Pages in a row on which the reader was sure of another value. */
  against: count,
  /** Pages in a row on which it found nothing where the reader did. */
  missed: count,
  /** How sure the reader was of the value that this one corrects. */
  readerWas: z.optional(z.number()),
  /** It is not used any more. */
  stopped: z.optional(z.object({ at: z.number(), because: z.enum(['disagrees', 'misses']) })),
});
export type Taught = z.infer<typeof taughtSchema>;

/** More than this, and the ones that stopped, then the oldest, go. */
export const MOST_TAUGHT = 60;
/** A site that shows some people one layout and some another needs a rule for each. */
const MOST_FOR_ONE_FIELD = 3;

const isOf = (one: Taught, { site, rule }: Taught): boolean => one.site === site && one.rule.field === rule.field;

/**
 * With one more, the newest first.
 * @param instead what it corrects was itself taught: the rules that say so go.
 */
export function withLesson(all: readonly Taught[], lesson: Taught, instead: boolean): Taught[] {
  const before = all.filter((one) => !(isOf(one, lesson) && (instead || one.stopped)));
  const ofField = new Set(before.filter((one) => isOf(one, lesson)).slice(0, MOST_FOR_ONE_FIELD - 1));
  const kept = [lesson, ...before.filter((one) => !isOf(one, lesson) || ofField.has(one))];
  if (kept.length <= MOST_TAUGHT) return kept;
  return kept.toSorted((one, other) => Number(Boolean(one.stopped)) - Number(Boolean(other.stopped))).slice(0, MOST_TAUGHT);
}
