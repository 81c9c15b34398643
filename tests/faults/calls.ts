/**
 * The calls of an export, read from the log of one that nothing went wrong with: nobody writes down what could fail, so nothing is
 * forgotten. `calls.json` keeps them, so that a new or a lost call is seen in review.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import * as z from 'zod/mini';

import type { LogEntry } from '../sandbox/server.ts';

const callSchema = z.strictObject({
  /** Method, template of the path, names of the parameters, and which of several alike it is. */
  key: z.string(),
  match: z.strictObject({ method: z.string(), path: z.string(), query: z.array(z.string()), skip: z.number() }),
});
export type Call = z.infer<typeof callSchema>;

const cleanSchema = z.strictObject({
  calls: z.array(callSchema),
  /** How much of each kind stood in Greenhouse afterwards that was not there before. */
  makes: z.record(z.string(), z.number()),
});
export type Clean = z.infer<typeof cleanSchema>;

export const SNAPSHOT = resolve(import.meta.dirname, 'calls.json');

/** By the name of the flavour. */
export const readSnapshot = (): Record<string, Clean> =>
  z.record(z.string(), cleanSchema).parse(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));

type Logged = Pick<LogEntry, 'method' | 'path' | 'query'>;

const templateOf = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '/{id}');

/** A sandbox's match knows no templates, and means what is below a path as well. */
const beforeId = (path: string): string => path.replace(/\/\d+.*$/, '');

const fits = ({ method, path, query }: Call['match'], logged: Logged): boolean =>
  method === logged.method &&
  (path === logged.path || logged.path.startsWith(`${path}/`)) &&
  query.every((name) => name in logged.query);

/** In order of their keys: calls that go out together come in as they like. */
export function callsOf(log: readonly Logged[]): Call[] {
  const seen = new Map<string, number>();
  const calls = log.map((logged, at) => {
    const query = Object.keys(logged.query).toSorted();
    const kind = `${logged.method} ${templateOf(logged.path)}${query.length > 0 ? ` ${query.join(',')}` : ''}`;
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    const match = { method: logged.method, path: beforeId(logged.path), query };
    const skip = log.slice(0, at).filter((earlier) => fits({ ...match, skip: 0 }, earlier)).length;
    return { key: `${kind} #${nth}`, match: { ...match, skip } };
  });
  return calls.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** How often the same is read is chance: of two that want the same at once, one may find what the other has fetched. */
export const isChance = ({ key, match }: Call): boolean => match.method === 'GET' && !key.endsWith(' #1');

/** What two clean exports have in common whatever chance does, as keys. */
export const keysOf = ({ calls }: Clean): string[] => calls.filter((call) => !isChance(call)).map(({ key }) => key);
