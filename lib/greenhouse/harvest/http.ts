/** One HTTP exchange with Greenhouse: timeouts, retries of what may be repeated, and every failure as an `AppError`. */
import ky, { isHTTPError } from 'ky';

import { AppError } from '#lib/errors.ts';

import { readJson, UnreadableBody } from './body.ts';
import { type Asked, refusal, silence, unreadable } from './failure.ts';

export interface Request extends Asked {
  method: 'get' | 'post';
  url: string;
  authorization: string;
  json?: unknown;
  form?: Record<string, string>;
  /** Sent apart from all other requests; see `apart`. */
  apart?: boolean;
  signal?: AbortSignal | undefined;
}

export interface Answer {
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

/** The recruiter's own Greenhouse session stays out of our calls. */
const TOGETHER = { credentials: 'omit' } as const;

/**
 * Chromium itself sends a request again, a POST too, when a connection that was used before breaks without an answer; below
 * `fetch`, where nobody is told (seen in 156: two candidates from one call). On a connection of its own it does not. Browsers
 * keep the connections of requests with cookies apart from those without, so the creates are the only ones that may carry
 * some. Two creates in quick succession may still share one.
 */
const APART = { credentials: 'include' } as const;

const REPEATED = {
  limit: 2,
  methods: ['get', 'post'],
  statusCodes: [408, 500, 502, 503, 504],
  afterStatusCodes: [],
  retryOnTimeout: true,
};

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
      ...(request.apart ? APART : TOGETHER),
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    return { body: await readJson(response), link: response.headers.get('link') };
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
