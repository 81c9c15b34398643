import * as z from 'zod/mini';

import { educationsForCandidate, employmentsForCandidate } from '../../company/candidates.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Education, Employment } from '../../store/rows.ts';
import type { World } from '../../world.ts';
import type { Acting } from '../acting.ts';
import { flag, ids } from '../filters.ts';
import { instant } from '../instants.ts';
import { existingCandidate } from '../references.ts';
import { resource } from '../resource.ts';
import { body, creates, DONE, type Read } from '../write.ts';
import { requireCandidate } from '../rights.ts';
import { seesCandidateId } from '../visibility.ts';

const option = z.optional(z.int());
const month = z.optional(z.int().check(z.minimum(1), z.maximum(12)));
const year = z.optional(z.int().check(z.minimum(1900), z.maximum(2100)));

/** Schools are options, never text (harvest-api §7.10). */
const educationBody = body(
  z.strictObject({
    candidate_id: z.int(),
    school_name_custom_field_option_id: option,
    degree_custom_field_option_id: option,
    discipline_custom_field_option_id: option,
    start_date: z.optional(z.iso.date()),
    end_date: z.optional(z.iso.date()),
    start_date_month: month,
    start_date_year: year,
    end_date_month: month,
    end_date_year: year,
  }),
);

export const candidateEducations = resource<Education>({
  name: 'candidate_educations',
  singular: 'Candidate education',
  state: 'candidateEducations',
  table: (db) => db.educations,
  fields: [
    'candidate_id',
    'school_name_custom_field_option_id',
    'degree_custom_field_option_id',
    'discipline_custom_field_option_id',
    'start_at',
    'end_at',
    'start_date_month',
    'start_date_year',
    'end_date_month',
    'end_date_year',
    'latest',
  ],
  filters: {
    candidate_ids: ids('candidate_id', educationsForCandidate),
    start_at: instant('start_at'),
    end_at: instant('end_at'),
    latest: flag('latest'),
  },
  visible: (acting, row) => seesCandidateId(acting, row.candidate_id),
  create: creates(educationBody, createEducation),
  destroy: (acting, row) => {
    requireCandidate(acting, row.candidate_id);
    acting.world.db.educations.remove(row.id);
    return DONE;
  },
});

function createEducation(acting: Acting, body: Read<typeof educationBody>): Education {
  const { world } = acting;
  existingCandidate(acting, body.candidate_id);
  requireCandidate(acting, body.candidate_id);
  for (const key of ['school_name', 'degree', 'discipline'] as const)
    checkOption(world, key, body[`${key}_custom_field_option_id`]);
  const start = date(body.start_date, body.start_date_year, body.start_date_month);
  const end = date(body.end_date, body.end_date_year, body.end_date_month);
  const ofPerson = (row: Education): boolean => row.candidate_id === body.candidate_id;
  const others = world.db.educations.where(ofPerson, { ids: educationsForCandidate(body.candidate_id) });
  return world.db.educations.insert({
    candidate_id: body.candidate_id,
    school_name_custom_field_option_id: body.school_name_custom_field_option_id ?? null,
    degree_custom_field_option_id: body.degree_custom_field_option_id ?? null,
    discipline_custom_field_option_id: body.discipline_custom_field_option_id ?? null,
    start_at: start,
    end_at: end,
    start_date_month: start === null ? null : Number(start.slice(5, 7)),
    start_date_year: start === null ? null : Number(start.slice(0, 4)),
    end_date_month: end === null ? null : Number(end.slice(5, 7)),
    end_date_year: end === null ? null : Number(end.slice(0, 4)),
    latest: others.every((other) => (other.end_at ?? '') <= (end ?? '9999')),
  });
}

/** An option of the dictionary that the key means. */
function checkOption({ db }: World, key: string, id: number | undefined): void {
  if (id === undefined) return;
  const field = db.customFields.first(({ name_key, field_type }) => name_key === key && field_type === 'standard');
  const chosen = db.customFieldOptions.get(id);
  if (!chosen?.active || chosen.custom_field_id !== field?.id) {
    throw unprocessable({ [`${key}_custom_field_option_id`]: `\`${id}\` is not an option of ${key}` });
  }
}

function date(whole: string | undefined, yearOf: number | undefined, monthOf: number | undefined): string | null {
  if (whole !== undefined) return whole;
  return yearOf === undefined ? null : `${yearOf}-${String(monthOf ?? 1).padStart(2, '0')}-01`;
}

/** A start is required (harvest-api §7.10). */
const employmentBody = body(
  z.strictObject({
    candidate_id: z.int(),
    company_name: z.string().check(z.minLength(1)),
    title: z.string().check(z.minLength(1)),
    start_date: z.iso.date(),
    end_date: z.optional(z.iso.date()),
  }),
);

export const candidateEmployments = resource<Employment>({
  name: 'candidate_employments',
  singular: 'Candidate employment',
  state: 'candidateEmployments',
  table: (db) => db.employments,
  fields: ['candidate_id', 'company_name', 'title', 'start_date', 'end_date', 'latest'],
  filters: { candidate_ids: ids('candidate_id', employmentsForCandidate), latest: flag('latest') },
  visible: (acting, row) => seesCandidateId(acting, row.candidate_id),
  create: creates(employmentBody, (acting, { end_date = null, ...body }) => {
    existingCandidate(acting, body.candidate_id);
    requireCandidate(acting, body.candidate_id);
    if (end_date !== null && end_date < body.start_date) throw unprocessable({ end_date: 'is before start_date' });
    return acting.world.db.employments.insert({ ...body, end_date, latest: end_date === null });
  }),
  destroy: (acting, row) => {
    requireCandidate(acting, row.candidate_id);
    acting.world.db.employments.remove(row.id);
    return DONE;
  },
});
