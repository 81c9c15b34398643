/** Harvest v3 as lists and creates. Lists go with the reading token, creates with the acting user's. */
import { AppError } from '#lib/errors.ts';

import type { Answer, Exchange } from './http.ts';
import { nextCursor } from './link.ts';
import { type Resource, scopeOf } from './resource.ts';
import type { TokenKind } from './token-cache.ts';
import type { TokenSource } from './tokens.ts';

export type Query = Record<string, string | number | boolean>;

export interface Api {
  /** Rows of one page after the other, newest id first. */
  pages<T>(resource: Resource<T>, query?: Query, signal?: AbortSignal): AsyncGenerator<T[], void>;
  /** Every row. */
  list<T>(resource: Resource<T>, query?: Query, signal?: AbortSignal): Promise<T[]>;
  /** Sent once: a failure after sending is `greenhouse/unknown-outcome`. Answers the body of the 201. */
  create(name: string, json: object): Promise<unknown>;
}

export interface ApiOptions {
  exchange: Exchange;
  tokens: TokenSource;
  host: string;
}

const LARGEST_PAGE = 500;

/** The rows of an answer; those without an id (private people, and people still being processed) say nothing that we could use. */
function rowsOf<T>(resource: Resource<T>, body: unknown): T[] {
  if (!Array.isArray(body)) throw new AppError('greenhouse/garbled');
  const rows: T[] = [];
  for (const item of body as unknown[]) {
    if (typeof item !== 'object' || item === null || !('id' in item)) continue;
    const parsed = resource.row.safeParse(item);
    if (!parsed.success) throw new AppError('greenhouse/garbled');
    rows.push(parsed.data);
  }
  return rows;
}

function cursorAfter({ link }: Answer, url: string): string | undefined {
  try {
    return nextCursor(link, url);
  } catch {
    throw new AppError('greenhouse/garbled');
  }
}

export function api({ exchange, tokens, host }: ApiOptions): Api {
  /**
   * A 401 means that the token was refused before anything was done, so the call is repeated once with a new one; that holds for
   * creates too. A credential that is refused by the auth host is not asked about twice.
   */
  const authorized = async (kind: TokenKind, call: (authorization: string) => Promise<Answer>): Promise<Answer> => {
    const token = await tokens.get(kind);
    try {
      return await call(`Bearer ${token}`);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'greenhouse/unauthorized') throw thrown;
      await tokens.refused(kind, token);
    }
    return call(`Bearer ${await tokens.get(kind)}`);
  };

  async function* pages<T>(resource: Resource<T>, query: Query = {}, signal?: AbortSignal): AsyncGenerator<T[], void> {
    const address = `${host}/v3/${resource.name}`;
    const scope = scopeOf(resource.name, 'list');
    const seen = new Set<string>();
    // A cursor stands alone: it remembers filters and page size, and anything beside it is refused.
    let parameters: Query = { per_page: LARGEST_PAGE, ...query };
    for (;;) {
      const text = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
      const url = `${address}?${text.toString()}`;
      const answer = await authorized('reading', (authorization) =>
        exchange({ method: 'get', url, authorization, scope, signal, repeatable: true }),
      );
      yield rowsOf(resource, answer.body);
      const cursor = cursorAfter(answer, address);
      if (cursor === undefined) return;
      if (seen.has(cursor)) throw new AppError('greenhouse/garbled');
      seen.add(cursor);
      parameters = { cursor };
    }
  }

  return {
    pages,
    list: async (resource, query, signal) => {
      const rows = [];
      for await (const page of pages(resource, query, signal)) rows.push(...page);
      return rows;
    },
    create: async (name, json) => {
      const url = `${host}/v3/${name}`;
      const scope = scopeOf(name, 'create');
      const answer = await authorized('writing', (authorization) =>
        exchange({ method: 'post', url, authorization, json, scope, repeatable: false }),
      );
      return answer.body;
    },
  };
}
