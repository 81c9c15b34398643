/** Waking up at a time: a timer while the worker lives, an alarm for when it does not. */
import { browser } from '#lib/browser.ts';

export const ALARM = 'outbox';

/** A worker that has nothing to do dies after 30 s; a timer shorter than this is usually reached alive. */
const TIMER_AT_MOST_MS = 25_000;

let turn: Promise<void> = Promise.resolve();

export function wakeAt(time: number, now: () => number, wake: () => void): void {
  const delay = Math.max(0, time - now());
  if (delay <= TIMER_AT_MOST_MS) setTimeout(wake, delay);
  // One after another: two asked for in one turn would both find no alarm, and the later time would win.
  turn = turn.then(() => setAlarm(Math.max(time, now() + 1000), now())).catch(() => undefined);
}

/** There is one alarm, for the earliest of all waits; whoever wakes by it sets the next. */
async function setAlarm(time: number, now: number): Promise<void> {
  const set = await browser.alarms.get(ALARM);
  if (set && set.scheduledTime > now && set.scheduledTime <= time) return;
  await browser.alarms.create(ALARM, { when: time });
}
