/** An export as the panel asks for it, and as the panel sees it while it goes on. */
import * as z from 'zod/mini';

import { candidateSchema } from '#lib/candidate/schema.ts';
import { wireErrorSchema } from '#lib/errors.ts';
import { greenhousePageSchema } from '#lib/greenhouse/schema.ts';
import { lazyObject } from '#lib/lazy-object.ts';

const id = z.number().check(z.int(), z.positive());

/** A UUID, made by the panel: so that a double click, a lost reply and a reopened panel are one export. */
export const exportId = z.string().check(z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i));

export const targetSchema = z.union([
  z.object({ kind: z.literal('candidate'), jobId: id, stageId: z.optional(id) }),
  z.object({ kind: z.literal('prospect'), jobIds: z.array(id), poolId: z.optional(id), poolStageId: z.optional(id) }),
  // To no job: somebody known (`candidateId`) gets what is missing there of the profile.
  z.object({ kind: z.literal('update') }),
]);

/** What an update can add to somebody. */
export const addedSchema = z.enum(['profile', 'external-id', 'email', 'phone', 'link', 'title', 'company', 'tag']);
export type Added = z.infer<typeof addedSchema>;

/** A stored row has them beside its own. */
export const requestFields = () => ({
  /** Made by the panel: a double click, a lost reply and a reopened panel are one and the same export. */
  id: exportId,
  externalId: z.string().check(z.minLength(3), z.maxLength(2000)),
  /** Whose Greenhouse the panel shows the jobs of: sent to no other. */
  account: z.optional(z.string()),
  aliases: z.array(z.string()),
  site: z.string(),
  url: z.string(),
  candidate: candidateSchema,
  target: targetSchema,
  /** For the queue, so that a row needs no look-up to be shown. */
  jobName: z.optional(z.string()),
  sourceId: z.optional(id),
  referrerId: z.optional(id),
  tags: z.array(z.string().check(z.minLength(1), z.maxLength(200))),
  note: z.optional(z.object({ body: z.string(), visibility: z.enum(['public', 'private', 'admin_only']) })),
  /** What of the candidate's career goes along, as Greenhouse's own records. */
  career: z.optional(z.array(z.enum(['employments', 'educations']))),
  /** The profile as a text file, to hang on the application. The title is its name, but for the ending. */
  file: z.optional(
    z.object({ title: z.string().check(z.minLength(1), z.maxLength(150)), text: z.string().check(z.minLength(1)) }),
  ),
  /** The known person to add to the job; absent for someone new. */
  candidateId: z.optional(id),
  /** The recruiter saw the match and wants a second record all the same. */
  createAnyway: z.boolean(),
});
export const exportRequestSchema = lazyObject(requestFields);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportStates = [
  'held', // undo window: nothing has been sent
  'matching', // looking once more whether the person is known
  'creating', // a create may be on its way: the outcome is unknown until `created` is written
  'created', // the person and the application are there; the recruiter need not wait any longer
  'attaching', // note and tags
  'done',
  'needs-you', // stopped: `error` or `question` says what for
  'undone', // nothing was sent
  'merging', // two records of the person are being made one, at the recruiter's word
  'taking-back', // what it made is being deleted, at the recruiter's word
  'taken-back', // some of it, or all
  'abandoned', // let go while nobody knew whether a create had arrived: what was sent is remembered
] as const;

/** `identity`: address and external id of the profile, for somebody who was in Greenhouse before. */
const followUpStep = z.enum([
  'identity',
  'note',
  'tags',
  'career', // what of it there is a place for; then each entry is a step of its own
  'employments',
  'educations',
  'attachment', // the profile as a text file
]);

export const followUpSchema = lazyObject(() => ({
  step: followUpStep,
  /** Of a step that adds several, each sent and looked for by itself: which, by its place among them. */
  item: z.optional(z.number()),
  state: z.enum([
    'waiting',
    'sending', // it may be on its way
    'lost', // it was sent, and nobody answered: it is looked for, and not sent again
    'done',
    'failed', // refused: it is not there
    'unknown', // lost, and not to be found
    'skipped', // left out; it may be there where its error says that nobody knows
  ]),
  /** Its last sending, in epoch milliseconds by the device's clock, and by Greenhouse's where that is known. */
  sent: z.optional(z.object({ at: z.number(), theirs: z.optional(z.number()) })),
  /** How often a lost one was looked for. */
  looks: z.optional(z.number()),
  /** The recruiter wants it sent again if it is still not to be found. */
  again: z.optional(z.boolean()),
  /** One sending of it was lost, and it was sent again by the recruiter's word: a refusal of a later one says nothing about the first. */
  lostBefore: z.optional(z.boolean()),
  /** When it is sent, or looked for, again. */
  retryAt: z.optional(z.number()),
  /** What tells an entry of a career from any other: a keyed hash. */
  hash: z.optional(z.string()),
  /** Why an entry of a career was left out: what it lacks (`lib/greenhouse/career-gaps.ts`), or the right to it. */
  lacks: z.optional(z.enum(['school', 'company', 'title', 'start', 'order', 'right'])),
  /** Greenhouse's field for external ids has no room for another. */
  full: z.optional(z.boolean()),
  error: z.optional(wireErrorSchema),
}));
export type FollowUp = z.infer<typeof followUpSchema>;

export const questionSchema = z.enum([
  'known',
  'unknown-outcome',
  'cannot-look',
  'gone',
  'hidden',
  'twice',
  'job-closed',
  'follow-up',
]);
export type Question = z.infer<typeof questionSchema>;

/** For what a row rests, where its state and its error do not say it. */
export const waitsForSchema = z.enum(['answer-lost', 'another-export', 'other-user', 'storage']);

