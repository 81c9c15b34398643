/** Reading a document without null dances: text comes back as a string, `''` when there is none. Nothing here writes. */

/** Marks without a width; the directions of right-to-left names are formatting, not text. */
const WIDTHLESS = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** What `tidy` would change, or may: most texts have nothing of it, and then one look is enough. */
const UNTIDY = /[^\S ]|\p{Cf}| (?: |$)|^ /u;

/** White space folded, zero-width marks gone, ends trimmed. */
export function tidy(value: string | null | undefined): string {
  if (!value) return '';
  return UNTIDY.test(value) ? value.replace(WIDTHLESS, '').replace(/\s+/g, ' ').trim() : value;
}

export const first = (root: ParentNode, selector: string): Element | undefined => root.querySelector(selector) ?? undefined;

/** By index: the iterator of a list of nodes costs more than the search itself. */
export function all(root: ParentNode, selector: string): Element[] {
  const found = root.querySelectorAll(selector);
  const elements: Element[] = [];
  for (let at = 0; at < found.length; at += 1) elements.push(found[at] as Element);
  return elements;
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'section', 'h1', 'h2', 'h3', 'h4', 'tr', 'blockquote']);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'button']);

/**
 * The text a reader of the page would take in: `<br>` and blocks become line breaks, an image of an emoji its `alt`,
 * scripts and buttons nothing. Lines are tidied, empty ones dropped.
 */
export function lines(node: Node | undefined): string[] {
  const only = node?.firstChild;
  // Most elements hold one text and nothing else.
  if (only?.nodeType === 3 && !only.nextSibling && !SILENT.has((node as Element).localName)) {
    const line = tidy(only.nodeValue);
    return line ? [line] : [];
  }
  const out: string[] = [];
  let line = '';
  const end = () => {
    const tidied = tidy(line);
    if (tidied) out.push(tidied);
    line = '';
  };
  const walk = (current: Node) => {
    if (current.nodeType === 3) line += current.nodeValue ?? '';
    if (current.nodeType !== 1) return;
    const element = current as Element;
    const name = element.localName;
    if (SILENT.has(name)) return;
    if (name === 'img') line += element.getAttribute('alt') ?? '';
    const breaks = BREAKS.has(name);
    if (breaks) end();
    for (let child = element.firstChild; child; child = child.nextSibling) walk(child);
    if (breaks) end();
  };
  if (node) walk(node);
  end();
  return out;
}

/** `lines` on one line. */
export const textOf = (node: Node | undefined): string => lines(node).join(' ');

/** The text at a selector; `''` when nothing is there. */
export const text = (root: ParentNode, selector: string): string => textOf(first(root, selector));

/** What an element says itself, without what stands in elements within it: badges, titles of pictures, pronouns. */
export const ownText = (element: Element | undefined): string =>
  tidy([...(element?.childNodes ?? [])].map((node) => (node.nodeType === 3 ? node.nodeValue : ' ')).join(''));

/** An attribute at a selector; `''` when nothing is there. */
export const attr = (root: ParentNode, selector: string, name: string): string =>
  first(root, selector)?.getAttribute(name)?.trim() ?? '';

/** Where the anchors at a selector lead to, as it is written. */
export const hrefs = (root: ParentNode, selector: string): string[] =>
  all(root, selector).map((anchor) => anchor.getAttribute('href') ?? '');

/** `<meta name|property=key content>`. */
export const meta = (document: Document, key: string): string =>
  tidy(attr(document, `meta[property="${key}"],meta[name="${key}"]`, 'content'));
