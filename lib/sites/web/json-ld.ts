/** JSON-LD of a page as things; scripts that cannot be parsed even with patience are passed over. */
import { all } from '../dom.ts';
import { Item, typeName, type Value } from './item.ts';

const DEEPEST = 40;
const LONGEST = 2_000_000;

/** Pages wrap it in comments or CDATA, break lines inside strings, and leave commas behind. */
function parsed(source: string): unknown {
  const text = source
    .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*(?:-->|\]\]>)(?:\s*\*\/)?\s*$/g, '')
    .trim();
  for (const attempt of [
    text,
    text
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or none.
    }
  }
  return undefined;
}

/** Things that stand on their own: the top of each script, and the members of a graph. */
export function jsonLdItems(document: Document): Item[] {
  const byId = new Map<string, Item>();
  const roots: Item[] = [];

  const toItem = (source: Record<string, unknown>, depth: number): Item => {
    const id = typeof source['@id'] === 'string' ? source['@id'] : '';
    const known = byId.get(id);
    // Careless pages give several people one id ("#person"); a second name under it is a second thing.
    const other = known?.all('name')[0] !== undefined && source['name'] !== undefined && known.all('name')[0] !== source['name'];
    const item = known && !other ? known : new Item();
    if (id) byId.set(id, item);
    item.id = id;
    item.types.push(
      ...list(source['@type'])
        .filter((type) => typeof type === 'string')
        .map(typeName),
    );
    for (const [property, value] of Object.entries(source)) {
      if (property.startsWith('@')) continue;
      for (const one of list(value)) {
        const converted = toValue(one, depth + 1);
        if (converted !== undefined) item.add(typeName(property), converted);
      }
    }
    return item;
  };

  const toValue = (value: unknown, depth: number): Value | undefined => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    if (!isRecord(value) || depth > DEEPEST) return undefined;
    return typeof value['@value'] === 'string' ? value['@value'] : toItem(value, depth);
  };

  const addRoots = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const one of list(value)) {
      if (Array.isArray(one)) addRoots(one, depth + 1);
      if (!isRecord(one)) continue;
      if (one['@type'] !== undefined || one['@graph'] === undefined) roots.push(toItem(one, 0));
      if (one['@graph'] !== undefined) addRoots(one['@graph'], depth + 1);
    }
  };

  for (const script of all(document, 'script[type^="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    if (source.length < LONGEST) addRoots(parsed(source), 0);
  }
  return [...new Set(roots)];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
