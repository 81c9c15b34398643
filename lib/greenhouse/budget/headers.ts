/** The rate limit as an answer's headers tell it (harvest-api reference, section 5). */

export interface LimitHeaders {
  limit?: number;
  remaining?: number;
  /** Milliseconds from now until the window ends; absent when nothing was said of it. */
  endsIn?: number;
}

/** However long a wait Greenhouse asks for, somebody should look again after this. */
const LONGEST_MS = 3_600_000;

const count = (headers: Headers, name: string): number | undefined => {
  const text = headers.get(name)?.trim();
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
};

/**
 * Neither clock is asked for the time: `Retry-After` is a duration, and `X-RateLimit-Reset` is taken from the answer's own
 * `Date`, so that a device that is hours off waits no longer than others. A moment that no window can end at is none.
 */
export function readLimit(headers: Headers, refused: boolean, windowMs: number, now: number): LimitHeaders {
  const limit = count(headers, 'x-ratelimit-limit');
  const remaining = count(headers, 'x-ratelimit-remaining');
  const endsIn = (refused ? retryAfter(headers, now) : undefined) ?? untilReset(headers, windowMs, now);
  return {
    ...(limit ? { limit } : {}),
    ...(remaining === undefined ? {} : { remaining }),
    ...(endsIn === undefined ? {} : { endsIn }),
  };
}

/** When Greenhouse wrote the answer, by its own clock; by ours when it does not say. */
const writtenAt = (headers: Headers, now: number): number => Date.parse(headers.get('date') ?? '') || now;

function retryAfter(headers: Headers, now: number): number | undefined {
  const seconds = count(headers, 'retry-after');
  const wait = seconds === undefined ? Date.parse(headers.get('retry-after') ?? '') - writtenAt(headers, now) : seconds * 1000;
  return wait >= 0 ? Math.min(Math.ceil(wait), LONGEST_MS) : undefined;
}

function untilReset(headers: Headers, windowMs: number, now: number): number | undefined {
  const wait = (count(headers, 'x-ratelimit-reset') ?? Number.NaN) * 1000 - writtenAt(headers, now);
  return wait > 0 && wait <= windowMs + 1000 ? wait : undefined;
}
