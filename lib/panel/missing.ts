/** `Reading.missing` as sentences: what this page did not show, and where it would be. */
import type { Candidate } from '#lib/candidate/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

const SENTENCES: Record<string, TextKey> = {
  name: 'panel_missing_name',
  firstName: 'panel_missing_name',
  fullName: 'panel_missing_name',
  positions: 'panel_missing_positions',
  education: 'panel_missing_education',
  'contact info': 'panel_missing_contact',
  contact: 'panel_missing_contact',
  email: 'panel_missing_emails',
  emails: 'panel_missing_emails',
  title: 'panel_missing_title',
  company: 'panel_missing_company',
  location: 'panel_missing_location',
  skills: 'panel_missing_skills',
  links: 'panel_missing_links',
};

/** When some are there, "not on this page" would be wrong: how many of how many, or that there may be more. */
const LISTS = {
  positions: ['panel_cut_positions', 'panel_more_positions'],
  education: ['panel_cut_education', 'panel_more_education'],
  skills: ['panel_cut_skills', 'panel_more_skills'],
} as const;

const isList = (word: string): word is keyof typeof LISTS => Object.hasOwn(LISTS, word);

function sentenceFor(said: string, candidate: Candidate): string {
  const [, cut = said, shown, total] = /^(\w+) (\d+) of (\d+)$/.exec(said) ?? [];
  const word = cut === 'experience' ? 'positions' : cut;
  if (isList(word)) {
    const [some, more] = LISTS[word];
    if (shown && total) return t(some, shown, total);
    if (candidate[word].length > 0) return t(more);
  }
  // Shown as stars or dots to people who are not signed in.
  if (word.startsWith('masked ')) return t('panel_missing_masked', word.slice('masked '.length));
  const sentence = SENTENCES[word];
  return sentence ? t(sentence) : t('panel_missing_word', word);
}

/** Each sentence once, in the order of the page. */
export const missingSentences = (words: readonly string[], candidate: Candidate): string[] => [
  ...new Set(words.map((word) => sentenceFor(word, candidate))),
];
