import { present, type Resource } from './harvest/resource.ts';
import { RESOURCES } from './harvest/resources/all.ts';
import type { Attachment, Candidate } from './store/rows.ts';
import type { Row } from './store/table.ts';
import type { World } from './world.ts';

/** What is stored and no list shows. */
const UNSHOWN: Record<string, (row: Row) => object> = {
  candidates: (row) => ({ external_id: (row as Candidate).external_id }),
  attachments: (row) => ({ content: (row as Attachment).content, visibility: (row as Attachment).visibility }),
};

/** Everything stored, or everything written since the seed, by the names of the contract; whoever may see it. */
export type State = Record<string, Record<string, unknown>[]>;

export function stateOf(world: World, writtenOnly = false): State {
  return Object.fromEntries(
    [...RESOURCES.values()].map((resource) => [resource.state, [...shown(world, resource, writtenOnly)]]),
  );
}

/** The same as JSON in pieces: a million candidates do not fit in one string. */
export function* stateJson(world: World, writtenOnly: boolean): Generator<string> {
  let mark = '{';
  for (const resource of RESOURCES.values()) {
    yield `${mark}${JSON.stringify(resource.state)}:[`;
    let comma = '';
    for (const row of shown(world, resource, writtenOnly)) {
      yield comma + JSON.stringify(row);
      comma = ',';
    }
    yield ']';
    mark = ',';
  }
  yield '}';
}

function* shown(world: World, resource: Resource, writtenOnly: boolean): Generator<Record<string, unknown>> {
  const table = resource.table(world.db);
  for (const row of writtenOnly ? table.overlay() : table.descending()) {
    yield { ...present(resource, world, row), ...UNSHOWN[resource.state]?.(row) };
  }
}
