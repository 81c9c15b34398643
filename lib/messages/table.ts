/**
 * The one table of messages. Each row says who may ask, who answers, and what both sides may say. It is data: the types of
 * `call` and `serve`, the check of the sender and the tests are all derived from it.
 *
 * A page can be told nothing, and ask for nothing but that the panel be opened and that its marks be put right: its readers are
 * injected, answer the injector directly, and never send a message.
 */
import * as z from 'zod/mini';

import {
  calledSchema,
  exportAnswerSchema,
  exportId,
  exportRequestSchema,
  exportViewSchema,
  questionSchema,
  undoableSchema,
  undoPartSchema,
} from '#lib/export/schema.ts';
import { externalIdFieldsSchema } from '#lib/greenhouse/external-ids.ts';
import { choicesSchema, inPoolSchema, jobListSchema, stageSchema } from '#lib/greenhouse/schema.ts';
import { decisionSchema, findRequestSchema, matchSchema, searchSchema, verdictSchema } from '#lib/identity/schema.ts';
import { indexCommandSchema, indexStatusSchema } from '#lib/identity/sync/status.ts';
import { connectionSchema } from '#lib/storage/schema.ts';

/** `extension`: a page of ours (panel, options). `in-page`: our button, standing in a web page. */
export type Context = 'extension' | 'in-page' | 'worker';

interface Row {
  from: Exclude<Context, 'worker'> | 'worker';
  to: 'worker' | 'extension';
  asks: z.ZodMiniType;
  answers: z.ZodMiniType;
}

const nothing = z.strictObject({});
const row = <const R extends Row>(definition: R): R => definition;

const ofExport = z.strictObject({ id: exportId });
const ofJob = z.strictObject({ jobId: z.number() });
const ofList = z.strictObject({ refresh: z.boolean() });

