/**
 * A page without anybody on it: its structure, with every text, address, number and id replaced by a fictional one of the same shape.
 * What stays is on lists of what may (`label-words.ts`, `structure-words.ts`, `hosts.ts`, `attributes.ts`); everything else goes.
 * Pure: it reads a document and answers HTML; nothing of it depends on chance, and nothing drawn on what it replaces.
 */
import { addressOf, decoded } from './address.ts';
import { attributesOf } from './attributes.ts';
import { dataInCode } from './code.ts';
import { dataOf, unescaped, valueOf } from './data.ts';
import { dictionaryOf } from './dictionary.ts';
import { isStructural, markupOf } from './markup.ts';
import { piecesOfNumbers } from './numbers-in-pieces.ts';
import type { Rewriter } from './rewriter.ts';
import { textOf } from './text.ts';

export interface AnonymiseOptions {
  /** The page's address. */
  address: string;
  /** Names and handles of the person, where they are known: no word of them stays, even if it is a word of interfaces too. */
  names?: readonly string[];
  /** Another one gives other words. */
  seed?: number;
}

export interface Anonymised {
  /** A page of a case: its fictional address in a comment on the first line, anchors within anchors as `<x-a>`. */
  html: string;
  address: string;
  /** How much was replaced, and how many scripts, styles and comments were left out. */
  replaced: { texts: number; attributes: number; leftOut: number };
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** What they hold is code, is for another program, or was typed. */
const EMPTIED = new Set([
  'style',
  'noscript',
  'template',
  'textarea',
  'iframe',
  'object',
  'canvas',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
]);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
const quoted = (value: string): string => `"${escaped(value).replaceAll('"', '&quot;')}"`;

export function anonymise(document: Document, { address, names = [], seed = 1 }: AnonymiseOptions): Anonymised {
  const handles = handlesOf(document, address);
  const rewriter = rewriterFor(
    everySpelling(`${address} ${document.documentElement.outerHTML}`),
    [...names, ...handles.own],
    handles.all,
    seed,
  );
  const replaced = { texts: 0, attributes: 0, leftOut: 0 };
  const pieces = piecesOfNumbers(document.documentElement);
  const out: string[] = [];

  const write = (node: Node, inAnchor: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      if (/[\p{L}\p{Nd}]/u.test(text)) replaced.texts += 1;
      const isData = node.parentElement?.localName === 'code' && /^\s*[[{]/.test(text);
      out.push(
        escaped(
          isData
            ? rewriter.data(text)
            : pieces.has(node) || /^\s*\//.test(text)
              ? rewriter.text(text, pieces.has(node))
              : rewriter.value(text),
        ),
      );
    } else if (node.nodeType === 1) writeElement(node as Element, inAnchor);
    else replaced.leftOut += 1;
  };
  const writeElement = (element: Element, inAnchor: boolean): void => {
    const name = element.localName;
    const tag =
      inAnchor && name === 'a' ? 'x-a' : /^[a-z][a-z\d]*$/.test(name) ? name : rewriter.markup(name).replace(/[^a-z\d-]/g, '');
    const attributes = attributesOf(rewriter, element);
    replaced.attributes += attributes.length;
    out.push(`<${tag}${attributes.map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}=${quoted(value)}`)).join('')}>`);
    if (VOID.has(name)) return;
    if (name === 'script') {
      const data = scriptData(rewriter, element);
      if (data === '') replaced.leftOut += 1;
      out.push(data);
    } else if (EMPTIED.has(name)) replaced.leftOut += 1;
    else
      for (let child = element.firstChild; child; child = child.nextSibling)
        write(child, inAnchor || name === 'a' || name === 'x-a');
    out.push(`</${tag}>`);
  };

  const fictional = rewriter.address(address);
  writeElement(document.documentElement, false);
  return { html: `<!-- ${fictional} -->\n<!doctype html>\n${out.join('')}\n`, address: fictional, replaced };
}

function rewriterFor(source: string, names: readonly string[], handles: readonly string[], seed: number): Rewriter {
  const dictionary = dictionaryOf(source, names, seed);
  const rewriter: Rewriter = {
    dictionary,
    text: (original, everyDigit) => textOf(rewriter, original, everyDigit),
    markup: once((original) => markup(original)),
    address: once((original) => addressOf(rewriter, original)),
    shown: (original) => addressOf(rewriter, original, true),
    data: (original) => dataOf(rewriter, original),
    value: once((original) => valueOf(rewriter, original)),
  };
  const markup = markupOf(rewriter, handles);
  return rewriter;
}

/** Names of classes and labels stand on a page a thousand times. */
function once(replace: (original: string) => string): (original: string) => string {
  const known = new Map<string, string>();
  return (original) => {
    if (original.length > 200) return replace(original);
    let made = known.get(original);
    if (made === undefined) known.set(original, (made = replace(original)));
    return made;
  };
}

/** Scripts that are data: by their type, or by being one assignment and nothing else. */
function scriptData(rewriter: Rewriter, script: Element): string {
  const text = script.textContent ?? '';
  const isData =
    /json/i.test(script.getAttribute('type') ?? '') ||
    /^\s*(?:window|self|globalThis)[\w.$[\]"']*\s*=\s*\{[\s\S]*\}\s*;?\s*$/.test(text);
  const data = isData ? rewriter.data(text) : dataInCode(rewriter, text);
  // Whatever a text holds, the script must end where it ends; its first line may be a comment that hides it.
  return data.replace(/<(?=\/|script)|(?<!^\s*)<(?=!--)/gi, String.raw`\u003c`);
}

/** More of them than this is a list of people, where components do not carry their names. */
const MOST_HANDLES = 300;

/** The parts of addresses that name somebody or something: the page's own, and all there are. Longest first. */
function handlesOf(document: Document, address: string): { own: string[]; all: string[] } {
  const partsOf = (href: string) =>
    (/^(?:https?:)?(?:\/\/[^/]*)?([^?#]*)/i.exec(href)?.[1] ?? '')
      .split('/')
      .map(decoded)
      .filter((part) => part.length > 3 && !isStructural(part));
  const own = partsOf(address);
  const found = new Set(own);
  for (const anchor of document.querySelectorAll('a[href*="/"]')) {
    if (found.size >= MOST_HANDLES) break;
    for (const part of partsOf(anchor.getAttribute('href') ?? '')) found.add(part);
  }
  return { own, all: [...found].toSorted((one, other) => other.length - one.length) };
}

/** The source as it stands, and as it is meant where it is coded: what is drawn must be nowhere in it. */
const everySpelling = (html: string): string =>
  [html, html.includes('%') ? html.replace(/(?:%[\da-f]{2})+/gi, decoded) : '', /\\[ux]/.test(html) ? unescaped(html) : ''].join(
    ' ',
  );
