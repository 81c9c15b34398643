/**
 * One person read on several pages: the first is the page that they were met on, and gives the person their identity. Of each
 * field one page's word is in use; lists add up. Which order the other pages came in decides only whose word that is. Pure.
 */
import { UNCERTAIN_BELOW, type Evidence, type Reading } from '#lib/candidate/reading.ts';
import type { Candidate, TextField } from '#lib/candidate/schema.ts';

import type { Disputed, Draft } from './draft.ts';
import { stillMissing } from './merge-missing.ts';
import { idsOf } from './merge-parts.ts';
import { candidateOf, evidenceKeyOf, evidenceOf, JOINABLE, keysOf, newIn, withList } from './merge-values.ts';

/** What is taken from one page as a whole: half a name from here and half from there is nobody's. The first words it. */
export const UNITS: Record<Disputed, readonly (TextField | 'nameExtras' | 'place')[]> = {
  name: ['fullName', 'firstName', 'lastName', 'nameExtras'],
  headline: ['headline'],
  title: ['title'],
  company: ['company'],
  location: ['location', 'place'],
};
/** Entries of two careers cannot be told apart by machine, so the fuller one is taken. */
const CAREERS = ['positions', 'education'] as const;

/** For what a reader found without saying how. */
const UNTOLD: Evidence = { from: 'text', confidence: UNCERTAIN_BELOW };

/** All pages of a draft, its own first. */
export const pagesOf = ({ pages, reading }: Pick<Draft, 'pages' | 'reading'>): readonly Reading[] => pages ?? [reading];

/** The pages as one reading, under the identity of the first. One page alone stays exactly as it is. */
export function combined(pages: readonly Reading[], uses: Draft['uses'] = {}): Reading {
  const [own, ...others] = pages;
  if (!own) throw new Error('a person was read on some page');
  if (others.length === 0) return own;
  const evidence: Record<string, Evidence> = { ...own.evidence };
  const note = (key: string, how: Evidence | undefined, { url }: Reading) => {
    if (evidence[key]?.from !== 'recruiter') evidence[key] = { ...(how ?? UNTOLD), ...(url ? { page: url } : {}) };
  };

  let candidate: Candidate = { ...candidateOf(own) };
  for (const [unit, fields] of Object.entries(UNITS) as [Disputed, (typeof UNITS)[Disputed]][]) {
    const page = inUse(pages, unit, uses[unit]);
    if (!page || page === own) continue;
    for (const field of fields) {
      const value = candidateOf(page)[field];
      delete candidate[field];
      delete evidence[field];
      if (value == null) continue;
      Object.assign(candidate, { [field]: value });
      if (typeof value === 'string') note(field, page.evidence[field], page);
    }
  }
  const pictured = pages.find((page) => candidateOf(page).photoUrl);
  if (pictured && pictured !== own) {
    candidate.photoUrl = candidateOf(pictured).photoUrl;
    note('photoUrl', pictured.evidence['photoUrl'], pictured);
  }
  for (const list of CAREERS) {
    const longest = pages.reduce((a, b) => (candidateOf(b)[list].length > candidateOf(a)[list].length ? b : a));
    if (longest === own) continue;
    Object.assign(candidate, { [list]: candidateOf(longest)[list] });
    note(list, longest.evidence[list], longest);
  }
  for (const page of others) {
    for (const list of JOINABLE) {
      const more = newIn(candidateOf(page), list, keysOf(candidate, list));
      candidate = withList(candidate, list, [...candidate[list], ...more]);
      for (const value of more) note(evidenceKeyOf(list, value), evidenceOf(page, list, value), page);
    }
  }
  const missing = stillMissing(own.missing, candidate);
  return {
    ...own,
    status: missing.length > 0 ? own.status : 'complete',
    candidate,
    evidence,
    missing,
    aliases: [...new Set(pages.flatMap(idsOf))].filter((id) => id !== own.externalId),
  };
}

/** The page whose word is taken: the recruiter's choice, or the first that is sure of it and, of a name, has both parts. */
function inUse(pages: readonly Reading[], unit: Disputed, chosen: string | undefined): Reading | undefined {
  const saying = pages.filter((page) => UNITS[unit].some((field) => candidateOf(page)[field]));
  const rank = (page: Reading): number => {
    const { firstName, lastName } = candidateOf(page);
    const sure = UNITS[unit].every(
      (field) => !candidateOf(page)[field] || (page.evidence[field] ?? UNTOLD).confidence >= UNCERTAIN_BELOW,
    );
    return (unit === 'name' && firstName && lastName ? 2 : 0) + (sure ? 1 : 0);
  };
  const best = Math.max(...saying.map(rank));
  return saying.find(({ externalId }) => externalId === chosen) ?? saying.find((page) => rank(page) === best);
}
