/**
 * What the rest of Gleaner knows of Greenhouse: jobs, people and choices, in the field's own words and in no API's shape.
 * The adapters (Harvest v3 now, Candidate Ingestion later) translate to and from these.
 */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

export const id = z.number().check(z.int(), z.positive());
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

export const jobSchema = lazyObject(() => ({
  id,
  name: z.string(),
  requisitionId: maybe(z.string()),
  department: maybe(z.string()),
  offices: z.array(z.string()),
  /** The acting user is recruiter, sourcer, coordinator or hiring manager of it. */
  mine: z.boolean(),
}));
export type Job = z.infer<typeof jobSchema>;

export const jobListSchema = lazyObject(() => ({
  jobs: z.array(jobSchema),
  /** Epoch milliseconds. */
  fetchedAt: z.number(),
  /** How many open jobs are not shown, and why: so that a recruiter who misses one learns the reason. */
  hidden: z.object({ confidential: z.number(), template: z.number(), noPermission: z.number() }),
  /** Whether the list could be narrowed to what the acting user may use; if not, Greenhouse decides at the export. */
  scoped: z.boolean(),
}));
export type JobList = z.infer<typeof jobListSchema>;

export const stageSchema = z.object({ id, name: z.string() });
export type Stage = z.infer<typeof stageSchema>;

export const choicesSchema = lazyObject(() => ({
  sources: z.array(z.object({ id, name: z.string(), strategy: maybe(z.string()) })),
  /** Who gets credit: rows of Greenhouse's referrers, which cannot be made by API. `me` marks the acting user's. */
  credits: z.array(z.object({ id, name: z.string(), me: z.boolean() })),
  pools: z.array(z.object({ id, name: z.string(), stages: z.array(stageSchema) })),
  tags: z.array(z.string()),
  fetchedAt: z.number(),
  /** Scopes that were refused: these choices are empty because of a right, not because there are none. */
  refused: z.array(z.string()),
}));
export type Choices = z.infer<typeof choicesSchema>;

export const applicationSchema = lazyObject(() => ({
  id,
  jobId: maybe(id),
  jobName: maybe(z.string()),
  prospect: z.boolean(),
  /** Jobs that a prospect is considered for. */
  prospectiveJobIds: z.array(id),
  /** A prospect's pool, `null` for none: a list of its own tells it, so it is absent until it was asked for and told (`inPools`). */
  poolId: maybe(id),
  status: z.enum(['active', 'rejected', 'hired', 'converted']),
  stage: maybe(z.string()),
  recruiterId: maybe(id),
  recruiter: maybe(z.string()),
  /** ISO date-times. */
  createdAt: maybe(z.string()),
  rejectedAt: maybe(z.string()),
  /** Why, where Greenhouse told. */
  rejectReason: maybe(z.string()),
  lastActivityAt: maybe(z.string()),
}));
export type Application = z.infer<typeof applicationSchema>;

/** In which pool a prospect's application is; `null` for none. */
export const inPoolSchema = lazyObject(() => ({ applicationId: id, poolId: z.nullable(id) }));
export type InPool = z.infer<typeof inPoolSchema>;

/** A page of Greenhouse itself: the only kind of address from an answer to which a recruiter is led. */
export const greenhousePageSchema = z.string().check(z.regex(/^https:\/\/([\w-]+\.)+greenhouse\.io\//));

/** A person who is in Greenhouse, as far as the verdict shows them. */
export const knownPersonSchema = lazyObject(() => ({
  candidateId: id,
  /** ISO date-time. */
  createdAt: z.optional(z.string()),
  firstName: z.string(),
  lastName: z.string(),
  title: maybe(z.string()),
  company: maybe(z.string()),
  lastActivityAt: maybe(z.string()),
  tags: z.array(z.string()),
  emails: z.array(z.string()),
  /** Profiles and websites, phone numbers: as they stand there. */
  urls: z.optional(z.array(z.string())),
  phones: z.optional(z.array(z.string())),
  preferredName: maybe(z.string()),
  /** What the external id field of Greenhouse holds: `<site>:<handle>`, one for each profile. */
  externalIds: z.optional(z.array(z.string())),
  private: z.optional(z.boolean()),
  applications: z.array(applicationSchema),
  /** All that we know is that we made them: Greenhouse does not show them to this user, or they were merged or deleted. */
  unread: z.optional(z.boolean()),
  /** And that was so lately that Greenhouse's lists need not show them yet. */
  fresh: z.optional(z.boolean()),
  /** Their page in Greenhouse, where it told. */
  pageUrl: z.optional(greenhousePageSchema),
}));
export type KnownPerson = z.infer<typeof knownPersonSchema>;

/** Somebody as they are told when everybody is: what they are known by, and no more. */
export type IndexedPerson = Pick<
  KnownPerson,
  'candidateId' | 'createdAt' | 'firstName' | 'lastName' | 'preferredName' | 'company' | 'emails' | 'private'
> &
  Required<Pick<KnownPerson, 'urls' | 'phones' | 'externalIds'>>;

export const identitySchema = lazyObject(() => ({
  organisation: z.nullable(z.object({ id: z.string(), name: z.string() })),
  actingUser: z.object({ id, name: z.string(), email: z.string(), siteAdmin: z.boolean() }),
}));
export type Identity = z.infer<typeof identitySchema>;

/** `unknown` where Greenhouse did not tell and only a write could find out; we never write to test a right. */
export const rightSchema = z.object({ scope: z.string(), state: z.enum(['granted', 'missing', 'unknown']) });
export type Right = z.infer<typeof rightSchema>;

/** What the credential may do. */
export interface Granted {
  /** Of the scopes that we use, each. */
  rights: Right[];
  /** Scopes that were granted and that nothing built today uses. */
  surplus: string[];
  /** Whether the user as whom lists are read is a Site Admin; absent where nothing told. */
  readerIsAdmin?: boolean;
}
