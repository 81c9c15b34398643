/** Reading a document without null dances: text comes back as a string, `''` when there is none. Nothing here writes. */

/** White space folded, zero-width marks gone, ends trimmed. Direction marks of right-to-left names are formatting, not text. */
export const tidy = (value: string | null | undefined): string =>
  (value ?? '')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const first = (root: ParentNode, selector: string): Element | undefined => root.querySelector(selector) ?? undefined;

export const all = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)];

const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'SECTION', 'H1', 'H2', 'H3', 'H4', 'TR', 'BLOCKQUOTE']);
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON']);

/**
 * The text a reader of the page would take in: `<br>` and blocks become line breaks, an image of an emoji its `alt`,
 * scripts and buttons nothing. Lines are tidied, empty ones dropped.
 */
export function lines(node: Node | undefined): string[] {
  const out: string[] = [''];
  const walk = (current: Node) => {
    if (current.nodeType === 3) out[out.length - 1] += current.nodeValue ?? '';
    if (current.nodeType !== 1) return;
    const element = current as Element;
    const name = element.tagName.toUpperCase();
    if (SILENT.has(name)) return;
    if (name === 'BR') out.push('');
    if (name === 'IMG') out[out.length - 1] += element.getAttribute('alt') ?? '';
    const block = BLOCKS.has(name);
    if (block) out.push('');
    for (const child of element.childNodes) walk(child);
    if (block) out.push('');
  };
  if (node) walk(node);
  return out.map(tidy).filter(Boolean);
}

/** `lines` on one line. */
export const textOf = (node: Node | undefined): string => lines(node).join(' ');

/** The text at a selector; `''` when nothing is there. */
export const text = (root: ParentNode, selector: string): string => textOf(first(root, selector));

/** An attribute at a selector; `''` when nothing is there. */
export const attr = (root: ParentNode, selector: string, name: string): string =>
  first(root, selector)?.getAttribute(name)?.trim() ?? '';

/** Where the anchors at a selector lead to, as it is written. */
export const hrefs = (root: ParentNode, selector: string): string[] =>
  all(root, selector).map((anchor) => anchor.getAttribute('href') ?? '');

/** `<meta name|property=key content>`. */
export const meta = (document: Document, key: string): string =>
  tidy(attr(document, `meta[property="${key}"],meta[name="${key}"]`, 'content'));
