/** `Reading.missing` as sentences: what this page did not show, and where it would be. */
import { t, type TextKey } from '#lib/text.ts';

const SENTENCES: Record<string, TextKey> = {
  name: 'panel_missing_name',
  firstName: 'panel_missing_name',
  fullName: 'panel_missing_name',
  experience: 'panel_missing_experience',
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

const LISTS: Record<string, TextKey> = {
  positions: 'panel_cut_positions',
  experience: 'panel_cut_positions',
  education: 'panel_cut_education',
  skills: 'panel_cut_skills',
};

export function missingSentence(word: string): string {
  const [, list = '', shown, total] = /^(\w+) (\d+) of (\d+)$/.exec(word) ?? [];
  const cut = LISTS[list];
  if (cut && shown && total) return t(cut, shown, total);
  // Shown as stars or dots to people who are not signed in.
  if (word.startsWith('masked ')) return t('panel_missing_masked', word.slice('masked '.length));
  const sentence = SENTENCES[word];
  return sentence ? t(sentence) : t('panel_missing_word', word);
}

/** Each sentence once, in the order of the page. */
export const missingSentences = (words: readonly string[]): string[] => [...new Set(words.map(missingSentence))];
