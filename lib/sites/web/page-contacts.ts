/** Addresses and numbers that a page shows, as they are linked, hidden or spelt, and in whose part of the page they stand. */
import type { RawEmail } from '#lib/candidate/raw.ts';

import { all, lines, textOf } from '../dom.ts';
import { othersOn } from './identities.ts';

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

/** Others within somebody's part of the page: an employer's card, a founder, an author. */
const WITHIN =
  ':is([itemtype$="/Person"], [itemtype$="Organization"], [typeof$="Person"], [typeof$="Organization"], .h-card, .vcard, .h-cite, .h-entry)';

/** Every address in a part of the page, however it is written or hidden; `page` is the whole of it, without what others wrote. */
export function emailsIn(root: ParentNode & Node, of: 'person' | 'page'): RawEmail[] {
  const others = of === 'person' ? WITHIN : othersOn(root.ownerDocument ?? document);
  const found = (selector: string, ...attributes: string[]) =>
    own(root, selector, others).map(
      (element) => attributes.map((name) => element.getAttribute(name)).find((value) => value !== null) ?? '',
    );
  const written = (root.textContent ?? '').length < LONGEST ? linesIn(root) : [];
  const theirs = written.length > 0 ? outermost(root, others).flatMap(linesIn) : [];
  return [
    ...emails(found(LINKED, 'href'), 'address', of),
    ...emails(found('[data-cfemail], a[href*="/cdn-cgi/l/email-protection#"]', 'data-cfemail', 'href'), 'cloudflare', of),
    ...emails(of === 'page' ? written : written.filter((line) => !theirs.includes(line)), 'words', of),
    ...emails(of === 'page' ? theirs : [], 'words', 'others'),
  ];
}

/** Whether an element is in nobody else's part of the root. */
function isOwn(root: Node, element: Element | null, others: string): boolean {
  const theirs = element?.closest(others);
  return !theirs || theirs === root || !root.contains(theirs);
}

const own = (root: ParentNode & Node, selector: string, others: string): Element[] =>
  all(root, selector).filter((element) => isOwn(root, element, others));

/** Not those within each other: comments nest, and each line of them is looked at once. */
const outermost = (root: ParentNode & Node, others: string): Element[] =>
  all(root, others).filter((element) => isOwn(root, element.parentElement, others));

export const phonesIn = (root: Element): string[] =>
  own(root, 'a[href^="tel:" i], a[href^="sms:" i]', WITHIN).map((anchor) => anchor.getAttribute('href') ?? '');
