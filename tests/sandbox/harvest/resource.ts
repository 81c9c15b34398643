import type { Answer } from '../http/call.ts';
import type { Database } from '../store/database.ts';
import type { Row, Table } from '../store/table.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import type { Filter } from './filters.ts';
import type { Bulk, Change, Write } from './write.ts';

/**
 * One collection of v3 as data. Its path is `/v3/<name>`, its scopes are `harvest:<name>:<action>`; which methods
 * it has follows from which members it has (harvest-api §7).
 */
export type Resource<R extends Row = Row> = {
  name: string;
  /** As in "Application not found". */
  singular: string;
  /** Its name in `/_sandbox/state`. */
  state: string;
  table: (db: Database) => Table<R>;
  /** What a list shows, besides `id`, `created_at` and `updated_at`. */
  fields: readonly string[];
  /** The fields that are not stored as they are read. */
  derived?: Record<string, (row: R, world: World) => unknown>;
  /** The parameters beyond `ids`, `created_at`, `updated_at`, `fields`. */
  filters: Record<string, Filter>;
  /** Some lists cannot be asked by date (harvest-api §4.1). */
  undated?: true;
  /** Parameters that hold when they are not given. */
  assumed?: Record<string, string>;
  visible?: (acting: Acting, row: R) => boolean;
  /** A row that is stored but hidden may be shown as a stub. */
  stub?: (acting: Acting) => object | undefined;
  create?: Write<R>;
  update?: Change<R>;
  destroy?: (acting: Acting, row: R) => Answer;
  /** `POST /v3/<name>/<id>/<verb>` or PATCH, keyed `"POST move"`. The verb is the scope's action. */
  verbs?: Record<string, Change<R>>;
  /** `<method> /v3/<name>/bulk`, keyed by method. */
  bulk?: Record<string, Bulk>;
  /** The two collections that can be read by id. */
  one?: (acting: Acting, id: string) => R | undefined;
};

/** Closes over the kind of row, so that resources of different kinds fit in one table. */
export function resource<R extends Row>(definition: Resource<R>): Resource {
  return definition as unknown as Resource;
}

/** A row as the API shows it, whole or trimmed to some fields. */
export function present<R extends Row>(
  definition: Resource<R>,
  world: World,
  row: R,
  only?: readonly string[],
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of only ?? shownFields(definition)) {
    const derive = definition.derived?.[name];
    shown[name] = derive ? derive(row, world) : ((row as unknown as Record<string, unknown>)[name] ?? null);
  }
  return shown;
}

export function shownFields<R extends Row>(definition: Resource<R>): string[] {
  return ['id', 'created_at', 'updated_at', ...definition.fields];
}
