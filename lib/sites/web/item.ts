/** A schema.org thing, from JSON-LD or microdata alike. Things may refer to each other in circles. */
import { tidy } from '../dom.ts';

export type Value = string | Item;

export class Item {
  types: string[] = [];
  id = '';
  readonly values = new Map<string, Value[]>();
  /** Microdata: where it is on the page. */
  element?: Element;

  is(...types: string[]): boolean {
    return types.some((type) => this.types.includes(type));
  }

  add(property: string, value: Value): void {
    const list = this.values.get(property);
    if (list) list.push(value);
    else this.values.set(property, [value]);
  }

  all(property: string): Value[] {
    return this.values.get(property) ?? [];
  }

  items(property: string): Item[] {
    return this.all(property).filter((value) => value instanceof Item);
  }

  /** Texts of a property; of a thing its name. */
  texts(...properties: string[]): string[] {
    return properties
      .flatMap((property) => this.all(property))
      .flatMap((value) => (value instanceof Item ? value.all('name').filter((name) => typeof name === 'string') : [value]))
      .map(plain)
      .filter(Boolean);
  }

  /** Addresses: of a thing its `url` or `contentUrl`, else its id. */
  links(...properties: string[]): string[] {
    return properties
      .flatMap((property) => this.all(property))
      .flatMap((value) => {
        if (typeof value === 'string') return [value];
        const own = [...value.all('url'), ...value.all('contentUrl')].filter((url) => typeof url === 'string');
        return own.length > 0 ? own : [value.id];
      })
      .map(plain)
      .filter(Boolean);
  }
}

/** "https://schema.org/Person", "schema:Person" and "Person" are one type. */
export const typeName = (type: string): string => type.trim().replace(/^.*[/:#]/, '');

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Generators write "O&#39;Neil" into JSON; what looks like markup stays text. */
const plain = (text: string): string =>
  tidy(
    text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,5}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : ' ';
    }),
  );
