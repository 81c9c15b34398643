/** Adds employments and educations to a person. What is there already is not added again, so it may be repeated. */
import type { Education, Position } from '#lib/candidate/schema.ts';

import type { Api } from './api.ts';
import { educationRows, employmentRows, type Rows, type Skipped } from './background-rows.ts';
import { type Dictionaries, nameKey } from './dictionaries.ts';
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
  const keyOf = (company: unknown, title: unknown, start: unknown): string =>
    [nameKey(String(company)), nameKey(String(title)), String(start).slice(0, 7)].join('|');
  const rows = employmentRows(positions);
  if (rows.rows.length === 0) return { added: 0, skipped: rows.skipped };
  const there = await api.list(CANDIDATE_EMPLOYMENTS, { candidate_ids: candidateId });
  const isNew = newBeside(there.map(({ company_name, title, start_date }) => keyOf(company_name, title, start_date)));
  return addAll(api, 'candidate_employments', candidateId, rows, (row) =>
    isNew(keyOf(row['company_name'], row['title'], row['start_date'])),
  );
}

/** Two stays at one school for one degree are one: Greenhouse's dates of a stay are read in another form than they are written. */
export async function addEducations(
  api: Api,
  candidateId: number,
  education: Education[],
  dictionaries: Dictionaries,
): Promise<Added> {
  const rows = educationRows(education, dictionaries);
  if (rows.rows.length === 0) return { added: 0, skipped: rows.skipped };
  const there: Body[] = await api.list(CANDIDATE_EDUCATIONS, { candidate_ids: candidateId });
  const keyOf = (row: Body): string =>
    JSON.stringify(['school_name', 'degree', 'discipline'].map((part) => row[`${part}_custom_field_option_id`] ?? null));
  const isNew = newBeside(there.map(keyOf));
  return addAll(api, 'candidate_educations', candidateId, rows, (row) => isNew(keyOf(row)));
}
