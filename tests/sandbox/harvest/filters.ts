import { unprocessable } from '../http/refusal.ts';
import type { Founding } from '../company/made.ts';
import type { Row } from '../store/table.ts';
import type { World } from '../world.ts';

/** A span of time in ms, both ends included. */
export type Span = readonly [from: number, to: number];

/** What one parameter asks of a row, and where among the seeded rows the answer can only be. */
export type Condition = { test: (row: Row) => boolean; ids?: Iterable<number>; created?: Span; updated?: Span };

/** One query parameter of a list. `dated` ones may also be spelled `name[gte]=` (harvest-api §4.3). */
export type Filter = { dated?: true; read: (value: string, name: string, world: World) => Condition };

/** The seeded ids that can belong to a parent's id; nothing when they can be anywhere. */
export type Seek = (parentId: number, founding: Founding) => Iterable<number> | undefined;

const LIST_LIMIT = 50;

/** A comma-separated list of at most 50 (harvest-api §4.3). */
export function listOf(value: string, name: string): string[] {
  const items = value.split(',');
  if (items.length > LIST_LIMIT) throw unprocessable({ [name]: `\`${items.length}\` items is greater than: ${LIST_LIMIT}` });
  return items;
}

function integerOf(value: string, name: string): number {
  if (!/^\d+$/.test(value)) throw unprocessable({ [name]: `\`${value}\` is not an integer` });
  return Number(value);
}

export function column(row: Row, name: string): unknown {
  return (row as unknown as Record<string, unknown>)[name];
}

/** Plural ids of another resource; a column that holds several ids matches when it holds one of them. */
export function ids(name: string, seek?: Seek): Filter {
  return {
    read: (value, parameter, { founding }) => {
      const wanted = new Set(listOf(value, parameter).map((item) => integerOf(item, parameter)));
      const test = (row: Row): boolean => {
        const held = column(row, name);
        return Array.isArray(held) ? held.some((id) => wanted.has(id as number)) : wanted.has(held as number);
      };
      const places = [...wanted].map((id) => seek?.(id, founding));
      return places.includes(undefined) ? { test } : { test, ids: places.flatMap((place) => [...(place ?? [])]) };
    },
  };
}

/** A collection's own ids. */
export const OWN_IDS: Filter = {
  read: (value, parameter) => {
    const wanted = new Set(listOf(value, parameter).map((item) => integerOf(item, parameter)));
    return { test: (row) => wanted.has(row.id), ids: wanted };
  },
};

/** One integer: the singular exceptions such as `/jobs?department_id=` (harvest-api §4.3). */
export function integer(name: string): Filter {
  return {
    read: (value, parameter) => {
      const wanted = integerOf(value, parameter);
      return {
        test: (row) => {
          const held = column(row, name);
          return Array.isArray(held) ? held.includes(wanted) : held === wanted;
        },
      };
    },
  };
}

export function text(name: string): Filter {
  return { read: (value) => ({ test: (row) => column(row, name) === value }) };
}

/** Several exact texts. */
export function texts(name: string): Filter {
  return {
    read: (value, parameter) => {
      const wanted = new Set(listOf(value, parameter));
      return { test: (row) => wanted.has(column(row, name) as string) };
    },
  };
}

export function flagOf(value: string, name: string): boolean {
  if (value !== 'true' && value !== 'false') throw unprocessable({ [name]: `\`${value}\` is not a boolean` });
  return value === 'true';
}

export function flag(name: string): Filter {
  return {
    read: (value, parameter) => {
      const wanted = flagOf(value, parameter);
      return { test: (row) => (column(row, name) ?? false) === wanted };
    },
  };
}

/** One of a set of words; `stored` says how a word is kept where that differs (harvest-api §7.3, trap 1). */
export function choice(name: string, words: readonly string[], stored: Record<string, string> = {}): Filter {
  return {
    read: (value, parameter) => {
      if (!words.includes(value)) throw unprocessable({ [parameter]: `\`${value}\` is not one of: ${JSON.stringify(words)}` });
      return { test: (row) => column(row, name) === (stored[value] ?? value) };
    },
  };
}

/** Select values of custom fields, by the option's id (harvest-api §7.1). */
export const CUSTOM_FIELD_OPTION: Filter = {
  read: (value, parameter, world) => {
    const option = integerOf(value, parameter);
    const held = world.db.customFieldOptions.get(option);
    // No seeded row can carry an option that came after the seed: this is what keeps the lookup cheap.
    const scope = world.db.customFieldOptions.isSeeded(option) ? {} : { ids: [] };
    return {
      ...scope,
      test: (row) => {
        const value = held && (column(row, 'values') as Record<number, unknown>)[held.custom_field_id];
        return Array.isArray(value) ? value.includes(option) : value === option;
      },
    };
  },
};
