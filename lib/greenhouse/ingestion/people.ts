/** People whom this partner brought: reading them by id, and making one. */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { unlessForbidden } from '../http/tolerate.ts';
import type { Created, NewPerson } from '../port.ts';
import { greenhousePageSchema, id, type KnownPerson } from '../schema.ts';
import { statusOf } from '../status.ts';

import type { Api } from './api.ts';
import { personBody } from './person-body.ts';

const text = z.nullish(z.string());

const PERSON = lazyObject(() => ({
  id,
  name: text,
  applications: z.nullish(z.array(z.object({ id, job: text, status: text, stage: text, profile_url: z.optional(z.unknown()) }))),
}));
/** The documented sample shows one bare object where the text says an array. */
const PEOPLE = z.union([z.array(PERSON), PERSON]);
/** An address that is none of Greenhouse's own pages is as good as none. */
const pageOf = (told: unknown): string | undefined => greenhousePageSchema.safeParse(told).data;

const CREATED = lazyObject(() => ({ id, application_id: z.nullish(id), profile_url: z.optional(z.unknown()) }));

/**
 * Those of these whom the acting user may see and whose source is still the partner; whoever was merged or deleted is not
 * among them either, and users who may only create see nobody.
 */
export async function findByIds(api: Api, ids: number[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return [];
  const rows = await unlessForbidden(api.read(`candidates?candidate_ids=${ids.join()}`, PEOPLE), []);
  return [rows].flat().map(known);
}

function known({ id: candidateId, name, applications }: z.infer<typeof PERSON>): KnownPerson {
  return {
    candidateId,
    // Told in one piece only.
    firstName: name ?? '',
    lastName: '',
    tags: [],
    emails: [],
    pageUrl: pageOf(applications?.[0]?.profile_url),
    applications: (applications ?? []).map(({ id, job, status, stage }) => ({
      id,
      jobName: job,
      // Of an application to a job it is not told which of the two it is; without a job it can be but one.
      prospect: !job,
      prospectiveJobIds: [],
      status: statusOf(status),
      stage,
    })),
  };
}

/** Sent once; an answer without an id is an unknown outcome. */
export async function createPerson(api: Api, person: NewPerson): Promise<Created> {
  const made = await api.write({ path: 'candidates', json: personBody(person), answer: CREATED, repeatable: false });
  return { candidateId: made.id, applicationId: made.application_id ?? undefined, pageUrl: pageOf(made.profile_url) };
}
