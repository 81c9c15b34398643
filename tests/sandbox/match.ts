import * as z from 'zod/mini';

import type { Call } from './http/call.ts';

/** Which calls are meant: all that is said must be so. */
export const matchSchema = z.strictObject({
  method: z.optional(z.string()),
  /** Also what is below it: `/v3/candidates` is `/v3/candidates/17` too. */
  path: z.optional(z.string()),
  /** Names of parameters that the address has. */
  query: z.optional(z.array(z.string())),
  /** Text in the path, in a parameter or in the body: the calls about one person. */
  about: z.optional(z.string()),
  /** So many of them pass first. */
  skip: z.optional(z.int()),
});

export type Match = z.infer<typeof matchSchema>;

function isMeant({ method, path, query = [], about }: Match, call: Call): boolean {
  if (method !== undefined && method !== call.method) return false;
  if (path !== undefined && path !== call.path && !call.path.startsWith(`${path}/`)) return false;
  if (!query.every((name) => call.query.has(name))) return false;
  return (
    about === undefined || [call.path, ...call.query.values(), call.body.toString('utf8')].some((text) => text.includes(about))
  );
}

/** What waits for calls to come, the first that fits first. */
export class Awaiting<T> {
  #all: { what: T; match: Match; passing: number; left: number }[] = [];

  add(what: T, match: Match, times = 1): void {
    this.#all.push({ what, match, passing: match.skip ?? 0, left: times });
  }

  /** What this call meets, if anything; it is used up by that. */
  take(call: Call): T | undefined {
    const fitting = this.#all.filter(({ match }) => isMeant(match, call));
    const met = fitting.find(({ passing }) => passing === 0);
    for (const other of fitting) other.passing = Math.max(0, other.passing - 1);
    if (!met) return undefined;
    met.left -= 1;
    if (met.left <= 0) this.#all = this.#all.filter((other) => other !== met);
    return met.what;
  }

  clear(): void {
    this.#all = [];
  }
}
