/** Following a rule to the value on a page. Pure, total and small: it runs inside the page, beside every reading of its site. */
import { all, first, textOf } from '#lib/sites/dom.ts';

import { valueIn, printed, saysSomething } from './texts.ts';
import type { Anchor, Rule, Step, Subject, Way } from './schema.ts';

/** More of a kind than this is a list, and a list has no one value. */
const MOST = 12;
/** The weight of a way on which nothing had to be taken on trust. */
const SURE = 2;

export interface Found {
  value: string;
  /** How sure it is: by how many ways led there, and whether each stood where it stood when it was taught. */
  confidence: number;
}

interface Reached {
  element: Element;
  /** Nothing had to be taken on trust. */
  sure: boolean;
}

const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\f]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/** Addresses are compared by their ends: hosts and schemes are written or not. */
function selectorOf({ attribute, is, tag }: Extract<Anchor, { attribute: string }>, { handle }: Subject): string | undefined {
  if (is === undefined) return `${tag}[${attribute}]`;
  if (is.includes('{handle}') && !handle) return undefined;
  const [start = '', end] = is.replaceAll('{handle}', handle ?? '').split('{id}', 2);
  if (attribute === 'href' && end === undefined) return `${tag}[href$=${quoted(start)} i]`;
  if (end === undefined) return `${tag}[${attribute}=${quoted(start)} i]`;
  const ends = [
    start && `[${attribute}${attribute === 'href' ? '*' : '^'}=${quoted(start)} i]`,
    end && `[${attribute}$=${quoted(end)} i]`,
  ];
  return `${tag}${ends.join('')}`;
}

const mainOf = (document: Document): ParentNode => first(document, 'main,[role="main"]') ?? document.body;

/** By texts and not by elements: there are fewer, and each is looked at once. */
function printing(root: ParentNode, wanted: string): Element[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4);
  const found = new Set<Element>();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const value = text.nodeValue ?? '';
    if (value.length > wanted.length + 200 || labelOf(value) !== wanted || !text.parentElement) continue;
    if (labelOf(textOf(text.parentElement)) === wanted) found.add(text.parentElement);
  }
  return [...found];
}

/** A label as it is compared: without a colon behind, and in any case of letters. */
export const labelOf = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:：]$/, '')
    .toLowerCase();

export function anchorsOf(anchor: Anchor, document: Document, subject: Subject): Element[] {
  if ('attribute' in anchor) {
    const selector = selectorOf(anchor, subject);
    return selector ? all(document.body, selector) : [];
  }
  if ('label' in anchor) return printing(document.body, labelOf(anchor.label));
  if ('name' in anchor) return subject.name ? printing(mainOf(document), labelOf(subject.name)) : [];
  const found = anchor.first === 'main' ? mainOf(document) : first(mainOf(document), anchor.first);
  return found instanceof Object && 'localName' in found ? [found as Element] : [];
}

/** Children of a name; the last step counts only those that print something, since what is printed beside a value comes and goes. */
export const siblingsOf = (parent: Element, tag: string, isLast: boolean, always?: Element): Element[] =>
  [...parent.children].filter(
    (child) =>
      child.localName === tag &&
      (!isLast || child === always || saysSomething(printed(child)) || child.querySelector('a[href]') !== null),
  );

function next({ element, sure }: Reached, step: Step, isLast: boolean): Reached | undefined {
  if ('up' in step) {
    let up: Element | null = element;
    for (let level = 0; level < step.up; level += 1) up = up?.parentElement ?? null;
    return up ? { element: up, sure } : undefined;
  }
  if ('child' in step) return counted(siblingsOf(element, step.child, isLast), step.n, step.of, sure);
  if ('beside' in step) return beside(element, step, isLast, sure);
  const found = 'after' in step ? along(element, step.after, step.n, true) : along(element, step.before, step.n, false);
  return found && { element: found, sure: false };
}

