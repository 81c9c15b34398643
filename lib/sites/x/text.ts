/** Texts and links as X sets them. */
import { tidy } from '../dom.ts';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * A text on one line. Mentions stand in blocks of their own in the middle of a sentence, so no block ends a line; emoji are
 * pictures, and other pictures are badges.
 */
export function flat(node: Node | null | undefined): string {
  const walk = (current: Node): string => {
    if (current.nodeType === 3) return current.nodeValue ?? '';
    const alt = current.nodeName === 'IMG' ? ((current as Element).getAttribute('alt') ?? '') : '';
    return EMOJI.test(alt) ? alt : Array.from(current.childNodes, walk).join('');
  };
  return node ? tidy(walk(node)) : '';
}

/** A long address has its end hidden, and dots behind. */
export const bioOf = (block: Element | undefined): string => flat(block).replace(/(https?:\/\/\S+?)…/g, '$1');

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
