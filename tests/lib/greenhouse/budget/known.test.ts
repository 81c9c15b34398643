import { describe, expect, it } from 'vitest';

import { type Known, NOTHING_KNOWN, opensAt, told, type UnderWay, type Urgency } from '#lib/greenhouse/budget/known.ts';

const NOW = Date.UTC(2026, 10, 21, 10);
const WINDOW = 30_000;
const NOBODY: UnderWay = { export: 0, recruiter: 0, background: 0 };

interface When {
  now?: number;
  underWay?: Partial<UnderWay>;
}
const opens = (known: Known, urgency: Urgency, { now = NOW, underWay = {} }: When = {}): number =>
  opensAt(known, { ...NOBODY, ...underWay }, urgency, now, WINDOW);

interface Said {
  status?: number;
  remaining?: number;
  limit?: number;
  /** Milliseconds until the window ends, as the headers tell it. */
  endsIn?: number;
  now?: number;
  urgency?: Urgency;
  random?: number;
}

/** Greenhouse answers. Its clock is hours ahead of this device's. */
function answer(known: Known, said: Said): Known {
  const { status = 200, remaining = 70, limit = 75, endsIn = 20_000, now = NOW, urgency = 'export', random = 0.5 } = said;
  const theirs = now + 7 * 3_600_000;
  const headers = new Headers({
    Date: new Date(theirs).toUTCString(),
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String((theirs + endsIn) / 1000),
    ...(status === 429 ? { 'Retry-After': String(endsIn / 1000) } : {}),
  });
  return told(known, { status, headers }, { urgency, windowMs: WINDOW, now, random: () => random });
}

const silent = (known: Known, now = NOW, status = 200): Known =>
  told(known, { status, headers: new Headers() }, { urgency: 'export', windowMs: WINDOW, now, random: () => 0.5 });

/** A window that this browser alone has used, and one that others have. */
const ownUse = (remaining: number): Known =>
  answer({ ...answer(NOTHING_KNOWN, { remaining: 74 }), own: 74 - remaining }, { remaining });
const othersUse = (remaining: number): Known => answer(NOTHING_KNOWN, { remaining });

describe('who may go', () => {
  it('is everybody while little is used, by the counts that Greenhouse tells', () => {
    for (const urgency of ['export', 'recruiter', 'background'] as const)
      expect(opens(ownUse(60), urgency)).toBeLessThanOrEqual(NOW + 1000);
    expect(ownUse(60)).toMatchObject({ limit: 75, remaining: 60, resetAt: NOW + 20_000 });
  });

  it.each([
    ['background', 45, 46],
    ['recruiter', 11, 12],
    ['export', 0, 1],
  ] as const)('%s leaves %i of 75 for those who are more urgent', (urgency, stops, goes) => {
    const rested = (remaining: number) => ({ ...ownUse(remaining), backgroundAt: 0 });
    expect(opens(rested(goes), urgency)).toBe(NOW);
    expect(opens(rested(stops), urgency)).toBeGreaterThanOrEqual(NOW + 20_000);
  });

  it('counts what is not answered yet', () => {
    expect(opens(ownUse(3), 'export', { underWay: { export: 2 } })).toBe(NOW);
    expect(opens(ownUse(3), 'export', { underWay: { export: 2, background: 1 } })).toBe(NOW + 20_000);
  });

  it('is bound by a careful guess until Greenhouse has spoken', () => {
    expect(opens(NOTHING_KNOWN, 'export', { underWay: { recruiter: 49 } })).toBe(NOW);
    expect(opens(NOTHING_KNOWN, 'export', { underWay: { recruiter: 50 } })).toBeGreaterThan(NOW);
  });

  it('is counted by ourselves where Greenhouse tells no counts', () => {
    let known = NOTHING_KNOWN;
    for (let call = 0; call < 50; call += 1) {
      expect(opens(known, 'export')).toBe(NOW);
      known = silent(known);
    }
    expect(opens(known, 'export')).toBe(NOW + WINDOW);
    expect(opens(known, 'export', { now: NOW + WINDOW })).toBe(NOW + WINDOW);
  });

  it('in the background goes one at a time and spread over the window', () => {
    const known = answer(NOTHING_KNOWN, { urgency: 'background' });
    expect(opens(known, 'background')).toBe(NOW + WINDOW / 30);
    expect(opens(known, 'export')).toBe(NOW);
    expect(opens({ ...known, backgroundAt: 0 }, 'background', { underWay: { background: 1 } })).toBeGreaterThan(NOW);
  });
});

