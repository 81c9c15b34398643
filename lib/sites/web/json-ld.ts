/** JSON-LD of a page as things; scripts that cannot be parsed even with patience are passed over. */
import { all } from '../dom.ts';
import { Item, typeName, type Value } from './item.ts';

const DEEPEST = 40;
/** Characters of all scripts together; what is beyond is about wares, not about people. */
const LONGEST = 2_000_000;

/** Comments and CDATA that old pages wrap their scripts in. */
const WRAPPING = /^(?:\/\/|\/\*)?\s?(?:<!--|<!\[CDATA\[)(?:\s?\*\/)?|(?:\/\/|\/\*)?\s?(?:-->|\]\]>)(?:\s?\*\/)?$/g;

/** Pages break lines inside strings, leave commas and remarks behind, and escape what needs no escape. */
const mended = (text: string): string =>
  (text.includes('"') ? text : text.replaceAll('&quot;', '"'))
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '');

function parsed(source: string): unknown {
  const text = source.trim().replace(WRAPPING, '').trim();
  for (const attempt of [() => text, () => mended(text)]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next attempt, or none.
    }
  }
  return undefined;
}

/** Things that stand on their own: the top of each script, and the members of a graph. */
/** @param base what their ids start from: `#me` and `https://jane.example/#me` are one. */
export function jsonLdItems(document: Document, base = ''): Item[] {
  const byId = new Map<string, Item>();
  const roots: Item[] = [];

  const toItem = (source: Record<string, unknown>, depth: number): Item => {
    const stated = typeof source['@id'] === 'string' ? source['@id'] : '';
    const id = (stated && URL.parse(stated, base)?.href) ?? stated;
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
      for (const one of list(value).flatMap(listed)) {
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
    return value['@value'] === undefined ? toItem(value, depth) : toValue(value['@value'], depth + 1);
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

  let length = 0;
  for (const script of all(document, 'script[type^="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    length += source.length;
    if (length < LONGEST) addRoots(parsed(source), 0);
    else length -= source.length;
  }
  return [...new Set(roots)];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** `{"@list": […]}` and `{"@set": […]}` are what is in them. */
const listed = (value: unknown): unknown[] => (isRecord(value) ? list(value['@list'] ?? value['@set'] ?? value) : [value]);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
