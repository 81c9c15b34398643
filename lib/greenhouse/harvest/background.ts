/** Adds employments and educations to a person. What is there already is not added again, so it may be repeated. */
import type { Education, Position } from '#lib/candidate/schema.ts';

import type { Api } from './api.ts';
import { educationKey, educationRows, employmentKey, employmentRows, type Rows, type Skipped } from './background-rows.ts';
import type { Dictionaries } from './dictionaries.ts';
import { CANDIDATE_EDUCATIONS, CANDIDATE_EMPLOYMENTS } from './lists/people.ts';
import type { Body } from '../person-parts.ts';

export interface Added {
  added: number;
  /** What Greenhouse has no place for, to be shown. */
  skipped: Skipped[];
}

async function addAll(
  api: Api,
  name: string,
  candidateId: number,
  { rows, skipped }: Rows,
  isNew: (row: Body) => boolean,
): Promise<Added> {
  const fresh = rows.filter(isNew);
  // One after the other: Greenhouse shows them in the order in which they came.
  for (const row of fresh) await api.create(name, { candidate_id: candidateId, ...row });
  return { added: fresh.length, skipped };
}

/** Whether a key is seen for the first time. */
function newBeside(keys: Iterable<string>): (key: string) => boolean {
  const known = new Set(keys);
  return (key) => {
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  };
}

export async function addEmployments(api: Api, candidateId: number, positions: Position[]): Promise<Added> {
  const rows = employmentRows(positions);
  if (rows.rows.length === 0) return { added: 0, skipped: rows.skipped };
  const there = await api.list(CANDIDATE_EMPLOYMENTS, { candidate_ids: candidateId });
  const isNew = newBeside(there.map(employmentKey));
  return addAll(api, 'candidate_employments', candidateId, rows, (row) => isNew(employmentKey(row)));
}

export async function addEducations(
  api: Api,
  candidateId: number,
  education: Education[],
  dictionaries: Dictionaries,
): Promise<Added> {
  const rows = educationRows(education, dictionaries);
  if (rows.rows.length === 0) return { added: 0, skipped: rows.skipped };
  const there: Body[] = await api.list(CANDIDATE_EDUCATIONS, { candidate_ids: candidateId });
  const isNew = newBeside(there.map(educationKey));
  return addAll(api, 'candidate_educations', candidateId, rows, (row) => isNew(educationKey(row)));
}