export const MESSAGES = {
  /** Tests the credential in use, or the one on trial, and says who we are and what is missing. */
  'connection.test': row({
    from: 'extension',
    to: 'worker',
    asks: z.strictObject({ which: z.enum(['current', 'pending']) }),
    answers: connectionSchema,
  }),
  /** The recruiter's answer: whether the one on trial takes the place of the one in use. `savedAt` says which one was meant. */
  'connection.settle': row({
    from: 'extension',
    to: 'worker',
    asks: z.strictObject({ take: z.boolean(), savedAt: z.number() }),
    answers: nothing,
  }),
  'jobs.list': row({ from: 'extension', to: 'worker', asks: ofList, answers: jobListSchema }),
  'jobs.stages': row({
    from: 'extension',
    to: 'worker',
    asks: ofJob,
    answers: z.array(stageSchema),
  }),
  /** With a partner key only. */
  'jobs.tracking-link': row({
    from: 'extension',
    to: 'worker',
    asks: ofJob,
    answers: z.string(),
  }),
  'choices.list': row({
    from: 'extension',
    to: 'worker',
    asks: ofList,
    answers: choicesSchema,
  }),
  /** The recruiter's word on who somebody is: kept for this organisation, and asked before anything else. */
  'candidate.decide': row({ from: 'extension', to: 'worker', asks: decisionSchema, answers: nothing }),
  'candidate.search': row({ from: 'extension', to: 'worker', asks: searchSchema, answers: z.array(matchSchema) }),
  /** In which pools the prospects behind these applications are, as far as that is told. */
  'candidate.pools': row({
    from: 'extension',
    to: 'worker',
    asks: z.strictObject({ applicationIds: z.array(z.number()) }),
    answers: z.array(inPoolSchema),
  }),
  'candidate.find': row({ from: 'extension', to: 'worker', asks: findRequestSchema, answers: verdictSchema }),
  /** From this machine alone, one for each: Greenhouse is not asked. */
  'candidate.known': row({
    from: 'extension',
    to: 'worker',
    asks: z.strictObject({ people: z.array(findRequestSchema) }),
    answers: z.array(verdictSchema),
  }),
  'index.status': row({ from: 'extension', to: 'worker', asks: nothing, answers: indexStatusSchema }),
  'index.command': row({ from: 'extension', to: 'worker', asks: indexCommandSchema, answers: indexStatusSchema }),
  /** Told to open pages as the index fills, about once a second. */
  'index.changed': row({ from: 'worker', to: 'extension', asks: indexStatusSchema, answers: nothing }),
  /** The fields in Greenhouse that hold external ids; what is missing of them is made by a press in the settings alone. */
  'external-ids.look': row({
    from: 'extension',
    to: 'worker',
    asks: ofList,
    answers: externalIdFieldsSchema,
  }),
  'external-ids.make': row({ from: 'extension', to: 'worker', asks: nothing, answers: externalIdFieldsSchema }),
  /** Accepts an export: written down before the answer, and the same id is the same export however often it is asked. */
  'export.start': row({ from: 'extension', to: 'worker', asks: exportRequestSchema, answers: exportViewSchema }),
  'export.list': row({ from: 'extension', to: 'worker', asks: nothing, answers: z.array(exportViewSchema) }),
  'export.undo': row({ from: 'extension', to: 'worker', asks: ofExport, answers: exportViewSchema }),
  /** Ends the undo window early. */
  'export.send-now': row({ from: 'extension', to: 'worker', asks: ofExport, answers: exportViewSchema }),
  'export.answer': row({
    from: 'extension',
    to: 'worker',
    asks: z.strictObject({
      id: exportId,
      answer: exportAnswerSchema,
      /** When the view was written that is answered, and the question in it: what stands there by now is not answered by it. */
      seen: z.optional(z.number()),
      about: z.optional(questionSchema),
    }),
    answers: exportViewSchema,
  }),
  /** The network is back, as a page sees it: a worker that sleeps does not hear of it. */
  'export.awake': row({ from: 'extension', to: 'worker', asks: nothing, answers: nothing }),
  /** Who is behind the question of an export, read fresh. */
  'export.people': row({ from: 'extension', to: 'worker', asks: ofExport, answers: z.array(matchSchema) }),
  /** How those are called whose exports have arrived lately, read fresh. */
  'export.names': row({ from: 'extension', to: 'worker', asks: nothing, answers: z.array(calledSchema) }),
  /** What support needs to know of an export: its calls, and nothing of what was in them. */
  'export.report': row({ from: 'extension', to: 'worker', asks: ofExport, answers: z.string() }),
  /** What of an export can still be taken back in Greenhouse, and what stays there; read fresh. */
  'export.undoable': row({ from: 'extension', to: 'worker', asks: ofExport, answers: undoableSchema }),
  'export.take-back': row({
    from: 'extension',
    to: 'worker',
    /** `seen`: when the view was written that the parts were chosen from. */
    asks: z.strictObject({ id: exportId, parts: z.array(undoPartSchema), seen: z.number() }),
    answers: exportViewSchema,
  }),
  /** Told to every open panel whenever a row changes. */
  'export.changed': row({ from: 'worker', to: 'extension', asks: exportViewSchema, answers: nothing }),
  /** Told to open panels after a click on the toolbar button, the menu or the shortcut: the tab may be read now. */
  'panel.read': row({ from: 'worker', to: 'extension', asks: z.strictObject({ tabId: z.number() }), answers: nothing }),
  /** Deletes all that is kept; answers how much there was, by kind. */
  'everything.forget': row({ from: 'extension', to: 'worker', asks: nothing, answers: z.record(z.string(), z.number()) }),
  /** Told to open panels: what they have in mind is not to be written down any more; */
  'everything.forgetting': row({ from: 'worker', to: 'extension', asks: nothing, answers: nothing }),
  /** and now there is nothing more to delete. */
  'everything.forgotten': row({ from: 'worker', to: 'extension', asks: nothing, answers: nothing }),
  /** All that something standing in a page may ask: for the panel, */
  'panel.open': row({ from: 'in-page', to: 'worker', asks: nothing, answers: nothing }),
  /** and, from a list with marks, to be looked at again, since it shows more than before. What it shows is not said. */
  'page.changed': row({ from: 'in-page', to: 'worker', asks: nothing, answers: nothing }),
} as const satisfies Record<string, Row>;

export type MessageName = keyof typeof MESSAGES;
export type Asks<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['asks']>;
export type Answers<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['answers']>;

export const isMessageName = (name: unknown): name is MessageName => typeof name === 'string' && Object.hasOwn(MESSAGES, name);
