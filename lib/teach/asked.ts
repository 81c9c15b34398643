/** What goes into a page with the rules, and what comes back. Runs inside the page; its answer is parsed like any other. */
import { apply, elementOf, type Found } from './apply.ts';
import type { Rule, Subject } from './schema.ts';
import { isAbout } from './vouch.ts';

export interface Asked {
  rules: Rule[];
  subject: Subject;
  /** The page is no single-page site's: see `vouch.ts`. */
  wholePage: boolean;
}

export interface Answered {
  /** The page's address at that moment. */
  address: string;
  /** For each rule, in their order. */
  found: ((Found & { vouched: boolean }) | null)[];
}

export function answer({ rules, subject, wholePage }: Asked, document: Document, address: string): Answered {
  const found = rules.map((rule) => {
    const one = apply(rule, document, subject);
    const name = one && rule.field === 'fullName' ? elementOf(rule, document, subject) : undefined;
    return one ? { ...one, vouched: name !== undefined && isAbout(name, one.value, subject, wholePage) } : null;
  });
  return { address, found };
}
