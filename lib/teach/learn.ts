/**
 * From one element that a recruiter pointed at to a rule for the pages of everybody else. Several ways are looked for, the
 * lasting ones kept, and each is tried on this page first. Runs inside the page.
 */
import { along, anchorsOf, apply, aroundOf, follow, siblingsOf } from './apply.ts';
import { landmarksOf } from './learn-anchors.ts';
import { personalIn, type Known } from './personal.ts';
import { valueIn } from './texts.ts';
import type { Anchor, Rule, Step, TaughtField, Way } from './schema.ts';

/** How far from the value landmarks are looked for: levels of what holds it, and elements in all. */
const LEVELS = 8;
const ELEMENTS = 400;
const LONGEST_PATH = 10;
const KEPT = 5;

interface Candidate {
  way: Way;
  doubt: number;
  /** Where the landmark stands, seen from the value. */
  side: Side;
  /** The landmark belongs to this value, whatever else is there or is missing. */
  direct: boolean;
}

type Side = 'itself' | 'around' | 'before' | 'after';

/** They follow the name: what comes and goes behind them is the more. */
const UNDER_THE_NAME: ReadonlySet<TaughtField> = new Set(['headline', 'title', 'company']);

const parentsOf = (element: Element): Element[] => {
  const parents: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) parents.push(at);
  return parents;
};

/** Down from what holds an element, by names and numbers. */
function pathDown(from: Element, to: Element): Step[] | undefined {
  const way = parentsOf(to);
  const steps: Step[] = [];
  for (const element of way.slice(0, way.indexOf(from)).toReversed()) {
    const siblings = siblingsOf(element.parentElement as Element, element.localName, element === to);
    const n = siblings.indexOf(element);
    if (n < 0) return undefined;
    steps.push({ child: element.localName, n, of: siblings.length });
  }
  return steps;
}

/** From one branch over to the other, below what holds both. */
function stepOver(from: Element, to: Element, isLast: boolean): Step | undefined {
  const onwards = (from.compareDocumentPosition(to) & 4) !== 0;
  const tag = to.localName;
  if ((onwards ? from.nextElementSibling : from.previousElementSibling) === to) return { beside: tag, by: onwards ? 1 : -1 };
  const siblings = siblingsOf(to.parentElement as Element, tag, isLast, from);
  const between = siblings.filter((one) => one !== from && isBetween(one, from, to)).length + 1;
  return siblings.includes(to) ? { beside: tag, by: onwards ? between : -between, of: siblings.length } : undefined;
}

const isBetween = (one: Element, from: Element, to: Element): boolean => {
  const [early, late] = (from.compareDocumentPosition(to) & 4) !== 0 ? [from, to] : [to, from];
  return (early.compareDocumentPosition(one) & 4) !== 0 && (one.compareDocumentPosition(late) & 4) !== 0;
};

function pathBetween(from: Element, to: Element): Step[] | undefined {
  if (from.contains(to)) return pathDown(from, to);
  const [ups, downs] = [parentsOf(from), parentsOf(to)];
  const up = ups.findIndex((parent) => downs.includes(parent));
  const shared = ups[up];
  if (!shared || shared.localName === 'html') return undefined;
  if (shared === to) return [{ up }];
  const [branch, other] = [ups[up - 1], downs[downs.indexOf(shared) - 1]];
  if (!branch || !other) return undefined;
  const over = stepOver(branch, other, other === to);
  const down = pathDown(other, to);
  return over && down && [...(up > 1 ? [{ up: up - 1 }] : []), over, ...down];
}

const isShort = (steps: readonly Step[]): boolean =>
  steps.length <= LONGEST_PATH && steps.every((step) => !('up' in step) || step.up <= 12);

const doubtOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => {
    if ('up' in step) return sum + 0.2 + step.up * 0.2;
    if ('beside' in step) return sum + (step.of === undefined ? 0.2 : 0.4 + Math.abs(step.by) * 0.4);
    return sum + 0.4 + step.n * 0.4;
  }, 0);

/** The same by counting, which a new wrapper around either does not disturb. */
function countBetween(from: Element, to: Element, onwards: boolean): Step | undefined {
  for (let n = 0; n <= 6; n += 1) {
    const reached = along(from, to.localName, n, onwards);
    if (!reached) return undefined;
    if (reached === to) return onwards ? { after: to.localName, n } : { before: to.localName, n };
  }
  return undefined;
}

