/** What is kept between sessions, besides the outbox, the ledger and the drafts (which are in the database). */
import * as z from 'zod/mini';

import { readingSchema } from '#lib/candidate/reading.ts';
import { candidateSchema } from '#lib/candidate/schema.ts';
import { wireErrorSchema } from '#lib/errors.ts';
import { exportId } from '#lib/export/schema.ts';
import { identitySchema, rightSchema } from '#lib/greenhouse/schema.ts';
import { indexScopeSchema } from '#lib/identity/sync/status.ts';
import { lazyObject } from '#lib/lazy-object.ts';

const healthSchema = lazyObject(() => ({
  /** Scopes that were granted and that nothing built today uses. */
  surplus: z.array(z.string()),
  /** Whether the user as whom lists are read is a Site Admin; absent where nothing told. */
  readerIsAdmin: z.optional(z.boolean()),
  /** The allowance as Greenhouse told it last, and the end of its window, epoch milliseconds. */
  rate: z.optional(z.object({ limit: z.number(), remaining: z.number(), resetAt: z.number() })),
  /** Epoch milliseconds. */
  checkedAt: z.number(),
}));

const connectionParts = {
  /** The recruiter on whose behalf everything is written. */
  actingEmail: z.string(),
  /** Absent until a test has succeeded once. */
  identity: z.optional(identitySchema),
  /** Who it was before a test was refused: whose data is whose does not change by a refusal. */
  was: z.optional(identitySchema),
  rights: z.array(rightSchema),
  /** Epoch milliseconds of the last test. */
  testedAt: z.optional(z.number()),
  /** What the last test ran into. */
  error: z.optional(wireErrorSchema),
  /** Epoch milliseconds at which this credential was first saved here: all that can be told of its age. Tells two of a kind apart. */
  savedAt: z.optional(z.number()),
  /** Guessed from the organisation's name by the first test, then the administrator's word: Greenhouse does not tell. */
  environment: z.optional(z.enum(['production', 'sandbox'])),
  /** What the last check that was answered found besides the rights. */
  health: z.optional(healthSchema),
  /** Given by the organisation's policy, not typed. */
  byPolicy: z.optional(z.boolean()),
};

/** The connection, without its secret (client secret, or partner key): that is in the vault. */
export const connectionSchema = z.union([
  z.object({ kind: z.literal('harvest'), clientId: z.string(), ...connectionParts }),
  z.object({ kind: z.literal('partner'), ...connectionParts }),
]);
export type Connection = z.infer<typeof connectionSchema>;
export type HarvestConnection = Extract<Connection, { kind: 'harvest' }>;
export type PartnerConnection = Extract<Connection, { kind: 'partner' }>;

/** The last choice on a site: remembered, and shown. */
export const siteChoiceSchema = lazyObject(() => ({
  kind: z.enum(['candidate', 'prospect']),
  /** Null is a choice too: no job. */
  jobId: z.optional(z.nullable(z.number())),
  poolId: z.optional(z.number()),
  poolStageId: z.optional(z.number()),
  /** Absent: the job's first stage. */
  stageId: z.optional(z.number()),
  /** A prospect may be considered for several jobs: those after the first. */
  moreJobIds: z.optional(z.array(z.number())),
  sourceId: z.optional(z.number()),
  referrerId: z.optional(z.number()),
  tags: z.array(z.string()),
}));
export type SiteChoice = z.infer<typeof siteChoiceSchema>;

/** What was said about the index of everybody. How far it has come is written in the index itself. */
export const peopleIndexSchema = lazyObject(() => ({
  /** Absent until the recruiter has chosen: `indexScope` of the policy's rules says what holds. */
  scope: z.optional(indexScopeSchema),
  /** Accounts whose index the recruiter has stopped for now. */
  paused: z.array(z.string()),
  /** Accounts whose very many people the recruiter wants fetched all the same. */
  agreed: z.array(z.string()),
}));
export type PeopleIndexChoice = z.infer<typeof peopleIndexSchema>;

/** How long an export is held before anything is sent, in seconds. */
export const undoSecondsSchema = z.number().check(z.int(), z.gte(0), z.lte(60));

export const settingsSchema = lazyObject(() => ({
  undoSeconds: undoSecondsSchema,
  /** What goes along with an export; absent until the recruiter has chosen: `goesAlong` of the policy's rules says what holds. */
  sendCareer: z.optional(z.boolean()),
  attachProfile: z.optional(z.boolean()),
  /** Sites whose pages carry our button: site ids, or origins. */
  buttonOn: z.array(z.string()),
  /** Sites on whose lists whoever is in Greenhouse is marked: site ids. */
  marksOn: z.optional(z.array(z.string())),
  /** Names of the two fields for external ids, where the organisation has said none and has fields of its own. */
  externalIdField: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  externalIdBucketField: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
}));
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { undoSeconds: 10, buttonOn: [] };

/** What a recruiter has begun with one person: survives closing, tab switches and updates; sealed in the database. */
export const draftSchema = lazyObject(() => ({
  externalId: z.string(),
  /** Whose jobs `choice` names and where `exportId` goes; absent while nobody was connected. */
  account: z.optional(z.string()),
  /** The id of the export that this draft becomes: made once, so that pressing again is the same export. */
  exportId: z.optional(exportId),
  /** What all pages say of the person, as one. */
  reading: readingSchema,
  /** Those pages, where there are several; the one that the person was met on first. */
  pages: z.optional(z.array(readingSchema)),
  /** By field, the external id of the page whose word the recruiter has chosen. */
  uses: z.optional(z.catchall(z.object({}), z.string())),
  /** As edited. */
  candidate: candidateSchema,
  /** Fields that the recruiter changed: a new reading never overwrites them. */
  edited: z.array(z.string()),
  choice: z.optional(siteChoiceSchema),
  note: z.string(),
  noteVisibility: z.enum(['public', 'private', 'admin_only']),
  savedAt: z.number(),
}));
export type StoredDraft = z.infer<typeof draftSchema>;
