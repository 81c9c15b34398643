/** Is this person in Greenhouse already? The question, and an answer that always says why. */
import * as z from 'zod/mini';

import { knownPersonSchema } from '#lib/greenhouse/schema.ts';

export const findRequestSchema = z.object({
  externalIds: z.array(z.string()),
  emails: z.array(z.string()),
});
export type FindRequest = z.infer<typeof findRequestSchema>;

/** Why two people are the same: the key that agrees. */
export const agreementSchema = z.object({ by: z.enum(['export', 'email']), value: z.string() });
export type Agreement = z.infer<typeof agreementSchema>;

export const matchSchema = z.object({ person: knownPersonSchema, agrees: z.array(agreementSchema) });
export type Match = z.infer<typeof matchSchema>;

export const verdictSchema = z.object({
  /** `known`: exactly one person agrees on a key. `possible`: several do, and only the recruiter can say who it is. */
  kind: z.enum(['new', 'known', 'possible']),
  matches: z.array(matchSchema),
  /** The kinds of key that were asked about; with no email on the page, `email` is not among them. */
  checked: z.array(z.enum(['export', 'email'])),
  checkedAt: z.number(),
});
export type Verdict = z.infer<typeof verdictSchema>;
