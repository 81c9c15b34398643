/** One HTTP exchange with Greenhouse: its place in the rate limit, timeouts, repeating what may be repeated, every failure as an `AppError`. */
import ky from 'ky';

import { AppError } from '#lib/errors.ts';

import type { Budget, Leave } from '../budget/budget.ts';
import type { Urgency } from '../budget/known.ts';
import { type Listener, record } from '../trace.ts';

import { beforeSending } from './before-sending.ts';
import { readJson, UnreadableBody } from './body.ts';
import { type Asked, refusal, silence, unreadable } from './failure.ts';
import type { TheirClock } from './their-clock.ts';

export interface Request extends Asked {
  method: 'get' | 'post' | 'patch' | 'delete';
  url: string;
  authorization: string;
  /** The acting user's email, where a header says who acts. */
  onBehalfOf?: string | undefined;
  json?: unknown;
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

export interface Answer {
  /** Nothing when Greenhouse answered 204. */
  body: unknown;
  /** The `Link` header, which is all that paging has. */
  link: string | null;
  /** When Greenhouse wrote it, epoch milliseconds by its own clock, where it said. */
  writtenAt?: number | undefined;
}

export interface Surroundings {
  /** Every attempt spends from it. */
  budget: Budget;
  urgency: Urgency;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** False only when the device knows that it is offline: then a write is not even tried, and its outcome is known. */
  online: () => boolean;
  /** Set by every answer. */
  clock?: TheirClock | undefined;
  /** Told of every attempt, for a report. */
  listener?: Listener | undefined;
  /** How long one attempt of a read, and a whole request, may take, in milliseconds. */
  patience?: { attempt: number; total: number } | undefined;
}

export type Exchange = (request: Request) => Promise<Answer>;

/** A worker is stopped when an answer takes 30 s, so everything ends before. */
const PATIENCE = { attempt: 12_000, total: 24_000 };
/** How long a read rests before it is tried again. */
const RESTS_MS = [300, 600];

/**
 * Chromium itself sends a request again, a POST too, when a connection that was used before breaks without an answer; below
 * `fetch`, where nobody is told (seen in 156: two candidates from one call). On a connection of its own it does not. So writes share none with reads, because browsers keep the connections of requests that may carry cookies apart
 * from those that may not, and none with each other, because `assets/public/rules/own-connection.json` has each closed after
 * use. HTTP/2 knows no such closing: there it may still happen.
 */
const credentialsOf = ({ repeatable }: Request): RequestCredentials => (repeatable ? 'omit' : 'include');

/** A 204 is how most verbs say yes; Greenhouse puts nothing behind it, and not even a content type. */
const isEmpty = ({ status }: Response): boolean => status === 204;

/**
 * Reads are tried three times through 5xx, timeouts and network trouble, and wait once for a short rate limit.
 * Writes are sent once and never again.
 */
export function exchange({ budget, urgency, sleep, online, clock, listener, patience = PATIENCE }: Surroundings): Exchange {
  async function attempt(request: Request, signal: AbortSignal, leave: Leave): Promise<Answer> {
    const told = listener && record(listener, request);
    let response: Response | undefined;
    try {
      response = await ky(request.url, {
        method: request.method,
        headers: {
          accept: 'application/json',
          authorization: request.authorization,
          ...(request.onBehalfOf === undefined ? {} : { 'on-behalf-of': request.onBehalfOf }),
        },
        ...(request.json === undefined ? {} : { json: request.json }),
        ...(request.form ? { body: new URLSearchParams(request.form) } : {}),
        signal,
        timeout: request.repeatable ? patience.attempt : patience.total,
        retry: 0,
        // What a refusal says is read like any other answer: no larger, and no more trusted.
        throwHttpErrors: false,
        // An answer from elsewhere is no answer.
        redirect: 'error',
        credentials: credentialsOf(request),
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      leave(response);
      const writtenAt = Date.parse(response.headers.get('date') ?? '') || undefined;
      if (writtenAt !== undefined) clock?.heard(writtenAt);
      if (!response.ok) throw await refused(response, request);
      const body = isEmpty(response) ? undefined : await readJson(response);
      told?.(response);
      return { body, link: response.headers.get('link'), writtenAt };
    } catch (thrown) {
      const error = failureOf(thrown, request);
      told?.(response, error.sent);
      throw error;
    } finally {
      leave();
    }
  }

  const failureOf = (thrown: unknown, request: Request): AppError => {
    if (thrown instanceof AppError) return thrown;
    return thrown instanceof UnreadableBody ? unreadable(request) : silence(request);
  };

  const refused = async (response: Response, request: Request): Promise<AppError> => {
    // A status says enough: whatever is wrong with the words behind it changes nothing.
    const body = await readJson(response).catch(() => undefined);
    return refusal({ status: response.status, body }, request, budget.opensAt(urgency));
  };

  /** From the moment at which the first attempt may go. */
  async function inTime(request: Request, first: Leave): Promise<Answer> {
    const deadline = AbortSignal.timeout(patience.total);
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
    let leave = first;
    for (const rest of RESTS_MS) {
      try {
        return await attempt(request, signal, leave);
      } catch (thrown) {
        if (!request.repeatable || !isCode(thrown, 'greenhouse/unreachable') || signal.aborted) throw thrown;
      }
      await sleep(rest, signal);
      leave = await budget.enter(urgency, signal);
    }
    return attempt(request, signal, leave);
  }

  return async (request) => {
    if (!request.repeatable && !online()) throw new AppError('greenhouse/unreachable').as('no');
    try {
      return await inTime(request, await beforeSending(() => budget.enter(urgency, request.signal)));
    } catch (thrown) {
      if (!request.repeatable || !isCode(thrown, 'greenhouse/limited')) throw thrown;
      const leave = await budget.enter(urgency, request.signal).catch(() => {
        throw thrown;
      });
      return inTime(request, leave);
    }
  };
}

const isCode = (thrown: unknown, code: AppError['code']): boolean => thrown instanceof AppError && thrown.code === code;
