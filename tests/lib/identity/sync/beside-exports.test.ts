/** The sync at the usual rate limit, beside a recruiter who works: over real HTTP, in time that passes only while somebody waits. */
import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { budgetsOf } from '#lib/greenhouse/budget/budget.ts';
import { secondsToFill } from '#lib/identity/sync/how-long.ts';
import { turn, type Base } from '#lib/identity/sync/turn.ts';
import { bench } from '#tests/lib/greenhouse/harvest/bench.ts';
import { memoryIndex } from '#tests/support/memory-index.ts';

const PEOPLE = 30_000;
const LIMIT = 75;
const WINDOW_MS = 30_000;
const START = Date.UTC(2026, 10, 21, 10);

test('an export never waits for the sync, which takes as long as is told', async () => {
  const time = { now: START };
  const now = () => time.now;
  const sleep = async (ms: number) => {
    time.now += ms;
  };
  const { connect, sandbox } = await bench({ candidates: PEOPLE, rateLimit: LIMIT, now });
  const budgets = budgetsOf({ now, random: () => 0.5, sleep });
  const shared = { budgets, now, sleep };
  const recruiter = connect({ ...shared, urgency: 'export' });
  const { index, people } = memoryIndex();
  const base: Base = {
    account: 'birch',
    greenhouse: connect({ ...shared, urgency: 'background' }),
    index,
    forget: async () => undefined,
    scope: { kind: 'everybody' },
    paused: false,
    agreed: false,
  };
  let waited = 0;
  let turns = 0;
  /** With every third page somebody exports somebody. */
  async function exportOne(): Promise<void> {
    if (++turns % 3 > 0) return;
    const pressed = time.now;
    await recruiter.findByEmail('mira.okafor@quayside.example');
    waited += time.now - pressed;
  }
  const ports = { now, random: () => 0.5, keepAlive: exportOne };
  const signal = new AbortController().signal;
  for (;;) {
    try {
      const { until } = await turn(base, ports, signal);
      if (until > time.now) break;
    } catch (thrown) {
      const { code, detail } = AppError.from(thrown);
      if (code !== 'greenhouse/limited') throw thrown;
      time.now = detail.until ?? Number.NaN;
    }
  }
  expect(people.size).toBeGreaterThan(0.9 * PEOPLE);
  expect(waited, 'milliseconds').toBe(0);

  const calls = sandbox.requests().filter(({ path }) => path.startsWith('/v3/'));
  expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  const pages = calls.filter(({ query }) => 'cursor' in query || JSON.stringify(query).includes('preferred_name'));
  expect(pages.length).toBeGreaterThan(PEOPLE / 500 - 5);
  const seconds = (time.now - START) / 1000;
  expect(seconds / secondsToFill(PEOPLE)).toBeGreaterThan(0.7);
  expect(seconds / secondsToFill(PEOPLE)).toBeLessThan(2);
  expect(pages.length / (seconds / (WINDOW_MS / 1000)), 'calls in a window').toBeLessThanOrEqual(0.4 * LIMIT + 1);
});
