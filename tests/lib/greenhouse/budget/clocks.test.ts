/** Nobody waits for a clock: one that is set by hours, a laptop that slept, and answers that say anything at all. */
import { expect, it } from 'vitest';

import { callBudget } from '#lib/greenhouse/budget/budget.ts';
import { knownSchema, type Known, type Urgency } from '#lib/greenhouse/budget/known.ts';
import { VirtualTime } from '#tests/bench/browsers/virtual-time.ts';
import { dice } from '#tests/sandbox/random.ts';

const START = Date.UTC(2026, 10, 21, 10);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A device whose clock can be set, while real time (timers) goes its way. */
function device(random: () => number = () => 0) {
  const time = new VirtualTime(START);
  const clock = { ahead: 0, kept: undefined as Known | undefined };
  const now = () => time.now + clock.ahead;
  const store = {
    get: async () => clock.kept,
    // As session storage does it.
    set: async (known: Known) => void (clock.kept = knownSchema.safeParse(JSON.parse(JSON.stringify(known))).data),
  };
  const worker = () => callBudget({ windowMs: 30 * SECOND, now, random, sleep: time.sleep, store });
  const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });
  return { time, clock, now, worker, answer };
}

/** How a call fares: gone after so many real milliseconds, or turned away until so many from now on. */
async function fares({ time, now }: ReturnType<typeof device>, budget: ReturnType<typeof callBudget>, urgency: Urgency) {
  const from = time.now;
  let outcome: { after: number; leave: (answer?: { status: number; headers: Headers }) => void } | { in: number } | undefined;
  void budget.enter(urgency).then(
    (leave) => (outcome = { after: time.now - from, leave }),
    (error: { detail: { until: number } }) => (outcome = { in: error.detail.until - now() }),
  );
  await time.pass(() => outcome !== undefined);
  if (!outcome) throw new Error('it waits for nothing');
  return outcome;
}

async function refusedForAnHour() {
  const at = device();
  const budget = at.worker();
  const first = await fares(at, budget, 'export');
  if (!('leave' in first)) throw new Error('the first should go');
  first.leave(at.answer(429, { 'Retry-After': '3600' }));
  expect(await fares(at, budget, 'export')).toEqual({ in: HOUR });
  return { ...at, budget };
}

it.each([
  ['an hour later', 0, HOUR],
  ['after a night with the lid closed', 0, 24 * HOUR],
  ['when the clock is set back by hours', -5 * HOUR, SECOND],
  ['when the clock is set ahead by hours', 5 * HOUR, SECOND],
])('who was refused for an hour asks again %s, and so does the worker after this one', async (_, set, later) => {
  const at = await refusedForAnHour();
  at.clock.ahead += set;
  at.time.now += later;
  for (const budget of [at.budget, at.worker()]) expect(await fares(at, budget, 'export')).toMatchObject({ after: 0 });
});

it.each([-5 * HOUR, 5 * HOUR])('who stands in line goes within seconds, though the clock is set by %d', async (set) => {
  const at = device();
  const budget = at.worker();
  const first = await fares(at, budget, 'export');
  if (!('leave' in first)) throw new Error('the first should go');
  const headers = { 'X-RateLimit-Limit': '50', 'X-RateLimit-Remaining': '0', 'Retry-After': '9' };
  first.leave(at.answer(429, headers));
  const waiting = fares(at, budget, 'export');
  at.time.at(at.time.now + SECOND, () => (at.clock.ahead += set));
  const went = await waiting;
  expect('after' in went && went.after).toBeLessThanOrEqual(10 * SECOND);
});

const HOSTILE = [
  '-1',
  '0',
  '1',
  '50',
  '999999999',
  '9'.repeat(400),
  '1e9',
  'NaN',
  '',
  'soon',
  '-5',
  '3.7',
  'Thu, 01 Jan 1970 00:00:00 GMT',
];

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever is answered and however the clock goes, nobody is put off for ever (%d)',
  async (seed) => {
    const roll = dice(seed);
    let rolled = 0;
    const random = (): number => roll((rolled += 1), 0) / 2 ** 32;
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const at = device(random);
    let budget = at.worker();
    const urgencies: readonly Urgency[] = ['export', 'recruiter', 'background'];
    for (let turn = 0; turn < 300; turn += 1) {
      const fared = await fares(at, budget, pick(urgencies));
      if ('leave' in fared) {
        expect(fared.after).toBeLessThan(HOUR);
        const headers: Record<string, string> = {};
        for (const name of ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After', 'Date'])
          if (random() < 0.5)
            headers[name] = pick(HOSTILE.filter((said) => name !== 'X-RateLimit-Limit' || !(Number(said) < 50)));
        fared.leave(random() < 0.1 ? undefined : at.answer(pick([200, 200, 200, 429, 500]), headers));
      } else {
        // The longest refusal, and a place in the longest crowd behind it.
        expect(fared.in).toBeGreaterThan(0);
        expect(fared.in).toBeLessThanOrEqual(HOUR + 20 * MINUTE);
      }
      at.time.now += pick([0, SECOND, 10 * SECOND, MINUTE]);
      if (random() < 0.1) at.clock.ahead += pick([-5, -1, 1, 5, 24]) * HOUR;
      if (random() < 0.1) budget = at.worker();
    }
    at.time.now += 2 * HOUR;
    for (const urgency of urgencies) {
      const fared = await fares(at, budget, urgency);
      expect(fared, urgency).toHaveProperty('leave');
      if ('leave' in fared) fared.leave(at.answer(200, { 'X-RateLimit-Limit': '50', 'X-RateLimit-Remaining': '49' }));
    }
  },
);
