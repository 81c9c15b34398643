/** What the recruiter changed stays theirs while what the pages say changes underneath. Pure. */
import type { Reading } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';

import { UNITS } from './merge-pages.ts';
import { candidateOf, evidenceKeyOf, isJoinable, keyOf, keysOf, newIn, type Value } from './merge-values.ts';

/** @param mine the candidate as shown: what the pages said until now (`before`), with the recruiter's changes. */
export function withChanges(mine: Candidate, edited: readonly string[], before: Reading, after: Reading): Candidate {
  const [was, is] = [candidateOf(before), candidateOf(after)];
  const next: Candidate = { ...mine };
  for (const field of Object.keys({ ...was, ...is }) as (keyof Candidate)[]) {
    if (isJoinable(field)) {
      const [known, kept] = [keysOf(was, field), keysOf(is, field)];
      // A value that was typed before a page said it is the recruiter's own, and does not go with the page.
      const isGone = (value: Value) =>
        known.has(keyOf(field, value)) &&
        !kept.has(keyOf(field, value)) &&
        after.evidence[evidenceKeyOf(field, value)]?.from !== 'recruiter';
      const values = (mine[field] as Value[]).filter((value) => !isGone(value));
      // What an earlier page had and the recruiter's list lacks was taken off on purpose.
      const more = newIn(is, field, new Set([...known, ...keysOf(mine, field)]));
      Object.assign(next, { [field]: [...values, ...more] });
    } else if (!isTheirs(field, mine, edited) && JSON.stringify(was[field]) !== JSON.stringify(is[field])) {
      if (is[field] === undefined) delete next[field];
      else Object.assign(next, { [field]: is[field] });
    }
  }
  return next;
}

/** A name is theirs as a whole: nobody wants the half of it that they left alone exchanged. So is a place. */
function isTheirs(field: keyof Candidate, mine: Candidate, edited: readonly string[]): boolean {
  if (edited.includes(field)) return true;
  if (field === 'place') return edited.includes('location');
  const names: readonly string[] = UNITS.name;
  const isThere = Boolean(mine[field]) || field === 'nameExtras';
  return names.includes(field) && isThere && names.some((name) => edited.includes(name));
}
