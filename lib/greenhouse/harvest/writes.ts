/** Everything that changes Greenhouse. Each create is sent once; what cannot be told from its answer is an unknown outcome. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import type { Created, NewApplication, NewNote, NewPerson } from '../port.ts';
import type { Api } from './api.ts';
import { APPLIED_CANDIDATE_TAGS, CANDIDATE_TAGS } from './lists/people.ts';
import { applicationBody, personBody, uniqueNames } from './person-body.ts';
import { id } from './resource.ts';

const withId = z.object({ id });
const wrapped = z.object({ candidate: withId, application: z.nullish(withId) });

/** A 201 without an id was probably done: only looking for the record can tell. */
function created<S extends z.ZodMiniType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppError('greenhouse/unknown-outcome');
  return parsed.data;
}

/** Whether the answer is `{candidate, application}` or the bare candidate is disputed (section 7.1): a bare one has no application id. */
export async function createPerson(api: Api, person: NewPerson): Promise<Created> {
  const answer = created(z.union([wrapped, withId]), await api.create('candidates', personBody(person)));
  return 'candidate' in answer
    ? { candidateId: answer.candidate.id, applicationId: answer.application?.id }
    : { candidateId: answer.id };
}

export async function createApplication(api: Api, application: NewApplication): Promise<Created> {
  const answer = created(withId, await api.create('applications', applicationBody(application)));
  return { candidateId: application.candidateId, applicationId: answer.id };
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

/** Finds or makes each tag, then applies those that are not on the person yet: may be repeated, as what was done is found. */
export async function addTags(api: Api, candidateId: number, tags: string[]): Promise<void> {
  const wanted = uniqueNames(tags);
  if (wanted.length === 0) return;
  const [existing, applied] = await Promise.all([
    api.list(CANDIDATE_TAGS),
    api.list(APPLIED_CANDIDATE_TAGS, { candidate_ids: candidateId }),
  ]);
  const idByName = new Map(existing.flatMap(({ id, name }) => (name ? [[name.trim().toLowerCase(), id] as const] : [])));
  const there = new Set(applied.map(({ candidate_tag_id }) => candidate_tag_id));
  for (const name of wanted) {
    const tagId = idByName.get(name.toLowerCase()) ?? created(withId, await api.create('candidate_tags', { name })).id;
    if (!there.has(tagId)) await api.create('applied_candidate_tags', { candidate_id: candidateId, candidate_tag_id: tagId });
  }
}
