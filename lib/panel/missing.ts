/** `Reading.missing` as sentences: what this page did not show, and where it would be. */
import type { Candidate } from '#lib/candidate/schema.ts';
import { t } from '#lib/text.ts';

/** Words of one meaning. */
const SAME: Record<string, string> = {
  firstName: 'name',
  fullName: 'name',
  experience: 'positions',
  'contact info': 'contact',
  email: 'emails',
};

const SAID = ['name', 'positions', 'education', 'contact', 'emails', 'title', 'company', 'location', 'skills', 'links'] as const;

const LISTS = ['positions', 'education', 'skills'] as const;

function sentenceFor(said: string, candidate: Candidate): string {
  const [, cut = said, shown, total] = /^(\w+) (\d+) of (\d+)$/.exec(said) ?? [];
  const word = SAME[cut] ?? cut;
  const list = LISTS.find((known) => known === word);
  if (list && shown && total) return t(`panel_cut_${list}`, shown, total);
  // Some are there: "not on this page" would be wrong.
  if (list && candidate[list].length > 0) return t(`panel_more_${list}`);
  // Shown as stars or dots to people who are not signed in.
  if (word.startsWith('masked ')) return t('panel_missing_masked', word.slice('masked '.length));
  const known = SAID.find((other) => other === word);
  return known ? t(`panel_missing_${known}`) : t('panel_missing_word', word);
}

/** Each sentence once, in the order of the page. */
export const missingSentences = (words: readonly string[], candidate: Candidate): string[] => [
  ...new Set(words.map((word) => sentenceFor(word, candidate))),
];
