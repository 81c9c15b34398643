/**
 * Why an entry of a career has no place in Greenhouse, as far as the entry itself tells (harvest-api reference, 7.10). Whether a school
 * is in the organisation's list only Greenhouse knows.
 */
import type { Education, Position } from '#lib/candidate/schema.ts';

import { line } from './person-parts.ts';

/** What it lacks; `order`: it ends before it begins. */
export type Gap = 'school' | 'company' | 'title' | 'start' | 'order';

type Dates = Pick<Position, 'start' | 'end'>;

/** As precisely as both are known. */
const endsBeforeItBegins = ({ start, end }: Dates): boolean => Boolean(start && end && end < start.slice(0, end.length));

export function positionGap({ company, title, start, end, current }: Position): Gap | undefined {
  if (line(company) === '') return 'company';
  if (line(title) === '') return 'title';
  if (!start) return 'start';
  return !current && endsBeforeItBegins({ start, end }) ? 'order' : undefined;
}

export function educationGap({ school, start, end }: Education): Gap | undefined {
  if (line(school) === '') return 'school';
  return endsBeforeItBegins({ start, end }) ? 'order' : undefined;
}
