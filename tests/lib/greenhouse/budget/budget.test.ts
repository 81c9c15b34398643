import { describe, expect, it, vi } from 'vitest';

import { callBudget, type BudgetStore } from '#lib/greenhouse/budget/budget.ts';
import type { Known, Urgency } from '#lib/greenhouse/budget/known.ts';
import { VirtualTime } from '#tests/bench/browsers/virtual-time.ts';

const START = Date.UTC(2026, 10, 21, 10);

function world(store?: BudgetStore) {
  const time = new VirtualTime(START);
  const create = () => callBudget({ windowMs: 30_000, now: () => time.now, random: () => 0, sleep: time.sleep, store });
  const budget = create();
  const gone: string[] = [];
  /** A call that is answered after 100 ms, with that many remaining. */
  const call = async (urgency: Urgency, remaining: number, { name, signal }: { name?: string; signal?: AbortSignal } = {}) => {
    const leave = await budget.enter(urgency, signal);
    gone.push(name ?? urgency);
    await time.sleep(100);
    leave(said(remaining));
  };
  const said = (remaining: number, status = 200) => ({
    status,
    headers: new Headers({
      'X-RateLimit-Limit': '75',
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String((START + 3000) / 1000),
      Date: new Date(START).toUTCString(),
    }),
  });
  const settle = () => time.pass(() => false);
  return { time, budget, create, gone, call, said, settle };
}

/** Session storage, that outlives workers. */
function session() {
  let kept: Known | undefined;
  const set = vi.fn(async (known: Known) => void (kept = known));
  return { get: async () => kept, set };
}

describe('the line of one browser', () => {
  it('is by urgency, and among equals by who came first', async () => {
    const { time, call, gone, settle } = world();
    void call('export', 0, { name: 'spends the last' });
    await settle();
    const calls = [
      ['background', 'sync'],
      ['recruiter', 'first list'],
      ['export', 'first export'],
      ['recruiter', 'second list'],
      ['export', 'second export'],
    ] as const;
    for (const [urgency, name] of calls) void call(urgency, 70, { name }).catch(() => undefined);
    await settle();
    expect(gone).toEqual(['spends the last', 'first export', 'second export', 'first list', 'second list', 'sync']);
    expect(time.now).toBeGreaterThanOrEqual(START + 3000);
  });

  it('lets an export go at once, whatever else waits', async () => {
    const { time, call, gone, settle } = world();
    void call('recruiter', 5);
    await settle();
    void call('background', 5).catch(() => undefined);
    void call('recruiter', 5);
    const asked = time.now;
    let went = 0;
    void call('export', 4).then(() => (went = time.now));
    await settle();
    expect(gone.slice(0, 2)).toEqual(['recruiter', 'export']);
    expect(went - asked).toBe(100);
  });

  it('turns away who would wait longer than a worker lives, and says until when', async () => {
    const { budget } = world();
    (await budget.enter('export'))({ status: 429, headers: new Headers({ 'Retry-After': '25' }) });
    for (const urgency of ['export', 'background'] as const) {
      const until = budget.opensAt(urgency);
      expect(until).toBeGreaterThanOrEqual(START + 25_000);
      await expect(budget.enter(urgency)).rejects.toMatchObject({ code: 'greenhouse/limited', detail: { until } });
    }
  });

  it('lets go of who is no longer interested', async () => {
    const { call, gone, settle } = world();
    void call('export', 0, { name: 'spends the last' });
    await settle();
    const given = new AbortController();
    const waiting = call('export', 70, { name: 'given up', signal: given.signal });
    void call('export', 70, { name: 'stays' });
    given.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    await expect(call('export', 70, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    await settle();
    expect(gone).toEqual(['spends the last', 'stays']);
  });

  it('counts a call that was never answered as over, once', async () => {
    const { budget } = world();
    const leaves = await Promise.all(Array.from({ length: 50 }, () => budget.enter('export')));
    expect(budget.opensAt('export')).toBeGreaterThan(START);
    leaves[0]?.();
    leaves[0]?.();
    expect(budget.opensAt('export')).toBe(START);
    await budget.enter('export');
    expect(budget.opensAt('export')).toBeGreaterThan(START);
  });
});

describe('what is known', () => {
  it('is told once Greenhouse has answered', async () => {
    const { budget, said } = world();
    expect(await budget.rate()).toBeUndefined();
    (await budget.enter('recruiter'))(said(71));
    expect(await budget.rate()).toEqual({ limit: 75, remaining: 71, resetAt: START + 3000 });
  });

  it('survives the death of the worker', async () => {
    const { budget, create } = world(session());
    (await budget.enter('export'))({ status: 429, headers: new Headers({ 'Retry-After': '25' }) });
    await expect(create().enter('export')).rejects.toMatchObject({ code: 'greenhouse/limited' });
  });

  it('is learnt anew when it cannot be read, and nobody waits for it to be written', async () => {
    const set = vi.fn(() => new Promise<void>(() => undefined));
    const { budget, said } = world({ get: () => Promise.reject(new Error('storage')), set });
    for (const remaining of [74, 73, 72]) (await budget.enter('export'))(said(remaining));
    expect(await budget.rate()).toMatchObject({ remaining: 72 });
    // One write is under way; the others wait to be one.
    expect(set).toHaveBeenCalledTimes(1);
  });

  it('is written in the end as it was last', async () => {
    const store = session();
    const { budget, said, settle } = world(store);
    const leaves = await Promise.all(Array.from({ length: 10 }, () => budget.enter('export')));
    leaves.forEach((leave, at) => leave(said(74 - at)));
    await settle();
    expect((await store.get())?.remaining).toBe(65);
    expect(store.set.mock.calls.length).toBeLessThan(4);
  });
});