/** What an export made and can delete, in the order in which that is done. */
export const undoPartSchema = z.enum(['application', 'person', 'tags']);
export type UndoPart = z.infer<typeof undoPartSchema>;

/**
 * - `no-call`: Greenhouse has none for it.
 * - `others-work`: it was moved or worked on since.
 * - `not-listed`: made so lately that no list shows it yet.
 * - `not-ours`: another account's, or user's, than the one that is connected.
 * - `in-use`: another export from here has not ended with them.
 * - `unsure`: found by looking when the answer was lost, so it may be what somebody else made in the same moment.
 */
const whySchema = z.enum([
  'no-call',
  'others-work',
  'not-listed',
  'gone',
  'no-right',
  'not-offered',
  'not-ours',
  'in-use',
  'unsure',
]);
export const cannotSchema = z.object({
  /** `profile`: what was added to the record of somebody who was there; `rest`: what else followed. */
  what: z.enum([...undoPartSchema.options, 'note', 'profile', 'rest', 'emails']),
  why: whySchema,
});
export type Cannot = z.infer<typeof cannotSchema>;
export const undoableSchema = z.object({ can: z.array(undoPartSchema), cannot: z.array(cannotSchema) });
export type Undoable = z.infer<typeof undoableSchema>;

export const backSchema = z.object({
  part: undoPartSchema,
  state: z.enum(['waiting', 'done', 'failed']),
  /** Of one that failed: what was seen right before it, or Greenhouse's refusal. */
  why: z.optional(whySchema),
  error: z.optional(wireErrorSchema),
});
export type Back = z.infer<typeof backSchema>;

/** What the panel sees of a row: no more of the person than a name, which goes when the row is done. */
export const exportViewSchema = lazyObject(() => ({
  id: exportId,
  externalId: z.string(),
  name: z.string(),
  jobName: z.optional(z.string()),
  /** The name of the organisation that it goes to, where Greenhouse told it. */
  organisation: z.optional(z.string()),
  /** Goes to another account than the one that is connected, and waits for it. Told, and not written down. */
  elsewhere: z.optional(z.boolean()),
  state: z.enum(exportStates),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  heldUntil: z.optional(z.number()),
  /** When it is tried again without anyone doing anything. */
  retryAt: z.optional(z.number()),
  /** Epoch milliseconds of the step that this is the view of; an answer names the view that it is to. */
  writtenAt: z.optional(z.number()),
  waitsFor: z.optional(waitsForSchema),
  candidateId: z.optional(id),
  applicationId: z.optional(id),
  pageUrl: z.optional(greenhousePageSchema),
  outcome: z.optional(z.enum(['created', 'added', 'already-there', 'updated', 'merged', 'stepped-back'])),
  /** What an update added; empty when nothing was missing. */
  added: z.optional(z.array(addedSchema)),
  followUps: z.array(followUpSchema),
  /** What the recruiter wanted to be taken back, and what came of it. Of what is done, no number is left here. */
  back: z.optional(z.array(backSchema)),
  error: z.optional(wireErrorSchema),
  /**
   * - `known`: somebody with this email is in Greenhouse by now; add them to the job, or create anyway?
   * - `unknown-outcome`: the create was sent and nobody answered; it was looked for and not found (yet).
   * - `cannot-look`: the same, and the credential cannot look people up.
   * - `gone`: the person to add was deleted, merged or anonymised meanwhile.
   * - `twice`: another record of them came to be in the same moment; which stays is for the recruiter to say.
   * - `job-closed`: the job was closed since it was chosen; to which other one?
   * - `hidden`: exported from here long ago, and not shown any more: deleted, merged, or private.
   * - `follow-up`: they are there, and something that was to follow is `failed` or `unknown`.
   */
  question: z.optional(questionSchema),
  /** Other records of whoever was made, with the lowest id first. */
  twins: z.optional(z.array(id)),
  /** It is over, and the recruiter took it off their list. */
  dismissed: z.optional(z.boolean()),
  /** The people behind the question. */
  candidateIds: z.optional(z.array(id)),
}));
export type ExportView = z.infer<typeof exportViewSchema>;

/** Whom an export is of, as Greenhouse calls them now. */
export const calledSchema = lazyObject(() => ({ candidateId: id, name: z.string() }));
export type Called = z.infer<typeof calledSchema>;

/** States in which nothing remains to be done. */
export const isOver = (state: ExportView['state']): boolean => OVER.has(state);
const OVER: ReadonlySet<ExportView['state']> = new Set(['done', 'undone', 'abandoned', 'taken-back']);

/** The answer of a recruiter to a row that needs them. */
export const exportAnswerSchema = z.union([
  z.object({ do: z.literal('retry') }),
  z.object({ do: z.literal('add-to'), candidateId: id }),
  z.object({ do: z.literal('create-anyway') }),
  /** The records that came to be at one moment stay two. */
  z.object({ do: z.literal('keep-both') }),
  /** They become one, and the one with this number stays. */
  z.object({ do: z.literal('merge'), survivorId: id }),
  /** What we made is taken back. */
  z.object({ do: z.literal('step-back') }),
  /** It arrived: the recruiter has seen it in Greenhouse, and gives its number or does not. */
  z.object({ do: z.literal('is-there'), candidateId: z.optional(id) }),
  z.object({ do: z.literal('drop') }),
  /** What was refused, or is not to be found, is sent again, or left out. */
  z.object({ do: z.enum(['retry-step', 'skip-step']), step: followUpStep }),
  /** The same person to another job. */
  z.object({ do: z.literal('to-job'), jobId: id, jobName: z.string() }),
  /** What is over, and was told of, need not be told of any longer. */
  z.object({ do: z.literal('dismiss') }),
]);
export type ExportAnswer = z.infer<typeof exportAnswerSchema>;
