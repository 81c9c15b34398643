/** Which element is meant: by a place on the screen, or by walking from one to the next. */
import { printed } from '#lib/teach/texts.ts';

/** Dress of words: whoever clicks on a bold word means the line that it stands in. */
const DRESS = new Set(['b', 'strong', 'em', 'i', 'u', 'mark', 'small', 'wbr', 'br', 'svg', 'path', 'use', 'img', 'g-emoji']);
const LEVELS = 3;

/** The element under a place, without our own. */
export function elementAt(x: number, y: number, own: Element): Element | undefined {
  const under = document.elementsFromPoint(x, y).find((element) => element !== own);
  return under && meant(under);
}

function meant(element: Element): Element {
  let at = element;
  for (let level = 0; level < LEVELS && DRESS.has(at.localName) && at.parentElement; level += 1) at = at.parentElement;
  return at;
}

const isSeen = (element: Element): boolean => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

/** Elements with a text of their own, in the order of the page. */
function walkerFrom(from: Node): TreeWalker {
  const walker = document.createTreeWalker(document.body, 4, (text) => {
    const parent = text.parentElement;
    return text.nodeValue?.trim() && parent && isSeen(parent) && printed(parent) !== '' ? 1 : 3;
  });
  walker.currentNode = from;
  return walker;
}

/** Where the keyboard begins: at the page's own heading. */
export const firstElement = (): Element | undefined =>
  document.querySelector('main h1, [role="main"] h1') ?? document.querySelector('h1, main h2') ?? step(document.body, 'next');

export type Direction = 'next' | 'previous' | 'out' | 'in';

export function step(from: Element, direction: Direction): Element | undefined {
  if (direction === 'out') {
    const out = from.parentElement;
    return out && out !== document.body && out !== document.documentElement ? out : undefined;
  }
  if (direction === 'in') return [...from.children].find((child) => printed(child) !== '' && isSeen(child));
  const walker = walkerFrom(from);
  const isNew = (text: Node | null) =>
    text !== null && meant(text.parentElement as Element) !== from && !(direction === 'previous' && from.contains(text));
  let text = direction === 'next' ? walker.nextNode() : walker.previousNode();
  while (text && !isNew(text)) text = direction === 'next' ? walker.nextNode() : walker.previousNode();
  return text?.parentElement ? meant(text.parentElement) : undefined;
}
