/** Damage at random, but from a seed: the same seed does the same to the same page. */

/** Stands in the place of texts that were replaced: whatever holds it is the page's own, damaged text. */
export const MARK = 'qx';

type Dice = (sides: number) => number;

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const DAMAGES: readonly ((element: Element, roll: Dice) => void)[] = [
  function drop(element) {
    element.remove();
  },
  function duplicate(element) {
    element.after(element.cloneNode(true));
  },
  function shuffle(element, roll) {
    const children = [...element.childNodes];
    for (const child of children)
      element.insertBefore(
        child,
        children[roll(children.length)]!.parentNode === element ? children[roll(children.length)]! : null,
      );
  },
  function replaceText(element, roll) {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
    for (const text of texts) text.nodeValue = `${MARK}${'·– 19x'[roll(6)]}`.repeat(1 + roll(3));
  },
  function emptyAttribute(element, roll) {
    const attribute = element.attributes[roll(Math.max(1, element.attributes.length))];
    if (attribute) element.setAttribute(attribute.name, MARK);
  },
  function unwrap(element) {
    element.replaceWith(...element.childNodes);
  },
];

/** One to four damages to a document, in place. */
export function mutate(document: Document, roll: Dice): void {
  for (let left = 1 + roll(4); left > 0; left -= 1) {
    const elements = document.querySelectorAll('head *, body *');
    const element = elements[roll(Math.max(1, elements.length))];
    if (element) DAMAGES[roll(DAMAGES.length)]!(element, roll);
  }
}
