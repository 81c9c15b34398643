import * as z from 'zod/mini';

import { NOTE_AUTHOR, notesForCandidate } from '../../company/candidates.ts';
import type { Answer } from '../../http/call.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Note } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { choice, ids } from '../filters.ts';
import { keepNote } from '../keep-note.ts';
import { checkReferences, existing } from '../references.ts';
import { present, resource, type Resource } from '../resource.ts';
import { body, type Read } from '../write.ts';
import { requireCandidate, requireRecruiter } from '../rights.ts';
import { seesCandidateId } from '../visibility.ts';

const TYPES = [
  'NOTE',
  'ACTIVITY',
  'INTERVIEW',
  'EMAIL',
  'FOLLOW_UP',
  'TAKE_HOME_TEST',
  'LINKEDIN_NOTE',
  'LINKEDIN_INMAIL',
  'AVAILABILITY_REQUEST',
  'MIGRATION_ERROR',
  'TOUCHPOINT',
  'FORM',
  'FEEDBACK',
];

/** Written one way, read another (harvest-api §7.5). */
const VISIBILITY = { public: 'publicly_visible', private: 'privately_visible', admin_only: 'admin_only_visible' };

const addresses = z.array(z.string());

/** Upper case only, whatever the message says (harvest-api §6). */
const LOWER_CASE = 'is not one of: ["note","activity","email"]';

const noteBody = body(
  z.strictObject({
    candidate_id: z.int(),
    body: z.string().check(z.minLength(1)),
    visibility: z.enum(['public', 'private', 'admin_only']),
    note_type: z.enum(['NOTE', 'ACTIVITY', 'EMAIL'], { error: LOWER_CASE }),
    application_id: z.optional(z.int()),
    user_id: z.optional(z.int()),
    subject: z.optional(z.string()),
    email_from: z.optional(addresses),
    email_to: z.optional(addresses),
    email_cc: z.optional(addresses),
  }),
);

type NoteBody = Read<typeof noteBody>;

const definition: Resource<Note> = {
  name: 'notes',
  singular: 'Note',
  state: 'notes',
  table: (db) => db.notes,
  fields: [
    'candidate_id',
    'application_id',
    'body',
    'subject',
    'type',
    'user_id',
    'email_from',
    'email_to',
    'email_cc',
    'import_hash',
    'body_with_tags',
    'visibility',
    'email_attachment_file_names',
  ],
  filters: {
    candidate_ids: ids('candidate_id', notesForCandidate),
    user_ids: ids('user_id', (id) => (id === NOTE_AUTHOR ? undefined : [])),
    // No seeded note hangs on an application.
    application_ids: ids('application_id', () => []),
    type: choice('type', TYPES),
    visibility: choice('visibility', Object.values(VISIBILITY)),
  },
  visible: (acting, row) => seesCandidateId(acting, row.candidate_id),
  create: { forms: noteBody.forms, act: (acting, given) => create(acting, noteBody.read(given, acting.world)) },
};

/** The candidate is not looked up: a note on nobody is kept, and cannot be removed (harvest-api §6). */
function create(acting: Acting, body: NoteBody): Answer {
  const { world, user } = acting;
  checkEmailKeys(body);
  if (world.db.candidates.get(body.candidate_id)) requireCandidate(acting, body.candidate_id);
  else requireRecruiter(acting);
  if (world.quirks.noteOnNobody === '422') existing(world.db.candidates, body.candidate_id, 'candidate_id');
  checkReferences(world, body);
  checkApplication(acting, body);
  const note = keepNote(world, {
    candidate_id: body.candidate_id,
    application_id: body.application_id ?? null,
    body: body.body,
    subject: body.subject ?? null,
    type: body.note_type,
    user_id: body.user_id ?? user.id,
    email_from: body.email_from?.join(', ') ?? null,
    email_to: body.email_to?.join(', ') ?? null,
    email_cc: body.email_cc ?? null,
    visibility: VISIBILITY[body.visibility],
  });
  const shown = present(definition, world, note);
  return { status: 201, body: world.quirks.noteVisibilityAsWritten ? { ...shown, visibility: body.visibility } : shown };
}

/** All of them for EMAIL, none of them otherwise; a subject is tolerated (harvest-api §7.5). */
function checkEmailKeys(body: NoteBody): void {
  const email = body.note_type === 'EMAIL';
  if (email && body.subject === undefined) throw unprocessable({ subject: 'is required' });
  for (const key of ['email_from', 'email_to', 'email_cc'] as const) {
    const addressed = body[key];
    if (email && (addressed === undefined || (addressed.length === 0 && key !== 'email_cc')))
      throw unprocessable({ [key]: 'is required' });
    if (!email && addressed !== undefined) throw unprocessable({ [key]: 'is only for note_type EMAIL' });
  }
}

function checkApplication({ world }: Acting, { application_id, candidate_id }: NoteBody): void {
  if (application_id === undefined) return;
  const application = existing(world.db.applications, application_id, 'application_id');
  if (application.candidate_id !== candidate_id)
    throw unprocessable({ application_id: `is not an application of candidate ${candidate_id}` });
}

export const notes = resource(definition);
