/** Microdata and RDFa Lite of a page as things: the same idea in other attributes. */
import { all, textOf } from '../dom.ts';
import { Item, typeName } from './item.ts';

interface Grammar {
  scope: string;
  type: string;
  property: string;
  id: string;
}

const MICRODATA: Grammar = { scope: 'itemscope', type: 'itemtype', property: 'itemprop', id: 'itemid' };
const RDFA: Grammar = { scope: 'typeof', type: 'typeof', property: 'property', id: 'resource' };

/** Where an address is meant; everywhere else authors of themes mean the words of a link, whatever the standard says. */
const ADDRESS = /^(?:url|sameAs|image|photo|logo|mainEntityOfPage|contentUrl|email|telephone)$/;
/** Scopes may all refer to one large part of the page; nobody who means well looks at so many elements. */
const MOST_LOOKS = 300_000;
const DEEPEST = 100;

export const markedItems = (document: Document): Item[] =>
  [MICRODATA, RDFA].flatMap((grammar) => new Marked(grammar).roots(document));

class Marked {
  readonly #grammar: Grammar;
  readonly #employer: string;
  readonly #done = new Map<Element, Item>();
  #looks = 0;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.#employer = ['worksFor', 'affiliation'].map((name) => `[${grammar.property}~="${name}"]`).join();
  }

  /** Things that are no property of another. */
  roots(document: Document): Item[] {
    const { scope, property } = this.#grammar;
    const roots = all(document, `[${scope}]:not([${property}])`).map((element) => this.#toItem(element));
    // A property of nothing, as hasty templates have it, stands on its own too.
    const orphans = all(document, `[${scope}][${property}]`).filter(
      (element) => !this.#done.has(element) && !element.parentElement?.closest(`[${scope}]`),
    );
    return [...roots, ...orphans.map((element) => this.#toItem(element))];
  }

  #toItem(scope: Element, depth = 0): Item {
    const known = this.#done.get(scope);
    if (known) return known;
    const item = new Item();
    if (depth > DEEPEST) return item;
    // Registered before its properties are read: itemref can lead back to it.
    this.#done.set(scope, item);
    item.types = words(scope, this.#grammar.type).map(typeName);
    item.id = scope.getAttribute(this.#grammar.id) ?? '';
    item.element = scope;
    const elsewhere = words(scope, 'itemref').flatMap((id) => scope.ownerDocument.getElementById(id) ?? []);
    const seen = new Set<Element>([scope]);
    const pending = [...scope.children, ...elsewhere].toReversed();
    for (let element = pending.pop(); element && this.#looks < MOST_LOOKS; element = pending.pop()) {
      if (seen.has(element)) continue;
      seen.add(element);
      this.#looks += 1;
      const isScope = element.hasAttribute(this.#grammar.scope);
      for (const name of words(element, this.#grammar.property)) {
        const property = typeName(name);
        // Around the name of an employer it is the employer's address (Hugo Blox, seen 2019 to 2024).
        if (property === 'url' && element.querySelector(this.#employer)) continue;
        item.add(property, isScope ? this.#toItem(element, depth + 1) : valueOf(element, property));
      }
      if (!isScope) for (let child = element.lastElementChild; child; child = child.previousElementSibling) pending.push(child);
    }
    return item;
  }
}

const words = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);

function valueOf(element: Element, property: string): string {
  const name = element.tagName.toLowerCase();
  const take = (attribute: string) => element.getAttribute(attribute);
  const stated =
    take('content') ?? (name === 'time' ? take('datetime') : name === 'data' || name === 'meter' ? take('value') : null);
  if (stated !== null) return stated;
  if (name === 'link') return take('href') ?? '';
  if (name === 'img') return ADDRESS.test(property) ? (take('src') ?? '') : (take('alt') ?? '');
  if (ADDRESS.test(property))
    return take('href') ?? take('src') ?? element.querySelector('a[href]')?.getAttribute('href') ?? textOf(element);
  return textOf(element);
}
