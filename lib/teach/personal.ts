/** What of a page is somebody's own, and may therefore be in no rule. Runs inside the page. */
import type { Subject } from './schema.ts';

/** What the reader knows of the person by now: the rule must hold for everybody else. */
export interface Known extends Subject {
  /** Other ids and handles. */
  ids: string[];
  /** Every value that was found. */
  texts: string[];
}

/** Words of pages, whoever they are about. */
const COMMON = new Set(
  (
    'about account address bio button card company contact container content current data description detail details education ' +
    'email employer experience field fixture group header headline heading home info item label landing layout link linkedin list ' +
    'location login main name organization overlay page panel person phone place position primary profile row screen section ' +
    'skills span state summary text title user value view work'
  ).split(' '),
);

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !COMMON.has(word));

/** Whether a text from the page says something of this person. Says so too often rather than too seldom. */
export function personalIn(
  document: Document,
  value: string,
  { name = '', handle = '', ids, texts }: Known,
): (text: string) => boolean {
  const host = wordsOf(document.location?.hostname ?? '');
  // Where nobody was found, the title is the one place that surely names somebody.
  const title = name === '' ? document.title : '';
  const own = new Set([name, handle, title, value, ...ids, ...texts].flatMap(wordsOf));
  for (const word of host) own.delete(word);
  return (text) => {
    const said = wordsOf(text);
    // Words that are run together, as in an id, are found where they are long enough to be no accident.
    const run = text.toLowerCase();
    return said.some((word) => own.has(word)) || [...own].some((word) => word.length > 4 && run.includes(word));
  };
}
