/**
 * The creates of an export. Each is sent once; what cannot be told from its answer is an unknown outcome
 * (harvest-api reference, 7.1, 7.3, 7.5).
 */
import * as z from 'zod/mini';

import type { Created, NewApplication, NewNote, NewPerson } from '../port.ts';
import { answered, withId } from './answered.ts';
import type { Api } from './api.ts';
import { applicationBody, personBody } from './person-body.ts';
import type { FieldValue } from './person-changes.ts';

const withStage = z.object({ ...withId.shape, stage_name: z.optional(z.unknown()) });
const wrapped = z.object({ candidate: withId, application: z.nullish(withStage) });
const ofApplication = ({ id, stage_name: stage }: z.infer<typeof withStage>) => ({
  applicationId: id,
  ...(typeof stage === 'string' ? { stage } : {}),
});

/** Whether the answer is `{candidate, application}` or the bare candidate is disputed (section 7.1): a bare one has no application id. */
export async function createPerson(api: Api, person: NewPerson, customFields?: FieldValue[]): Promise<Created> {
  const answer = answered(z.union([wrapped, withId]), await api.create('candidates', personBody(person, customFields)));
  return 'candidate' in answer
    ? { candidateId: answer.candidate.id, ...(answer.application ? ofApplication(answer.application) : {}) }
    : { candidateId: answer.id };
}

export async function createApplication(api: Api, application: NewApplication): Promise<Created> {
  const answer = answered(withStage, await api.create('applications', applicationBody(application)));
  return { candidateId: application.candidateId, ...ofApplication(answer) };
}

/** A note of nothing but blanks is not sent. */
export async function addNote(api: Api, { candidateId, applicationId, body, visibility }: NewNote): Promise<void> {
  if (body.trim() === '') return;
  await api.create('notes', {
    candidate_id: candidateId,
    ...(applicationId === undefined ? {} : { application_id: applicationId }),
    body: body.trim(),
    visibility,
    // Refused in lower case (section 6).
    note_type: 'NOTE',
  });
}
