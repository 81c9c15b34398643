/** What a page answered when it was read: whose page it is, what it showed, what it did not, and how each value was found. */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { candidateSchema } from './schema.ts';

/**
 * - `complete`       a person, and everything that this page layout offers was there
 * - `partial`        a person, but `missing` names sections that the page has not (yet) shown
 * - `not-ready`      the page has not named its person within the time we wait
 * - `not-a-profile`  a page of a known site (or any page) that is about no single person
 * - `blocked`        sign-in wall, checkpoint, not found: the site refuses to show the person
 * - `moved`          the page went on to someone else while it was being read; nothing of it may be used
 * - `list`           several people, in `people`
 */
export const readingStatus = z.enum(['complete', 'partial', 'not-ready', 'not-a-profile', 'blocked', 'moved', 'list']);

/** How a value was found, strongest first. */
export const evidenceSource = z.enum([
  'embedded', // the site's own data in the page, matched by id
  'json-ld',
  'microdata',
  'microformats',
  'meta',
  'attribute', // stable attributes and link shapes
  'landmark', // headings, roles, known anchors
  'text', // visible text classified by its shape
  'headline', // derived from a headline: always uncertain
  'taught', // the recruiter pointed at it
  'recruiter', // the recruiter typed it
]);
export type EvidenceSource = z.infer<typeof evidenceSource>;

export const evidenceSchema = lazyObject(() => ({
  from: evidenceSource,
  confidence: z.number().check(z.gte(0), z.lte(1)),
  /** The canonical URL of the profile that it was read on, where it is not the reading's own. */
  page: z.optional(z.string()),
}));
export type Evidence = z.infer<typeof evidenceSchema>;

/** Below this a value is marked as uncertain in the panel. */
export const UNCERTAIN_BELOW = 0.7;

export const listedPersonSchema = lazyObject(() => ({
  fullName: z.optional(z.nullable(z.string())),
  headline: z.optional(z.nullable(z.string())),
  externalId: z.optional(z.nullable(z.string())),
  url: z.optional(z.nullable(z.string())),
  location: z.optional(z.nullable(z.string())),
  /** Other external ids of the same person, as in a reading. */
  aliases: z.optional(z.array(z.string())),
  /** The site hides who it is: nothing of the name is reconstructed, and there is no identity. */
  masked: z.optional(z.boolean()),
}));
export type ListedPerson = z.infer<typeof listedPersonSchema>;

/** The evidence of one value of a list: `emails/ada@lovelace.example`. */
export const evidenceKey = (list: string, value: string): string => `${list}/${value}`;

export const readingSchema = lazyObject(() => ({
  status: readingStatus,
  /** Site id, e.g. `linkedin`; `web` for the generic reader. */
  site: z.string(),
  /** `<site>:<handle>`, by the most stable id that the page has. */
  externalId: z.optional(z.nullable(z.string())),
  /** Canonical profile URL. */
  url: z.optional(z.nullable(z.string())),
  candidate: z.optional(z.nullable(candidateSchema)),
  /** Other external ids of the same person, e.g. `linkedin-member:123`. */
  aliases: z.array(z.string()),
  /** What this page did not show, as short stable words: `experience`, `name`, `positions 3 of 5`. */
  missing: z.array(z.string()),
  /** By field name of the candidate; by `evidenceKey` where a list's value was found otherwise, or elsewhere, than its list. */
  evidence: z.catchall(z.object({}), evidenceSchema),
  people: z.optional(z.array(listedPersonSchema)),
}));
export type Reading = z.infer<typeof readingSchema>;
