/** What a page lacked and another has by now is missing no longer. */
import type { Candidate } from '#lib/candidate/schema.ts';

/** The section that a list comes from, in the words of `Reading.missing`. */
const SECTION: Record<string, string> = {
  experience: 'positions',
  contact: 'emails',
  email: 'emails',
  'contact info': 'emails',
  name: 'firstName',
};

export const stillMissing = (missing: readonly string[], candidate: Candidate): string[] =>
  missing.filter((word) => !isThereByNow(candidate, word));

/** A cut-off list stays reported until it is whole. */
function isThereByNow(candidate: Candidate, word: string): boolean {
  const [, list, , total] = /^(\w+) (\d+) of (\d+)$/.exec(word) ?? [];
  const value = candidate[(list ?? SECTION[word] ?? word) as keyof Candidate];
  if (!Array.isArray(value)) return typeof value === 'string' && value !== '';
  return value.length >= (total === undefined ? 1 : Number(total));
}
