/** Microdata of a page as things. */
import { all, textOf } from '../dom.ts';
import { Item, typeName } from './item.ts';

/** Where an address is meant; everywhere else authors of themes mean the words of a link, whatever the standard says. */
const ADDRESS = /^(?:url|sameAs|image|photo|logo|mainEntityOfPage|contentUrl|email|telephone)$/;

/** Things that are no property of another. */
export function microdataItems(document: Document): Item[] {
  const done = new Map<Element, Item>();
  const roots = all(document, '[itemscope]:not([itemprop])').map((element) => toItem(element, done));
  // A property of nothing, as hasty templates have it, stands on its own too.
  const orphans = all(document, '[itemscope][itemprop]').filter(
    (element) => !done.has(element) && !element.parentElement?.closest('[itemscope]'),
  );
  return [...roots, ...orphans.map((element) => toItem(element, done))];
}

function toItem(scope: Element, done: Map<Element, Item>): Item {
  const known = done.get(scope);
  if (known) return known;
  const item = new Item();
  // Registered before its properties are read: itemref can lead back to it.
  done.set(scope, item);
  item.types = (scope.getAttribute('itemtype') ?? '').split(/\s+/).filter(Boolean).map(typeName);
  item.id = scope.getAttribute('itemid') ?? '';
  item.element = scope;
  const elsewhere = (scope.getAttribute('itemref') ?? '').split(/\s+/).filter(Boolean);
  const seen = new Set<Element>([scope]);
  const pending = [...scope.children, ...elsewhere.flatMap((id) => scope.ownerDocument.getElementById(id) ?? [])].toReversed();
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (seen.has(element)) continue;
    seen.add(element);
    for (const property of (element.getAttribute('itemprop') ?? '').split(/\s+/).filter(Boolean)) {
      item.add(property, element.hasAttribute('itemscope') ? toItem(element, done) : valueOf(element, property));
    }
    if (!element.hasAttribute('itemscope')) for (const child of [...element.children].toReversed()) pending.push(child);
  }
  return item;
}

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
