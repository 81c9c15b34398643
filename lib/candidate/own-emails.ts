/** Whose an address on a page is, when it stands in nobody's part of it. */
import { isOffice } from './mailbox.ts';
import type { Email } from './schema.ts';

/** "jdoe", "jane.doe", "doe-lab" bear the name of Jane Doe. */
const bears = (text: string, words: readonly string[]): boolean => {
  const account = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return words.some((word) => word.length > 2 && account.includes(word));
};

/** "jd" of Jane Doe. */
const isInitials = (local: string, words: readonly string[]): boolean =>
  words.length > 1 && local.toLowerCase().replace(/[\d._-]/g, '') === words.map((word) => word[0]).join('');

const withoutTop = (domain: string): string => domain.split('.').slice(0, -1).join('');

/**
 * Those that bear the person's name, or are at the person's own domain; else the only one there is, if the site is the
 * person's and it is no office's.
 */
export function provenEmails<T extends Pick<Email, 'value'>>(
  found: T[],
  words: readonly string[],
  host: string,
  ownsSite: boolean,
): T[] {
  const atHome = bears(withoutTop(host), words);
  const proven = found.filter(({ value }) => {
    const [local = '', domain = ''] = value.split('@');
    if (bears(local, words) || isInitials(local, words)) return true;
    return (atHome && (domain === host || host.endsWith(`.${domain}`))) || (!isOffice(value) && bears(withoutTop(domain), words));
  });
  if (proven.length > 0) return proven;
  return ownsSite && found.length === 1 && !isOffice(found[0]!.value) ? found : [];
}
