/** Where two pages say different things of one field: the others' words, beside the one that is in use. Pure. */
import type { Candidate } from '#lib/candidate/schema.ts';

import type { Disputed, Draft } from './draft.ts';
import { candidateOf } from './merge-values.ts';
import { pagesOf } from './merge-pages.ts';

export interface OtherWord {
  value: string;
  /** The external id of the page. */
  page: string;
  /** Its address, for its name. */
  url: string;
}

const wordOf = (candidate: Candidate, unit: Disputed): string =>
  (unit === 'name'
    ? [candidate.firstName, candidate.lastName].filter(Boolean).join(' ') || candidate.fullName
    : candidate[unit]
  )?.trim() ?? '';

/** Each once, in the order of the pages; none while the pages agree, whatever the recruiter has typed. */
export function otherWords(draft: Draft, unit: Disputed): OtherWord[] {
  const words = new Map<string, OtherWord>();
  for (const { externalId, url, candidate } of pagesOf(draft).map((page) => ({ ...page, candidate: candidateOf(page) }))) {
    const value = wordOf(candidate, unit);
    const key = folded(value, unit);
    if (value && externalId && url && !words.has(key)) words.set(key, { value, page: externalId, url });
  }
  if (words.size < 2) return [];
  const mine = folded(wordOf(draft.candidate, unit), unit);
  return [...words].filter(([key]) => key !== mine && !(unit === 'location' && isWithin(key, mine))).map(([, word]) => word);
}

/** "Lisbon" says nothing else than "Lisbon, Portugal". */
const isWithin = (less: string, more: string): boolean => ` ${more} `.includes(` ${less} `);

/** Letters with strokes, which are no letter and a mark. */
const STROKES: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const LEGAL =
  /(?: (?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|mbh|ag|kg|ug|se|sa|sas|sarl|srl|sl|spa|bv|nv|ab|as|asa|aps|oy|oyj|pty|pte|kk|doo|sro|kft|sp z oo))+$/;

/** What does not make two words different: case, spaces, marks, punctuation, and what a company is in law. */
export function folded(value: string, unit: Disputed): string {
  const plain = value
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]|\./g, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim();
  return (unit === 'company' && plain.replace(LEGAL, '')) || plain || value;
}
