/** One lesson: the element that the recruiter pointed at, as what it prints and as a rule. Runs inside the page. */
import type { PointingWords } from '#lib/in-page/pointing.ts';

import { learn } from './learn.ts';
import type { Known } from './personal.ts';
import type { Rule, TaughtField } from './schema.ts';
import { linesOf, valueIn } from './texts.ts';
import { isAbout } from './vouch.ts';

/** What goes into the page. */
export interface ToTeach {
  field: TaughtField;
  known: Known;
  /** The reader knows the person on this page by itself. */
  isKnown: boolean;
  /** See `vouch.ts`. */
  wholePage: boolean;
  words: PointingWords;
}

export interface Picked {
  /** The page's address at that moment. */
  address: string;
  /** What stands there, or the address or number in it; `''` when nothing there can be a value of the field. */
  value: string;
  lines: string[];
  /** Null where nothing lasting leads there. */
  rule: Rule | null;
}

const MOST_LINES = 40;

export function lessonOf(element: Element, { field, known, isKnown, wholePage }: ToTeach, address: string): Picked {
  const { ownerDocument: document } = element;
  const value = valueIn(element, field);
  const rule = learn(element, field, document, known);
  return {
    address,
    value,
    lines: linesOf(element)
      .slice(0, MOST_LINES)
      .map((line) => line.slice(0, 1000)),
    // On a page that its reader cannot vouch for, a name must be able to prove itself on the next as well.
    rule: rule && (field !== 'fullName' || isKnown || isAbout(element, value, known, wholePage)) ? rule : null,
  };
}
