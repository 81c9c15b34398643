/** `Reading.missing` as sentences: what this page did not show, and where it would be. */
import type { Candidate } from '#lib/candidate/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

const SENTENCES: Record<string, TextKey> = {
  name: 'panel_missing_name',
  firstName: 'panel_missing_name',
  fullName: 'panel_missing_name',
  positions: 'panel_missing_experience',
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

type Listed = 'positions' | 'education' | 'skills';

/** When some are there, "not on this page" would be wrong: how many of how many, or that there may be more. */
const LISTS: Record<Listed, { cut: TextKey; more: TextKey }> = {
  positions: { cut: 'panel_cut_positions', more: 'panel_more_positions' },
  education: { cut: 'panel_cut_education', more: 'panel_more_education' },
  skills: { cut: 'panel_cut_skills', more: 'panel_more_skills' },
};

function sentenceFor(said: string, candidate: Candidate): string {
  const word = said.replace(/^experience/, 'positions');
  const [, list = word, shown, total] = /^(\w+) (\d+) of (\d+)$/.exec(word) ?? [];
  if (Object.hasOwn(LISTS, list)) {
    const { cut, more } = LISTS[list as Listed];
    if (shown && total) return t(cut, shown, total);
    if (candidate[list as Listed].length > 0) return t(more);
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
