import { describe, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';
import { counted, sightingOf, WATCHED, type ReaderCounts, type Sighting } from '#lib/drift/counts.ts';
import { fallOf } from '#lib/drift/falls.ts';

/** The same chances in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + Math.floor(at / 15))).toISOString().slice(0, 10);
const rich: Sighting = Object.fromEntries(WATCHED.map((field) => [field, true]));
const after = (sightings: Sighting[], begin?: ReaderCounts, version = '1'): ReaderCounts =>
  sightings.reduce<ReaderCounts | undefined>((counts, sighting, at) => counted(counts, sighting, day(at), version), begin)!;
const times = (count: number, sighting: Sighting): Sighting[] => Array.from({ length: count }, () => sighting);

describe('what a reading says about the layout', () => {
  const reading = (changes: Partial<Reading>): Reading => ({
    status: 'complete',
    site: 'linkedin',
    externalId: 'linkedin:a-fixture',
    aliases: [],
    missing: [],
    evidence: {},
    ...changes,
  });
  const candidate = {
    fullName: 'A B',
    emails: [],
    phones: [],
    links: [],
    positions: [],
    education: [],
    skills: [],
    languages: [],
  };

  test('a profile says which fields were there', () => {
    expect(sightingOf(reading({ candidate: { ...candidate, title: 'Engineer' } }))).toMatchObject({
      profile: true,
      name: true,
      title: true,
      company: false,
    });
  });

  test('a profile’s address that is not read as one says so, everything else says nothing', () => {
    expect(sightingOf(reading({ status: 'not-ready' }))).toEqual({ profile: false });
    for (const status of ['blocked', 'moved', 'list'] as const) expect(sightingOf(reading({ status }))).toBeUndefined();
    expect(sightingOf(reading({ status: 'not-a-profile', externalId: null }))).toBeUndefined();
    expect(sightingOf(reading({ site: 'web', candidate }))).toBeUndefined();
  });
});

describe('a fall', () => {
  test('is noticed after six profiles when the field was always there, with its day and what works', () => {
    const before = after(times(60, rich));
    const broken = { ...rich, title: false };
    expect(fallOf(after(times(5, broken), before))).toBeUndefined();
    const fall = fallOf(after(times(6, broken), before));
    expect(fall).toEqual({
      missing: ['title'],
      works: ['name', 'headline', 'company', 'location', 'positions', 'education', 'photo'],
      since: day(0),
    });
  });

  test('is not noticed where there is no history', () => {
    expect(fallOf(after(times(40, { ...rich, title: false })))).toBeUndefined();
    expect(fallOf(after(times(100, { ...rich, title: false }), after(times(10, rich))))).toBeUndefined();
  });

  test('goes on for as long as nothing comes back, and ends with the first value', () => {
    const fallen = after(times(500, { ...rich, title: false }), after(times(60, rich)));
    expect(fallOf(fallen)?.missing).toEqual(['title']);
    expect(fallOf(after([rich], fallen))).toBeUndefined();
  });

  test('begins anew with a new version of the extension, and is noticed again if it is still there', () => {
    const fallen = after(times(10, { ...rich, title: false }), after(times(60, rich)));
    const updated = after([{ ...rich, title: false }], fallen, '2');
    expect(fallOf(updated)).toBeUndefined();
    expect(fallOf(after(times(5, { ...rich, title: false }), updated, '2'))?.missing).toEqual(['title']);
  });

  test('of the whole page says only that', () => {
    expect(fallOf(after(times(6, { profile: false }), after(times(60, rich))))).toMatchObject({
      missing: ['profile'],
      works: [],
    });
  });

  test('needs a row twice as long as any before', () => {
    const clusters = [...times(60, rich), ...times(7, { ...rich, photo: false }), ...times(30, rich)];
    expect(fallOf(after(times(14, { ...rich, photo: false }), after(clusters)))).toBeUndefined();
    expect(fallOf(after(times(15, { ...rich, photo: false }), after(clusters)))?.missing).toEqual(['photo']);
  });

  test('days are bounded', () => {
    expect(after(times(5000, rich)).days.length).toBeLessThanOrEqual(60);
  });
});

/** All on one day: of days only the sums count as long as there are fewer than are kept. */
describe('by chance', () => {
  /** Recruiters who look at sparse people: each field is there with a chance of its own. */
  function recruiter(random: () => number): { chance: Record<string, number>; sees: () => Sighting } {
    const chance = Object.fromEntries(
      WATCHED.map((field) => [field, field === 'profile' || field === 'name' ? 0.99 : 0.2 + 0.79 * random()]),
    );
    return { chance, sees: () => Object.fromEntries(WATCHED.map((field) => [field, random() < (chance[field] ?? 0)])) };
  }

  test('of 1,000 recruiters with 400 sparse profiles each, at most one in a hundred ever hears a false alarm', () => {
    const random = chances(20_261_122);
    let alarmed = 0;
    for (let person = 0; person < 1000; person += 1) {
      const { sees } = recruiter(random);
      let counts: ReaderCounts | undefined;
      for (let at = 0; at < 400; at += 1) {
        counts = counted(counts, sees(), day(0), '1');
        if (fallOf(counts)) {
          alarmed += 1;
          break;
        }
      }
    }
    expect(alarmed).toBeLessThanOrEqual(10);
  }, 30_000);

  test('a field that is gone is noticed: half within eight profiles where it was nearly always there, all within twenty', () => {
    const random = chances(7);
    const took: number[] = [];
    for (let person = 0; person < 300; person += 1) {
      const { sees } = recruiter(random);
      let counts: ReaderCounts | undefined;
      const title = () => random() < 0.93;
      for (let at = 0; at < 150; at += 1) counts = counted(counts, { ...sees(), profile: true, title: title() }, day(0), '1');
      let needed = 0;
      while (needed < 40 && !fallOf(counts)?.missing.includes('title')) {
        counts = counted(counts, { ...sees(), profile: true, title: false }, day(200), '1');
        needed += 1;
      }
      took.push(needed);
    }
    const sorted = took.toSorted((one, other) => one - other);
    expect(sorted[150]).toBeLessThanOrEqual(8);
    expect(sorted.at(-1)).toBeLessThanOrEqual(20);
  });
});
