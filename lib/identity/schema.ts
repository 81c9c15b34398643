/** Is this person in Greenhouse already? The question, and an answer that always says why. */
import * as z from 'zod/mini';

import { knownPersonSchema } from '#lib/greenhouse/schema.ts';
import { lazyObject } from '#lib/lazy-object.ts';

import { indexStatusSchema } from './sync/status.ts';

/** All that a page, or a row of a list, says of who somebody is; as printed, nothing put into one spelling yet. */
export const findRequestSchema = lazyObject(() => ({
  externalIds: z.array(z.string()),
  emails: z.array(z.string()),
  /** Profiles and pages of theirs. */
  urls: z.optional(z.array(z.string())),
  phones: z.optional(z.array(z.string())),
  /** For possible matches only. */
  firstName: z.optional(z.string()),
  lastName: z.optional(z.string()),
  companies: z.optional(z.array(z.string())),
}));
export type FindRequest = z.infer<typeof findRequestSchema>;

/** Why two people are, or may be, the same: what agrees. `value` is what the page says. */
export const agreementSchema = z.object({
  by: z.enum([
    'said', // the recruiter said so
    'export', // exported from this browser
    'external-id', // the external id in Greenhouse
    'profile', // the address of a profile
    'email',
    'phone', // proves something only together with the name
    'name-company',
    'name',
  ]),
  value: z.string(),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** `person` has no more than an id while the verdict is `local`. */
export const matchSchema = z.object({ person: knownPersonSchema, agrees: z.array(agreementSchema) });
export type Match = z.infer<typeof matchSchema>;

/** What could not be looked at, so that "new" is not taken for more than it is. */
export const blindSpotSchema = z.enum([
  'index-off',
  'index-filling',
  'index-months', // only those who were touched lately are in it
  'index-stale', // nothing was fetched for a day or more
  'index-damaged',
  'index-unreadable', // people whose rows Greenhouse tells damaged
  'no-external-ids', // Greenhouse has no field for them, or we may not read it
  'not-shown', // somebody whom this machine knew: deleted, merged, or hidden from the service user
]);
export type BlindSpot = z.infer<typeof blindSpotSchema>;

export const verdictSchema = lazyObject(() => ({
  /** `known`: exactly one person agrees on a key. `possible`: several do, or only a hint; the recruiter says who it is. */
  kind: z.enum(['new', 'known', 'possible']),
  matches: z.array(matchSchema),
  /** The kinds of key that were asked about; with no email on the page, `email` is not among them. */
  checked: z.array(z.enum(['export', 'index', 'external-id', 'email'])),
  checkedAt: z.number(),
  blind: z.optional(z.array(blindSpotSchema)),
  /** How complete the index was when it was asked. */
  index: z.optional(indexStatusSchema),
  /** From this machine alone: Greenhouse was not asked, and `new` only means that nobody was found here. */
  local: z.optional(z.boolean()),
  /** Candidates that agree, and of whom the recruiter said that they are somebody else: not among the matches. */
  notThem: z.optional(z.array(z.number())),
}));
export type Verdict = z.infer<typeof verdictSchema>;

/** The recruiter's word on whether a candidate is this person. */
export const decisionSchema = lazyObject(() => ({
  externalIds: z.array(z.string()),
  candidateId: z.number(),
  /** `undecided` takes the word back. */
  is: z.enum(['them', 'not-them', 'undecided']),
}));
export type Decision = z.infer<typeof decisionSchema>;

/** A search by hand: an email address, a candidate's id or page in Greenhouse, a profile's address, or a name. */
export const searchSchema = lazyObject(() => ({ text: z.string().check(z.minLength(1), z.maxLength(2000)) }));
export type Search = z.infer<typeof searchSchema>;
