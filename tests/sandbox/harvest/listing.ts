import type { Answer } from '../http/call.ts';
import { unprocessable } from '../http/refusal.ts';
import type { Row, Scope, Table } from '../store/table.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { decodeCursor, encodeCursor, type Place } from './cursor.ts';
import { type Condition, type Filter, listOf, OWN_IDS } from './filters.ts';
import { bracketed, checkSpelling, instant } from './instants.ts';
import { present, type Resource, shownFields } from './resource.ts';

const PER_PAGE = { least: 1, usual: 100, most: 500 };
const DATED: Record<string, Filter> = { created_at: instant('created_at'), updated_at: instant('updated_at') };

/** Every parameter of a list but `cursor`, `per_page` and `fields`. */
export function filtersOf({ filters, undated }: Resource): Record<string, Filter> {
  return { ids: OWN_IDS, ...(undated ? {} : DATED), ...filters };
}

/**
 * `GET /v3/<collection>`: a bare array, newest id first, the next page behind a `Link` (harvest-api §4), at the host that the
 * caller named: who maps Greenhouse's name is led to that, and whoever calls the sandbox by its own never leaves it.
 */
export function list(acting: Acting, resource: Resource): Answer {
  const place = placeOf(acting, resource);
  const filters = filtersOf(resource);
  const parameters = new Map([...Object.entries(resource.assumed ?? {}), ...place.parameters]);
  const fields = fieldsOf(resource, parameters);
  const conditions = [...parameters]
    .filter(([name]) => name !== 'fields')
    .map(([name, value]) => readFilter(filters, name).read(value, name, acting.world));
  const rows = page(acting, resource, conditions, place);
  const more = rows.length > place.perPage;
  const shown = rows.slice(0, place.perPage);
  const last = shown.at(-1);
  const next = more && last ? encodeCursor({ ...place, below: last.id }) : undefined;
  return {
    status: 200,
    body: shown.map((row) =>
      isVisible(acting, resource, row) ? present(resource, acting.world, row, fields) : resource.stub?.(acting),
    ),
    headers: next === undefined ? {} : { Link: `<${acting.call.origin}/v3/${resource.name}?cursor=${next}>; rel="next"` },
  };
}

function placeOf({ world, call }: Acting, resource: Resource): Place {
  const cursor = call.query.get('cursor');
  if (cursor !== null) {
    if ([...call.query.keys()].length > 1) throw unprocessable('When passing a cursor, do not include other query params.');
    return decodeCursor(cursor, resource.name);
  }
  const parameters = parametersOf(world, call.query, resource);
  const perPage = perPageOf(parameters.get('per_page'));
  parameters.delete('per_page');
  return { resource: resource.name, parameters: [...parameters], perPage, below: Infinity };
}

/** The parameters by name, bracketed dates in the pipe form; unknown names are refused (harvest-api §4.3). */
function parametersOf(world: World, query: URLSearchParams, resource: Resource): Map<string, string> {
  const filters = filtersOf(resource);
  const parameters = new Map<string, string>();
  const unknown: string[] = [];
  for (const [name, value] of query) {
    const bracket = bracketed(name);
    if (bracket && filters[bracket.name]?.dated) {
      checkSpelling(world, 'bracket', name);
      const before = parameters.get(bracket.name);
      parameters.set(bracket.name, [...(before === undefined ? [] : [before]), bracket.operator, value].join('|'));
    } else if (name === 'fields' || name === 'per_page' || Object.hasOwn(filters, name)) {
      if (filters[name]?.dated) checkSpelling(world, 'pipe', name);
      parameters.set(name, value);
    } else {
      unknown.push(name);
    }
  }
  if (unknown.length > 0) throw unprocessable(`Invalid query params: ${unknown.join(', ')}`);
  if (world.quirks.bothDates === '422' && parameters.has('created_at') && parameters.has('updated_at')) {
    throw unprocessable('created_at and updated_at cannot be combined.');
  }
  return parameters;
}

function readFilter(filters: Record<string, Filter>, name: string): Filter {
  const filter = filters[name];
  if (!filter) throw unprocessable(`Invalid query params: ${name}`);
  return filter;
}

function perPageOf(value: string | undefined): number {
  if (value === undefined) return PER_PAGE.usual;
  if (!/^-?\d+$/.test(value)) throw unprocessable({ per_page: `\`${value}\` is not an integer` });
  const wanted = Number(value);
  if (wanted > PER_PAGE.most) throw unprocessable({ per_page: `\`${wanted}\` number is greater than: ${PER_PAGE.most}` });
  if (wanted < PER_PAGE.least) throw unprocessable({ per_page: `\`${wanted}\` number is less than: ${PER_PAGE.least}` });
  return wanted;
}

function fieldsOf(resource: Resource, parameters: Map<string, string>): string[] {
  const asked = parameters.get('fields');
  const known = shownFields(resource);
  if (asked === undefined) return known;
  for (const name of listOf(asked, 'fields')) {
    if (!known.includes(name)) throw unprocessable({ fields: `\`${name}\` is not one of: ${JSON.stringify(known)}` });
  }
  return asked.split(',');
}

/** One row more than a page, so that the last page is known to be the last. */
function page(acting: Acting, resource: Resource, conditions: Condition[], place: Place): Row[] {
  const table = resource.table(acting.world.db);
  const lag = acting.world.quirks.listLagMs;
  const asOf = lag > 0 ? acting.world.clock.now() - lag : Infinity;
  const rows: Row[] = [];
  // A cursor has been through JSON, which has no infinity.
  for (const row of table.descending(scopeOf(table, conditions), place.below ?? Infinity, asOf)) {
    if (!conditions.every(({ test }) => test(row))) continue;
    if (!isVisible(acting, resource, row) && !resource.stub?.(acting)) continue;
    rows.push(row);
    if (rows.length > place.perPage) break;
  }
  return rows;
}

function isVisible(acting: Acting, resource: Resource, row: Row): boolean {
  return resource.visible?.(acting, row) ?? true;
}

function scopeOf(table: Table<Row>, conditions: Condition[]): Scope {
  const ids = conditions.find((condition) => condition.ids)?.ids;
  if (ids) return { ids };
  const created = conditions.find((condition) => condition.created)?.created;
  const slots = created && table.slotsBornBetween(...created);
  if (slots) return { slots };
  const updated = conditions.find((condition) => condition.updated)?.updated;
  return updated ? table.changedBetween(...updated) : {};
}
