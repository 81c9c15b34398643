/** Harvest v3 as lists and writes. Lists go with the reading token, writes with the acting user's (harvest-api reference, 4). */
import { AppError } from '#lib/errors.ts';

import { beforeSending } from '../http/before-sending.ts';
import type { Answer, Exchange, Request } from '../http/exchange.ts';
import { nextCursor } from './link.ts';
import { parameters, type Query, type Resumed } from './query.ts';
import { type Resource, scopeOf } from './resource.ts';
import type { TokenKind } from './token-cache.ts';
import type { TokenSource } from './tokens.ts';

/** How far a list has been read. There is no total (section 4.2). */
export interface Progress {
  pages: number;
  rows: number;
  /** Greenhouse gave as many as a page holds, with or without what we could use. */
  full: boolean;
  /** Where to go on from; nothing after the last page. */
  cursor: string | undefined;
  /** When Greenhouse wrote the page, by its own clock, where it said; epoch milliseconds. */
  writtenAt?: number | undefined;
}

type OnPage = (progress: Progress) => void;

export interface Api {
  /**
   * Rows of one page after the other, newest id first; `onPage` is told before the page is given out. Ends with
   * `greenhouse/unreachable` when `signal` is aborted; may be gone on with from the last cursor.
   */
  pages<T, F extends object>(
    resource: Resource<T, F>,
    query?: Query<T, F> | Resumed<T, F>,
    signal?: AbortSignal,
    onPage?: OnPage,
  ): AsyncGenerator<T[], void>;
  /** Every row. */
  list<T, F extends object>(
    resource: Resource<T, F>,
    query?: Query<T, F> | Resumed<T, F>,
    signal?: AbortSignal,
    onPage?: OnPage,
  ): Promise<T[]>;

  // Each write is sent once: a failure after sending is `greenhouse/unknown-outcome`. They answer the body, nothing for a 204.
  create(name: string, json: object): Promise<unknown>;
  /** Only the keys that are sent change; an array replaces the whole list. */
  update(name: string, id: number, json: object): Promise<unknown>;
  /** A verb is the scope's action too: `/v3/<name>/<id>/<verb>`. */
  act(name: string, id: number, verb: string, json: object, method?: 'post' | 'patch'): Promise<unknown>;
  remove(name: string, id: number): Promise<unknown>;
  /** Answers 202: what came of it is in `/bulk_requests`. */
  bulk(name: string, data: object[]): Promise<unknown>;
}

export interface ApiOptions {
  exchange: Exchange;
  tokens: TokenSource;
  host: string;
}

const LARGEST_PAGE = 500;
/** Of a list that is read whole: half a million rows, where organisations have some thousands. */
const MOST_PAGES = 1000;

/** Of a list: what cannot be read has changed nothing. */
const garbled = (): AppError => new AppError('greenhouse/garbled').as('no');

/** The rows of an answer; those without an id (private people, and people still being processed) say nothing that we could use. */
function rowsOf<T>(resource: Resource<T>, body: unknown): T[] {
  if (!Array.isArray(body)) throw garbled();
  const rows: T[] = [];
  for (const item of body as unknown[]) {
    if (typeof item !== 'object' || item === null || !('id' in item)) continue;
    const parsed = resource.row.safeParse(item);
    if (!parsed.success) throw garbled();
    rows.push(parsed.data);
  }
  return rows;
}

function cursorAfter({ link }: Answer, url: string): string | undefined {
  try {
    return nextCursor(link, url);
  } catch {
    throw garbled();
  }
}

export function api({ exchange, tokens, host }: ApiOptions): Api {
  /**
   * A 401 means that the token was refused before anything was done, so the call is repeated once with a new one; that holds for
   * writes too. A credential that is refused by the auth host is not asked about twice.
   */
  const authorized = async (kind: TokenKind, call: (authorization: string) => Promise<Answer>): Promise<Answer> => {
    const token = await beforeSending(() => tokens.get(kind));
    try {
      return await call(`Bearer ${token}`);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'greenhouse/unauthorized') throw thrown;
      await tokens.refused(kind, token);
    }
    return call(`Bearer ${await beforeSending(() => tokens.get(kind))}`);
  };

  const pages: Api['pages'] = async function* (resource, query, signal, onPage) {
    const address = `${host}/v3/${resource.name}`;
    const scope = scopeOf(resource.name, 'list');
    const seen = new Set<string>();
    const progress: Progress = { pages: 0, rows: 0, full: false, cursor: undefined };
    let asked: object = query && 'cursor' in query ? query : { per_page: LARGEST_PAGE, ...query };
    for (;;) {
      if (signal?.aborted) throw new AppError('greenhouse/unreachable').as('no');
      const url = `${address}?${parameters(asked).toString()}`;
      const answer = await authorized('reading', (authorization) =>
        exchange({ method: 'get', url, authorization, scope, signal, repeatable: true }),
      );
      const rows = rowsOf(resource, answer.body);
      const cursor = cursorAfter(answer, address);
      progress.pages += 1;
      progress.rows += rows.length;
      progress.full = (answer.body as unknown[]).length >= LARGEST_PAGE;
      progress.cursor = cursor;
      progress.writtenAt = answer.writtenAt;
      onPage?.({ ...progress });
      yield rows;
      if (cursor === undefined) return;
      if (seen.has(cursor)) throw garbled();
      seen.add(cursor);
      asked = { cursor };
    }
  };

  const write = async (
    method: Request['method'],
    name: string,
    path: string | number,
    action: string,
    json?: object,
  ): Promise<unknown> => {
    const url = `${host}/v3/${name}${path && `/${path}`}`;
    const scope = scopeOf(name, action);
    const answer = await authorized('writing', (authorization) =>
      exchange({ method, url, authorization, json, scope, repeatable: false }),
    );
    return answer.body;
  };

  return {
    pages,
    list: async (resource, query, signal, onPage) => {
      const rows = [];
      let read = 0;
      for await (const page of pages(resource, query, signal, onPage)) {
        // A list without an end would fill the memory.
        if (++read > MOST_PAGES) throw garbled();
        rows.push(...page);
      }
      return rows;
    },
    create: (name, json) => write('post', name, '', 'create', json),
    update: (name, id, json) => write('patch', name, id, 'update', json),
    act: (name, id, verb, json, method = 'post') => write(method, name, `${id}/${verb}`, verb, json),
    remove: (name, id) => write('delete', name, id, 'destroy'),
    bulk: (name, data) => write('post', name, 'bulk', 'create', { data }),
  };
}
