/** When two values of a list are one, and one list made of several. Pure. */
import type { Evidence, Reading } from '#lib/candidate/reading.ts';
import { evidenceKey } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';

import { NOBODY_YET } from './draft.ts';

/** Lists whose values stand each for itself, so that pages add to them; careers do not, and are taken whole. */
type Joinable = 'emails' | 'phones' | 'links' | 'skills' | 'languages';

const KEYS: { [L in Joinable]: (value: Candidate[L][number]) => string } = {
  emails: ({ value }) => value.toLowerCase(),
  /** One number however it is printed, and whether or not its country is. */
  phones: ({ value, e164 }) => (e164 ?? value).replace(/\D/g, ''),
  links: ({ url }) => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '').toLowerCase(),
  skills: (value) => value.toLowerCase(),
  languages: (value) => value.toLowerCase(),
};

/** As an `evidenceKey` names it. */
const NAMES: { [L in Joinable]: (value: Candidate[L][number]) => string } = {
  emails: ({ value }) => value,
  phones: ({ value }) => value,
  links: ({ url }) => url,
  skills: (value) => value,
  languages: (value) => value,
};

export const JOINABLE = Object.keys(KEYS) as Joinable[];
export const isJoinable = (field: string): field is Joinable => Object.hasOwn(KEYS, field);

export type Value = Candidate[Joinable][number];
/** The compiler cannot see that a value and its list's function belong together where the list's name is a variable. */
export const keyOf = (list: Joinable, value: Value): string => (KEYS[list] as (value: Value) => string)(value);
export const evidenceKeyOf = (list: Joinable, value: Value): string =>
  evidenceKey(list, (NAMES[list] as (value: Value) => string)(value));

export const keysOf = (candidate: Candidate, list: Joinable): Set<string> =>
  new Set(candidate[list].map((value) => keyOf(list, value)));

/** What `candidate` has of a list and none of those keys names. */
export const newIn = (candidate: Candidate, list: Joinable, known: ReadonlySet<string>): Value[] => {
  const seen = new Set(known);
  return candidate[list].filter((value) => {
    const key = keyOf(list, value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

export const withList = (candidate: Candidate, list: Joinable, values: readonly Value[]): Candidate => ({
  ...candidate,
  [list]: values,
});

export const candidateOf = (reading: Reading): Candidate => reading.candidate ?? NOBODY_YET;

/** Of a value of a list: its own, or that of its list. */
export const evidenceOf = ({ evidence }: Reading, list: Joinable, value: Value): Evidence | undefined =>
  evidence[evidenceKeyOf(list, value)] ?? evidence[list];