function sideOf(landmark: Element, element: Element): Side {
  if (landmark === element) return 'itself';
  const place = element.compareDocumentPosition(landmark);
  if ((place & 8) !== 0) return 'around';
  return (place & 2) !== 0 ? 'before' : 'after';
}

function* nearby(element: Element): Generator<Element> {
  const seen = new Set<Element>();
  for (const parent of parentsOf(element).slice(0, LEVELS)) {
    if (parent.localName === 'body' || parent.localName === 'html') return;
    for (const near of [parent, ...parent.querySelectorAll('*')]) {
      if (seen.has(near)) continue;
      seen.add(near);
      if (seen.size > ELEMENTS) return;
      yield near;
    }
  }
}

/** Nothing is counted among others, or only within the line that both stand on. */
function isDirect(steps: readonly Step[], side: Side, anchor: Anchor): boolean {
  const [start, ...rest] = steps[0] && 'up' in steps[0] && steps[0].up < 3 ? steps.slice(1) : steps;
  const plain = rest.every((step) => 'child' in step && step.of === 1);
  if (!start) return !('first' in anchor);
  if (side === 'around') return 'child' in start && start.of === 1 && plain && !('first' in anchor) && steps.length < 4;
  if (!('beside' in start) || !plain) return false;
  if ('label' in anchor && side === 'before') return start.by === 1 && start.of === undefined;
  return rest.length === 0 && 'attribute' in anchor && Math.abs(start.by) === 1;
}

function candidatesFor(element: Element, field: TaughtField, known: Known, isPersonal: (text: string) => boolean): Candidate[] {
  const found: Candidate[] = [];
  const add = (from: Anchor, go: Step[] | undefined, doubt: number, side: Side) => {
    if (!go || !isShort(go)) return;
    found.push({ way: { from, go }, doubt: doubt + doubtOf(go), side, direct: isDirect(go, side, from) });
  };
  for (const landmark of nearby(element)) {
    const side = sideOf(landmark, element);
    for (const { anchor, doubt } of landmarksOf(landmark, known, isPersonal)) {
      // The name cannot be found by itself, and a label stands before what it names.
      if (('name' in anchor && field === 'fullName') || ('label' in anchor && side !== 'before')) continue;
      add(anchor, pathBetween(landmark, element), doubt, side);
      if (side !== 'before' && side !== 'after') continue;
      const step = countBetween(landmark, element, side === 'before');
      add(anchor, step && [step], doubt + 2.5, side);
    }
  }
  for (const first of ['h1', 'main'] as const) {
    const [landmark] = anchorsOf({ first }, element.ownerDocument, known);
    if (landmark && landmark !== element)
      add({ first }, pathBetween(landmark, element), first === 'h1' ? 2 : 4, sideOf(landmark, element));
  }
  if (element.localName === 'h1') add({ first: 'h1' }, [], 1, 'itself');
  return found;
}

/**
 * Those that belong to the value, else the surest of those that count; never two from one landmark. Each is tried on this page
 * only when its turn comes: a page may be large.
 */
function pick(candidates: readonly Candidate[], field: TaughtField, leadsHere: (way: Way) => boolean): Way[] {
  const sorted = candidates.toSorted((one, other) => one.doubt - other.doubt);
  const best = (some: readonly Candidate[]): Way[] => {
    const kept: Way[] = [];
    for (const { way } of some) {
      if (kept.length === KEPT) break;
      const isNew = !kept.some((other) => JSON.stringify(other.from) === JSON.stringify(way.from));
      if (isNew && leadsHere(way)) kept.push(way);
    }
    return kept;
  };
  const direct = best(sorted.filter((candidate) => candidate.direct));
  return direct.length > 0 ? direct : best(sorted.filter(({ side }) => !(UNDER_THE_NAME.has(field) && side === 'after')));
}

/** The rule that finds this element's value on the pages of others; `undefined` where nothing lasting leads to it. */
export function learn(element: Element, field: TaughtField, document: Document, known: Known): Rule | undefined {
  const value = valueIn(element, field);
  if (value === '') return undefined;
  const isPersonal = personalIn(document, value, known);
  const around = aroundOf(element);
  if (around.length === 0 || isPersonal(around.join(' '))) return undefined;
  const leadsHere = (way: Way): boolean => {
    const reached = follow(way, document, known);
    return reached.length > 0 && reached.every((one) => valueIn(one.element, field) === value);
  };
  const ways = pick(candidatesFor(element, field, known, isPersonal), field, leadsHere);
  if (ways.length === 0) return undefined;
  const rule: Rule = { field, ways, around };
  return apply(rule, document, known)?.value === value ? rule : undefined;
}
