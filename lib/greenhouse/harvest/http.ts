/** One HTTP exchange with Greenhouse: timeouts, retries of what may be repeated, and every failure as an `AppError`. */
import ky, { isHTTPError } from 'ky';

import { AppError } from '#lib/errors.ts';

import { readJson, UnreadableBody } from './body.ts';
import { type Asked, refusal, silence, unreadable } from './failure.ts';

export interface Request extends Asked {
  method: 'get' | 'post' | 'patch' | 'delete';
  url: string;
  authorization: string;
  json?: unknown;
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

export interface Answer {
  /** Nothing when Greenhouse answered 204. */
  body: unknown;
  /** The `Link` header, which is all that paging has. */
  link: string | null;
}

export interface Surroundings {
  now: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** False only when the device knows that it is offline: then a write is not even tried, and its outcome is known. */
  online: () => boolean;
  /** How long one attempt of a read, and a whole request, may take, in milliseconds. */
  patience?: { attempt: number; total: number };
}

export type Exchange = (request: Request) => Promise<Answer>;

/** A worker is stopped when an answer takes 30 s, so everything ends before. */
const PATIENCE = { attempt: 12_000, total: 24_000 };
/** A limit that ends sooner than this is waited for; a longer one is the caller's to show. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Chromium itself sends a request again, a POST too, when a connection that was used before breaks without an answer; below
 * `fetch`, where nobody is told (seen in 156: two candidates from one call). On a connection of its own it does not. So writes share none with reads, because browsers keep the connections of requests that may carry cookies apart
 * from those that may not, and none with each other, because `assets/public/rules/own-connection.json` has each closed after
 * use. HTTP/2 knows no such closing: there it may still happen.
 */
const credentialsOf = ({ repeatable }: Request): RequestCredentials => (repeatable ? 'omit' : 'include');

const REPEATED = {
  limit: 2,
  methods: ['get', 'post'],
  statusCodes: [408, 500, 502, 503, 504],
  afterStatusCodes: [],
  retryOnTimeout: true,
};

/** A 204 is how most verbs say yes; Greenhouse puts nothing behind it, and not even a content type. */
const isEmpty = ({ status }: Response): boolean => status === 204;

async function once(request: Request, { now, patience = PATIENCE }: Surroundings): Promise<Answer> {
  const deadline = AbortSignal.timeout(patience.total);
  try {
    const response = await ky(request.url, {
      method: request.method,
      headers: { accept: 'application/json', authorization: request.authorization },
      ...(request.json === undefined ? {} : { json: request.json }),
      ...(request.form ? { body: new URLSearchParams(request.form) } : {}),
      signal: request.signal ? AbortSignal.any([request.signal, deadline]) : deadline,
      timeout: request.repeatable ? patience.attempt : patience.total,
      retry: request.repeatable ? REPEATED : 0,
      // An answer from elsewhere is no answer.
      redirect: 'error',
      credentials: credentialsOf(request),
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    return { body: isEmpty(response) ? undefined : await readJson(response), link: response.headers.get('link') };
  } catch (thrown) {
    if (isHTTPError(thrown)) {
      const { status, headers } = thrown.response;
      throw refusal({ status, headers, body: thrown.data }, request, now());
    }
    throw thrown instanceof UnreadableBody ? unreadable(request) : silence(request);
  }
}

/**
 * Reads are tried three times through 5xx, timeouts and network trouble, and wait once for a short rate limit.
 * Writes are sent once and never again.
 */
export function exchange(surroundings: Surroundings): Exchange {
  const { now, sleep, online } = surroundings;
  return async (request) => {
    if (!request.repeatable && !online()) throw new AppError('greenhouse/unreachable');
    try {
      return await once(request, surroundings);
    } catch (thrown) {
      const wait = thrown instanceof AppError && request.repeatable ? (thrown.detail.until ?? Number.NaN) - now() : Number.NaN;
      if (!(wait <= LONGEST_WAIT_MS)) throw thrown;
      try {
        await sleep(Math.max(0, wait), request.signal);
      } catch {
        throw silence(request);
      }
      return once(request, surroundings);
    }
  };
}
