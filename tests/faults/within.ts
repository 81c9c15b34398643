/** Nothing here waits for ever, and whatever did is told by its name. */
import { setTimeout as wait } from 'node:timers/promises';

export const within = <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  const stop = new AbortController();
  const late = wait(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`${what}: not within ${ms / 1000} s`);
  });
  return Promise.race([work, late]).finally(() => stop.abort());
};
