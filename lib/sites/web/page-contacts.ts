/** Addresses and numbers that a page shows, as they are linked, hidden or spelt, and in whose part of the page they stand. */
import type { RawEmail } from '#lib/candidate/raw.ts';

import { all, hrefs, lines, textOf } from '../dom.ts';
import { OTHERS } from './identities.ts';

const LONGEST = 300_000;
/** More lines than any one person's addresses take up. */
const MOST = 300;

/** What may be an address in a line: an at sign, or the words for it and for a dot. Other lines stay in the page. */
const SPELT = /@|[[({<（]\s*at\s*[\])}>）]|\sat\s.*dot/i;

const emails = (texts: string[], as: RawEmail['as'], of: RawEmail['of']): RawEmail[] =>
  [...new Set(texts)].slice(0, MOST).map((text) => ({ text, as, of }));

const LINKED = 'a[href^="mailto:" i]';

/** Without the words of links to addresses: there the address itself counts, whatever the words are. */
function linesIn(root: ParentNode & Node): string[] {
  const linked = all(root, `${LINKED}:is([href*="@"], [href*="%40"])`)
    .slice(0, MOST)
    .map(textOf)
    .filter((words) => SPELT.test(words));
  return lines(root)
    .filter((line) => line.length < 400 && SPELT.test(line))
    .map((line) => linked.reduce((rest, words) => rest.replace(words, ' '), line))
    .filter((line) => SPELT.test(line));
}

/** Every address in a part of the page, however it is written or hidden; `page` is the whole of it, without what others wrote. */
export function emailsIn(root: ParentNode & Node, of: 'person' | 'page'): RawEmail[] {
  const found = (selector: string, ...attributes: string[]) =>
    all(root, selector)
      .filter((element) => of === 'person' || !element.closest(OTHERS))
      .map((element) => attributes.map((name) => element.getAttribute(name)).find((value) => value !== null) ?? '');
  const written = (root.textContent ?? '').length < LONGEST ? linesIn(root) : [];
  return [
    ...emails(found(LINKED, 'href'), 'address', of),
    ...emails(found('[data-cfemail], a[href*="/cdn-cgi/l/email-protection#"]', 'data-cfemail', 'href'), 'cloudflare', of),
    ...emails(written, 'words', of),
    ...emails(of === 'page' && written.length > 0 ? all(root, OTHERS).flatMap(linesIn) : [], 'words', 'others'),
  ];
}

export const phonesIn = (root: ParentNode): string[] => hrefs(root, 'a[href^="tel:" i], a[href^="sms:" i]');
