import type * as z from 'zod/mini';

import type { Answer } from '../http/call.ts';
import { validBody } from '../http/json-body.ts';
import type { Row } from '../store/table.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';

/** What reads a body. Its forms are the schemas that it may match: the conformance test takes their keys from here. */
export type Body<B> = { forms: readonly z.ZodMiniObject[]; read: (given: unknown, world: World) => B };

export type Read<T> = T extends Body<infer B> ? B : never;

/** A row is shown as its collection shows rows. */
export type Outcome<R extends Row> = Answer | { status: number; row: R };

type Forms = { forms: readonly z.ZodMiniObject[] };
export type Write<R extends Row> = Forms & { act: (acting: Acting, given: unknown) => Outcome<R> };
/** What happens to one record; the record is known to exist, the body is not yet looked at. */
export type Change<R extends Row> = Forms & { act: (acting: Acting, row: R, given: unknown) => Outcome<R> };
/** The action says which scope a bulk call needs. */
export type Bulk = Forms & { action: string; act: (acting: Acting, given: unknown) => Answer };

export function body<S extends z.ZodMiniObject>(schema: S): Body<z.infer<S>> {
  return { forms: [schema], read: (given) => validBody(schema, given) as z.infer<S> };
}

/** A POST that keeps a row: 201. */
export function creates<R extends Row, B>({ forms, read }: Body<B>, act: (acting: Acting, given: B) => R): Write<R> {
  return { forms, act: (acting, given) => ({ status: 201, row: act(acting, read(given, acting.world)) }) };
}

/** A PATCH that changes a row: 200. */
export function updates<R extends Row, B>({ forms, read }: Body<B>, act: (acting: Acting, row: R, given: B) => R): Change<R> {
  return { forms, act: (acting, row, given) => ({ status: 200, row: act(acting, row, read(given, acting.world)) }) };
}

/** Anything else that happens to a record. */
export function does<R extends Row, B>(
  { forms, read }: Body<B>,
  act: (acting: Acting, row: R, given: B) => Outcome<R>,
): Change<R> {
  return { forms, act: (acting, row, given) => act(acting, row, read(given, acting.world)) };
}

export const DONE: Answer = { status: 204 };

export function deleted(what: string, { id }: Row): Answer {
  return { status: 200, body: { message: `${what} ${id} deleted successfully` } };
}

/** What was given, without what was left out: the two are one in a body, and not in a spread. */
export function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
