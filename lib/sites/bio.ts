/** What people write about themselves in a few free lines, on sites that have no fields for it. */
import type { RawEmail } from '#lib/candidate/raw.ts';

import { tidy } from './dom.ts';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * A text as people typed it, on one line. Sites set mentions in blocks of their own in the middle of a sentence, so only what
 * always ends a line does so here. Of pictures only emoji are text; the others are badges and the server's own symbols.
 * @param shown what stands for a link, which sites cut short or print in pieces.
 */
export function flat(block: Node | null | undefined, shown: (anchor: Element) => string = plain): string {
  let out = '';
  let isBehindLink = false;
  const add = (text: string, isLink = false) => {
    // A link is a word, also where the blank beside it is gone.
    if ((isLink || isBehindLink) && /[\p{L}\p{N}]$/u.test(out) && /^[\p{L}\p{N}]/u.test(text)) out += ' ';
    out += text;
    if (text) isBehindLink = isLink;
  };
  const walk = (node: Node) => {
    if (node.nodeType === 3) return add(node.nodeValue ?? '');
    if (node.nodeType !== 1) return undefined;
    const element = node as Element;
    const name = element.localName;
    if (name === 'a' && element !== block) return add(shown(element), true);
    const alt = name === 'img' ? (element.getAttribute('alt') ?? '') : '';
    if (EMOJI.test(alt)) add(alt);
    if (name === 'br' || name === 'p' || name === 'li') add(' ');
    if (name !== 'button') for (let child = element.firstChild; child; child = child.nextSibling) walk(child);
    return undefined;
  };
  if (block) walk(block);
  return tidy(out);
}

const plain = (anchor: Element): string => flat(anchor);

/** Others' accounts ("@acme", "@jane@social.example"): never half of an address. */
const MENTION = /(?<!\S)@\S+/g;
const ADDRESS = /(?<![\p{L}\p{N}@/.:_-])[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
const SPELT_AT = /[[({]\s*(?:at|@)\s*[\])}]/i;

/** Addresses that stand in a bio, plain or spelt for people. Only a bracketed "at" counts: "Engineer @acme.example" is none. */
export function emailsInBio(bio: string): RawEmail[] {
  const text = bio.replace(MENTION, ' ');
  const plain = text.match(ADDRESS) ?? [];
  const words: RawEmail[] = SPELT_AT.test(text) ? [{ text, as: 'words', of: 'person' }] : [];
  return [...plain.map((address): RawEmail => ({ text: address, as: 'address', of: 'person' })), ...words];
}
