/** Texts and links as X sets them. */
import { flat } from '../bio.ts';
import { tidy } from '../dom.ts';

/** Without the schemes, which X hides, and without the dots behind addresses that it cuts. */
export const bioOf = (block: Element | undefined): string => flat(block, shownBy);
const shownBy = (anchor: Element): string => flat(anchor).replace(/^https?:\/\/|…$/g, '');

/** What machines are told has the short address of every link in it, which says nothing. */
export const withoutShort = (text: string): string => tidy(text.replace(/https?:\/\/t\.co\/\w+/g, ' '));

/** One picture comes in several sizes; this is the largest that every one has. */
export const largest = (photo: string | undefined): string | undefined =>
  photo?.replace(/_(?:mini|normal|bigger|x96|\d+x\d+)(?=\.\w+$)/, '_400x400');

const isShort = (href: string): boolean => /^https?:\/\/t\.co\//.test(href);
const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/, '').toLowerCase();

/**
 * Where a link really leads to: `t.co` is what it was shortened to, the text or the title what it was shortened from.
 * @param known real addresses of the same profile, for texts that are cut short ("jane.example/a-long-…").
 */
export function targetOf(anchor: Element, known: readonly string[]): string {
  const href = anchor.getAttribute('href') ?? '';
  if (!isShort(href)) return href;
  const title = anchor.getAttribute('title') ?? '';
  const shown = /^https?:/.test(title) ? title : flat(anchor);
  const text = shown.replace(/…$/, '');
  const full = known.find((address) => !isShort(address) && bare(address).startsWith(bare(text)));
  // What is cut short and begins with a scheme has the rest of it hidden, not missing.
  return full ?? (text === shown || /^https?:/.test(text) ? text : href);
}

/** Real addresses; the shortened ones only where there is nothing else. */
export function realLinks(addresses: readonly string[]): string[] {
  const real = addresses.filter((address) => !isShort(address));
  return real.length > 0 ? real : [...addresses];
}