/** Where there are more or fewer than there were, it may be another one. */
const counted = (elements: readonly Element[], at: number, of: number, sure: boolean): Reached | undefined => {
  const element = elements[at];
  return element && { element, sure: sure && elements.length === of };
};

function beside(from: Element, { beside: tag, by, of }: Extract<Step, { beside: string }>, isLast: boolean, sure: boolean) {
  if (of === undefined) {
    const neighbour = by > 0 ? from.nextElementSibling : from.previousElementSibling;
    return neighbour?.localName === tag ? { element: neighbour, sure } : undefined;
  }
  const siblings = from.parentElement ? siblingsOf(from.parentElement, tag, isLast, from) : [];
  const at = siblings.filter((sibling) => (sibling.compareDocumentPosition(from) & 4) !== 0).length;
  const itself = siblings.includes(from) ? 1 : 0;
  return counted(siblings, by > 0 ? at + itself + by - 1 : at + by, of, sure);
}

/** The n-th element of a name that prints something itself, onwards or backwards from another, without what is inside of that. */
export function along(from: Element, tag: string, n: number, onwards: boolean): Element | undefined {
  const walker = from.ownerDocument.createTreeWalker(from.closest('main,[role="main"]') ?? from.ownerDocument.body, 1);
  walker.currentNode = from;
  let left = n;
  for (
    let node = onwards ? walker.nextNode() : walker.previousNode();
    node;
    node = onwards ? walker.nextNode() : walker.previousNode()
  ) {
    const element = node as Element;
    if (element.localName !== tag || from.contains(element) || element.contains(from)) continue;
    if (element.querySelector(tag) || !saysSomething(printed(element))) continue;
    if (left === 0) return element;
    left -= 1;
  }
  return undefined;
}

/** Where a way leads from each element that it can begin at. */
export function follow(way: Way, document: Document, subject: Subject): Reached[] {
  const starts = anchorsOf(way.from, document, subject);
  if (starts.length > MOST) return [];
  return starts.flatMap((element) => {
    let reached: Reached | undefined = { element, sure: true };
    way.go.forEach((step, at) => {
      reached = reached && next(reached, step, at === way.go.length - 1);
    });
    return reached ?? [];
  });
}

/** The names of an element and of what holds it, outwards. */
export function aroundOf(element: Element): string[] {
  const names: string[] = [];
  for (let at: Element | null = element; at && names.length < 4 && at.localName !== 'body'; at = at.parentElement)
    names.push(at.localName);
  return names;
}

const isAround = (element: Element, around: readonly string[]): boolean =>
  aroundOf(element).slice(0, around.length).join(' ') === around.join(' ');

const reachedBy = (way: Way, rule: Rule, document: Document, subject: Subject): Reached[] =>
  follow(way, document, subject).filter(({ element }) => isAround(element, rule.around));

/** The first element that a rule leads to. */
export const elementOf = (rule: Rule, document: Document, subject: Subject): Element | undefined =>
  rule.ways.flatMap((way) => reachedBy(way, rule, document, subject))[0]?.element;

/** The value that a rule finds: nothing where its ways lead nowhere, to another layout, or to different values. */
export function apply(rule: Rule, document: Document, subject: Subject): Found | undefined {
  const values = new Map<string, number>();
  for (const way of rule.ways) {
    const reached = reachedBy(way, rule, document, subject);
    const found = new Map(reached.map(({ element, sure }) => [valueIn(element, rule.field, rule.part), sure]));
    found.delete('');
    for (const [value, sure] of found) values.set(value, (values.get(value) ?? 0) + (sure ? SURE : SURE / 2));
  }
  const [only, another] = values;
  // One way that had to guess is no answer: what stands beside a value comes and goes from person to person.
  if (!only || another || only[1] < SURE) return undefined;
  const [value, weight] = only;
  return { value, confidence: rule.ways.length === 1 ? 0.8 : weight < 2 * SURE ? 0.65 : 0.9 };
}
