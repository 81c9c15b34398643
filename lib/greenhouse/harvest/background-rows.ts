/** A career as Greenhouse can hold it: what it has no place for is named and not sent (harvest-api reference, 7.10). */
import type { Candidate, Education, Position } from '#lib/candidate/schema.ts';

import { educationGap, type Gap, positionGap } from '../career-gaps.ts';
import type { Career } from '../port.ts';

import { type Dictionaries, type Dictionary, nameKey } from './dictionaries.ts';
import { type Body, line } from '../person-parts.ts';

/** An entry that is not sent, by its place in what was given, and what it lacks. */
export interface Skipped {
  at: number;
  lacks: Gap;
}

export interface Rows {
  rows: Body[];
  skipped: Skipped[];
}

type Row = Body | Gap;

const sorted = (rows: Row[]): Rows => ({
  rows: rows.filter((row) => typeof row !== 'string'),
  skipped: rows.flatMap((lacks, at) => (typeof lacks === 'string' ? [{ at, lacks }] : [])),
});

/** Greenhouse wants a day: of a month or a year it is the first. */
const dayOf = (partial: string): string => `${partial}-01-01`.slice(0, 10);

function employmentRow(position: Position): Row {
  const gap = positionGap(position);
  if (gap) return gap;
  const { company, title, start, end, current } = position;
  const row = { company_name: line(company), title: line(title), start_date: dayOf(start ?? '') };
  // Of 2021-05 to 2021, the end is not January.
  return current || !end ? row : { ...row, end_date: start?.startsWith(end) ? row.start_date : dayOf(end) };
}

export const employmentRows = (positions: Position[]): Rows => sorted(positions.map(employmentRow));

const optionIn = (dictionary: Dictionary, name: string | null | undefined): number | undefined =>
  dictionary.get(nameKey(name ?? ''));

const yearAndMonth = (edge: 'start' | 'end', partial: string | null | undefined): Body => {
  const [year, month] = (partial ?? '').split('-').map(Number);
  return { ...(year ? { [`${edge}_date_year`]: year } : {}), ...(month ? { [`${edge}_date_month`]: month } : {}) };
};

function educationRow(education: Education, dictionaries: Dictionaries): Row {
  const gap = educationGap(education);
  if (gap) return gap;
  const { school, degree, field, start, end } = education;
  const schoolId = optionIn(dictionaries.school, school);
  if (!schoolId) return 'school';
  const degreeId = optionIn(dictionaries.degree, degree);
  const disciplineId = optionIn(dictionaries.discipline, field);
  return {
    school_name_custom_field_option_id: schoolId,
    ...(degreeId ? { degree_custom_field_option_id: degreeId } : {}),
    ...(disciplineId ? { discipline_custom_field_option_id: disciplineId } : {}),
    ...yearAndMonth('start', start),
    ...yearAndMonth('end', end),
  };
}

/** A school that is not in the dictionary has no place; a degree or a discipline that is not is left out of its row. */
export const educationRows = (education: Education[], dictionaries: Dictionaries): Rows =>
  sorted(education.map((entry) => educationRow(entry, dictionaries)));

/** Two of these are one entry, whatever else they say: of a stay at a school dates are read in another form than they are written. */
export const employmentKey = ({ company_name, title, start_date }: Body): string =>
  [nameKey(String(company_name)), nameKey(String(title)), String(start_date).slice(0, 7)].join('|');
export const educationKey = (row: Body): string =>
  JSON.stringify(['school_name', 'degree', 'discipline'].map((part) => row[`${part}_custom_field_option_id`] ?? null));

/** Each entry once. @param dictionaries nothing where they may not be read. */
export function careerIn(
  { positions, education }: Pick<Candidate, 'positions' | 'education'>,
  dictionaries: Dictionaries | undefined,
): Career {
  const career: Career = { entries: [], skipped: [] };
  const take = (kind: Career['entries'][number]['kind'], { rows, skipped }: Rows, keyOf: (row: Body) => string): void => {
    career.entries.push(...new Map(rows.map((row) => [keyOf(row), { kind, key: keyOf(row), row }])).values());
    career.skipped.push(...skipped.map((one) => ({ kind, ...one })));
  };
  take('employment', employmentRows(positions), employmentKey);
  if (dictionaries) take('education', educationRows(education, dictionaries), educationKey);
  else career.skipped.push(...education.map((_one, at) => ({ kind: 'education', at, lacks: 'right' }) as const));
  return career;
}
