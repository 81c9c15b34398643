/** Each right that Gleaner uses, in plain words: what it is for, and what is switched off without it. */
import type { Right } from '#lib/greenhouse/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

import { PARTNER_PURPOSES, PURPOSES } from './purposes.ts';

/** What an administrator ticks in Greenhouse. */
export const SCOPES: readonly string[] = PURPOSES.filter(({ need }) => need !== 'later').map(({ scope }) => scope);

export interface RightRow extends Right {
  purpose: string;
  without: string;
  /** The main job does not work without it. */
  essential: boolean;
}

const URGENCY = { missing: 0, unknown: 1, granted: 2 };

/** What to mend comes first. */
export function rightRows(rights: readonly Right[]): RightRow[] {
  return rights.map(rowOf).sort((a, b) => URGENCY[a.state] - URGENCY[b.state] || Number(b.essential) - Number(a.essential));
}

/** The list names a purpose and `_locales` its words; a test holds the two together. */
export const wordsFor = (purpose: string): { purpose: TextKey; without: TextKey } => ({
  purpose: `options_right_${purpose}` as TextKey,
  without: `options_without_${purpose}` as TextKey,
});

function rowOf(right: Right): RightRow {
  // A stored test may be older than this version, and name scopes that are used no longer.
  const { purpose, need } = [...PURPOSES, ...PARTNER_PURPOSES].find(({ scope }) => scope === right.scope) ?? {
    purpose: 'other',
    need: 'recommended',
  };
  const words = wordsFor(purpose);
  return { ...right, purpose: t(words.purpose), without: t(words.without), essential: need === 'required' };
}

/** Scopes that nothing built uses yet. Whether one is there is said, so that nobody wonders; none of them is missing. */
export const laterRows = (surplus: readonly string[]): { scope: string; purpose: string; granted: boolean }[] =>
  PURPOSES.filter(({ need }) => need === 'later').map(({ scope, purpose }) => ({
    scope,
    purpose: t(wordsFor(purpose).purpose),
    granted: surplus.includes(scope),
  }));
