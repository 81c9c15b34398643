/**
 * A corrected set of rules for one site, signed off by somebody: what an administrator or a contributor ships without waiting
 * for a new version of the extension. Data in the same language as what recruiters teach; `README.md` has an example.
 */
import * as z from 'zod/mini';

import { ruleSchema } from './schema.ts';

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

export const ruleSetSchema = z.object({
  format: z.literal('gleaner-rule-set'),
  /** Of this set; a higher one takes the place of a lower one for the same site. */
  version: z.number().check(z.int(), z.gte(1), z.lte(1_000_000)),
  /** A reader's id (`linkedin`), or an origin (`https://people.example`). */
  site: text(200),
  signedOff: z.object({ by: text(120), on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
  note: z.optional(z.string().check(z.maxLength(500))),
  rules: z.array(ruleSchema).check(z.minLength(1), z.maxLength(40)),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;

export const MOST_RULE_SETS = 30;

/** A set that was written down as text, as policies and files hold them; `undefined` when it is none. */
export function ruleSetOf(written: string): RuleSet | undefined {
  try {
    return ruleSetSchema.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
}

/** Those that hold: of several for one site, the highest version; of two alike, the first. */
export function inForce(sets: readonly RuleSet[]): RuleSet[] {
  const best = new Map<string, RuleSet>();
  for (const set of sets) if ((best.get(set.site)?.version ?? 0) < set.version) best.set(set.site, set);
  return [...best.values()];
}