describe('after a window that was used up', () => {
  it('a browser that used it up alone comes back at once', () => {
    expect(opens(ownUse(0), 'export')).toBe(NOW + 20_000);
    expect(ownUse(0).misses).toBe(0);
  });

  it('in a crowd each comes at a moment of its own, exports before the rest', () => {
    const known = answer(othersUse(40), { status: 429 });
    expect(known.misses).toBe(1);
    expect(opens(known, 'export')).toBeGreaterThan(NOW + 20_000);
    expect(opens(known, 'recruiter')).toBeGreaterThan(opens(known, 'export'));
    expect(opens({ ...known, turn: 0.9 }, 'export')).toBeGreaterThan(opens(known, 'export'));
  });

  it('comes later the more windows were missed, but within minutes, and sooner again once there is room', () => {
    let known = othersUse(40);
    const waits = [];
    for (let window = 0; window < 20; window += 1) {
      const now = NOW + window * WINDOW;
      known = answer(known, { status: 429, now, random: 0.99 });
      // A second one in the same window says nothing new.
      expect(answer(known, { status: 429, now, random: 0 })).toMatchObject({ misses: known.misses, turn: known.turn });
      waits.push(opens(known, 'export', { now }) - now);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(4 * (waits[0] ?? 0));
    expect(waits.at(-1)).toBeLessThan(5 * 60_000);
    expect(answer(known, { now: NOW + 20 * WINDOW }).misses).toBe(known.misses - 1);
  });

  it('one call finds out whether there is room before others follow', () => {
    const known = answer(othersUse(40), { status: 429 });
    const later = NOW + 2 * WINDOW;
    expect(opens(known, 'export', { now: later })).toBe(later);
    expect(opens(known, 'export', { now: later, underWay: { recruiter: 1 } })).toBeGreaterThan(later);
    const found = answer(known, { now: later });
    expect(opens(found, 'export', { now: later, underWay: { recruiter: 1 } })).toBe(later);
  });

  it('the background goes slower the more others there are, and faster again when they are gone', () => {
    const alone = answer(NOTHING_KNOWN, { remaining: 74, urgency: 'background' });
    let crowded = othersUse(40);
    for (let window = 0; window < 4; window += 1) {
      crowded = answer(crowded, { status: 429, now: NOW + window * WINDOW, urgency: 'background' });
    }
    expect(crowded.crowd).toBeGreaterThan(50 * alone.crowd);
    for (let window = 4; window < 40; window += 1) {
      crowded = answer(crowded, { remaining: 74, now: NOW + window * WINDOW, urgency: 'background' });
    }
    expect(crowded.crowd).toBe(1);
  });
});

describe('what is known', () => {
  it('is by the least count of a window, as answers overtake each other', () => {
    const known = answer(answer(NOTHING_KNOWN, { remaining: 60 }), { remaining: 62 });
    expect(known).toMatchObject({ remaining: 60, own: 2 });
  });

  it('begins anew with the next window, and an answer from the window before says nothing about it', () => {
    const later = NOW + 21_000;
    const next = answer(answer(NOTHING_KNOWN, { remaining: 3 }), { remaining: 73, endsIn: 29_000, now: later });
    expect(next).toMatchObject({ remaining: 73, own: 1 });
    expect(answer(next, { remaining: 2, endsIn: 1000, now: later })).toBe(next);
  });

  it('holds as long as Greenhouse says when it refuses', () => {
    const known = answer(answer(NOTHING_KNOWN, {}), { status: 429, endsIn: 120_000, random: 0 });
    expect(opens(known, 'export')).toBe(NOW + 120_000);
    expect(opens(known, 'export', { now: NOW + 120_000 })).toBe(NOW + 120_000);
  });

  it('holds nobody when the clock of the device was put back', () => {
    const known = answer(answer(NOTHING_KNOWN, {}), { status: 429, urgency: 'background' });
    for (const urgency of ['export', 'recruiter', 'background'] as const) {
      expect(opens(known, urgency, { now: NOW - 3_600_000 })).toBe(NOW - 3_600_000);
    }
  });

  it('follows a limit that changes', () => {
    const known = answer(silent(NOTHING_KNOWN), { limit: 150, remaining: 149 });
    expect(known).toMatchObject({ limit: 150, remaining: 149 });
  });
});
