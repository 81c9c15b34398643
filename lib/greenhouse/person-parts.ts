/** What the bodies of both APIs have in common: names as lines, and nothing empty, which Greenhouse refuses. */
import type { Candidate } from '#lib/candidate/schema.ts';
import { AppError } from '#lib/errors.ts';

/** The longest that Greenhouse's own clients send for company and title. */
const LONGEST_LINE = 255;

export type Body = Record<string, unknown>;

export const present = (body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** One line, cut between characters and not within one. */
export const line = (text: string | null | undefined): string => {
  const clean = (text ?? '').replace(/\s+/g, ' ').trim();
  return Array.from(clean).slice(0, LONGEST_LINE).join('').trim();
};

/** @throws AppError `export/no-name`: Greenhouse takes nobody without a first and a last name, so nothing is sent. */
export function namesOf({ firstName, lastName, company, title }: Candidate): Body {
  const names = { first_name: line(firstName), last_name: line(lastName) };
  if (names.first_name === '' || names.last_name === '') throw new AppError('export/no-name').as('no');
  return { ...names, company: line(company), title: line(title) };
}
