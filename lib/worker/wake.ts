/** Waking up at a time: a timer while the worker lives, an alarm for when it does not. */
import { browser } from '#lib/browser.ts';

export const ALARM = 'outbox';

/** A worker that has nothing to do dies after 30 s; a timer shorter than this is usually reached alive. */
const TIMER_AT_MOST_MS = 25_000;

/** Answers a function that asks to be woken at a time, in epoch milliseconds. */
export function createWaker(now: () => number, wake: () => void): (time: number) => void {
  /** Times that a timer is set for: every wake asks again for all that still wait. */
  const awaited = new Set<number>();
  let turn: Promise<void> = Promise.resolve();

  return (time) => {
    const delay = Math.max(0, time - now());
    if (delay <= TIMER_AT_MOST_MS && !awaited.has(time)) {
      awaited.add(time);
      setTimeout(() => {
        awaited.delete(time);
        wake();
      }, delay);
    }
    // One after another: two asked for in one turn would both find no alarm, and the later time would win.
    turn = turn.then(() => setAlarm(Math.max(time, now() + 1000), now())).catch(() => undefined);
  };
}

/** There is one alarm, for the earliest of all waits; whoever wakes by it sets the next. */
async function setAlarm(time: number, now: number): Promise<void> {
  const set = await browser.alarms.get(ALARM);
  if (set && set.scheduledTime > now && set.scheduledTime <= time) return;
  await browser.alarms.create(ALARM, { when: time });
}
