import * as z from 'zod/mini';

import { unprocessable } from '../../http/refusal.ts';
import { validBody } from '../../http/json-body.ts';
import { customFieldsBody } from '../custom-values.ts';
import { body, type Body } from '../write.ts';

const id = z.int();

const attribution = {
  source_id: z.optional(id),
  referrer_id: z.optional(id),
  recruiter_id: z.optional(id),
  coordinator_id: z.optional(id),
  custom_fields: z.optional(customFieldsBody),
};

const candidateKeys = { job_id: id, initial_stage_id: z.optional(id) };

const prospectKeys = {
  prospect: z.literal(true),
  job_ids: z.optional(z.array(id)),
  prospect_pool_id: z.optional(id),
  prospect_pool_stage_id: z.optional(id),
  prospect_owner_id: z.optional(id),
  prospective_department_id: z.optional(id),
  prospective_office_id: z.optional(id),
};

const top = { candidate_id: id, created_at: z.optional(z.iso.datetime({ offset: true })) };

/** The two arms nested in `POST /candidates` (harvest-api §7.1). */
const nestedCandidate = z.strictObject({ ...candidateKeys, ...attribution });
const nestedProspect = z.strictObject({ ...prospectKeys, ...attribution });
/** The two arms of `POST /applications`, which also name the person (harvest-api §7.3). */
const candidateArm = z.strictObject({ ...top, ...candidateKeys, ...attribution });
const prospectArm = z.strictObject({ ...top, ...prospectKeys, ...attribution });

/** A date here, where a POST takes a date-time; whether a PATCH takes that too is not told. */
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** `PATCH /applications/{id}`: here the pool stage is called `prospect_stage_id` (harvest-api §7.3). */
export const applicationPatch = body(
  z.strictObject({
    ...attribution,
    prospect_pool_id: z.optional(id),
    prospect_stage_id: z.optional(id),
    rejected_at: z.optional(day),
    created_at: z.optional(day),
  }),
);

export type CandidateArm = z.infer<typeof nestedCandidate> & { created_at?: string | undefined };
export type ProspectArm = z.infer<typeof nestedProspect> & { created_at?: string | undefined };
export type ApplicationBody = CandidateArm | ProspectArm;

export function nestedApplication(body: unknown): ApplicationBody {
  return armOf(body) === 'prospect' ? validBody(nestedProspect, body) : validBody(nestedCandidate, body);
}

export const wholeApplication: Body<ApplicationBody & { candidate_id: number }> = {
  forms: [candidateArm, prospectArm],
  read: (given) => (armOf(given) === 'prospect' ? validBody(prospectArm, given) : validBody(candidateArm, given)),
};

/** Exactly one arm; neither is a mismatch of the schema's `oneOf` (harvest-api §6). */
function armOf(body: unknown): 'candidate' | 'prospect' {
  const keys = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  if (keys.includes('prospect') === keys.includes('job_id'))
    throw unprocessable('request body does not match exactly one schema: give job_id or prospect');
  return keys.includes('prospect') ? 'prospect' : 'candidate';
}
