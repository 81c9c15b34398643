import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { ALARM, createWaker } from '#lib/worker/wake.ts';

const NOW = 1_800_000_000_000;
const SECOND = 1000;

const now = () => Date.now();
const wake = vi.fn<() => void>();
let wakeAt: (time: number) => void;
beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW });
  wake.mockClear();
  wakeAt = createWaker(now, wake);
});
afterEach(() => void vi.useRealTimers());

const alarm = async () => (await fakeBrowser.alarms.get(ALARM))?.scheduledTime;
/** Lets what was begun with the browser come to its end. */
const settled = () => vi.advanceTimersByTimeAsync(0);

test('a short wait is timed to the moment, and alarmed for a worker that dies on the way', async () => {
  wakeAt(NOW + 10 * SECOND);
  await settled();
  expect(await alarm()).toBe(NOW + 10 * SECOND);
  await vi.advanceTimersByTimeAsync(10 * SECOND - 1);
  expect(wake).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(wake).toHaveBeenCalledOnce();
});

test('a long wait has the alarm alone: the worker may sleep', async () => {
  wakeAt(NOW + 60 * SECOND);
  await settled();
  expect(vi.getTimerCount()).toBe(0);
  expect(await alarm()).toBe(NOW + 60 * SECOND);
});

test('a moment that is past is now, and has an alarm all the same', async () => {
  wakeAt(NOW - 5 * SECOND);
  await settled();
  expect(wake).toHaveBeenCalledOnce();
  expect(await alarm()).toBe(NOW + SECOND);
});

test('of several waits the earliest has the alarm, in whichever order they are asked for', async () => {
  wakeAt(NOW + 60 * SECOND);
  await settled();
  wakeAt(NOW + 40 * SECOND);
  await settled();
  expect(await alarm()).toBe(NOW + 40 * SECOND);
  wakeAt(NOW + 50 * SECOND);
  await settled();
  expect(await alarm()).toBe(NOW + 40 * SECOND);
});

test('an alarm that should have rung long ago does not keep a later one from being set', async () => {
  await fakeBrowser.alarms.create(ALARM, { when: NOW + SECOND });
  vi.setSystemTime(NOW + 60 * SECOND);
  wakeAt(NOW + 90 * SECOND);
  await settled();
  expect(await alarm()).toBe(NOW + 90 * SECOND);
});

test('two waits asked for in one turn leave the earlier one', async () => {
  wakeAt(NOW + 40 * SECOND);
  wakeAt(NOW + 60 * SECOND);
  await settled();
  expect(await alarm()).toBe(NOW + 40 * SECOND);
});

test('a moment that is asked for by every wake is woken for once', async () => {
  for (let times = 0; times < 5; times += 1) wakeAt(NOW + 10 * SECOND);
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  expect(wake).toHaveBeenCalledOnce();
  wakeAt(NOW + 10 * SECOND);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(wake).toHaveBeenCalledTimes(2);
});
