import { describe, expect, test } from 'vitest';

import { estimate, nextProbe } from '#lib/identity/sync/estimate.ts';
import type { Sample } from '#lib/identity/sync/progress.ts';
import { chance } from '#tests/bench/browsers/simulate.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const YEAR = 365.25 * 24 * 3_600_000;
const PAGE = 500;

/** What is reckoned of people who were created at these times, and by how many questions. */
function reckoned(times: number[]): { about: number | undefined; asked: number } {
  const sorted = times.toSorted((one, other) => other - one);
  const before = (to: number): Sample => {
    const all = sorted.filter((time) => time <= to);
    const page = all.slice(0, PAGE);
    return { people: page.length, from: page.at(-1) ?? to, to, more: all.length > PAGE };
  };
  const samples = [before(NOW)];
  for (;;) {
    const to = nextProbe(samples, NOW);
    if (to === undefined) return { about: estimate(samples, NOW), asked: samples.length };
    expect(samples.length, 'it comes to an end').toBeLessThan(20);
    samples.push(before(to));
  }
}

const evenly = (people: number, years: number): number[] =>
  Array.from({ length: people }, (_, at) => NOW - ((at + 0.5) / people) * years * YEAR);

describe('about how many people there are', () => {
  test('few: exactly, and with no question more than the first page', () => {
    expect(reckoned(evenly(0, 1))).toEqual({ about: 0, asked: 1 });
    expect(reckoned(evenly(423, 2))).toEqual({ about: 423, asked: 1 });
  });

  test.each([
    [20_000, 0.5],
    [50_000, 3],
    [200_000, 3],
    [400_000, 9],
    [300_000, 13],
  ])('%i who came in evenly over %f years: to a tenth, by a few questions', (people, years) => {
    const { about = 0, asked } = reckoned(evenly(people, years));
    expect(about / people).toBeGreaterThan(0.9);
    expect(about / people).toBeLessThan(1.1);
    expect(asked).toBeLessThanOrEqual(11);
  });

  test('at random, more of them each year: to a third', () => {
    const random = chance(20261122);
    const people = Array.from({ length: 150_000 }, () => NOW - (1 - Math.sqrt(random())) * 6 * YEAR);
    const { about = 0 } = reckoned(people);
    expect(about / people.length).toBeGreaterThan(0.67);
    expect(about / people.length).toBeLessThan(1.5);
  });

  test('an import of thousands within a minute does not make millions of them', () => {
    const imported = Array.from({ length: 30_000 }, (_, at) => NOW - YEAR - at * 2);
    const { about = 0 } = reckoned([...evenly(30_000, 4), ...imported]);
    expect(about).toBeGreaterThan(20_000);
    expect(about).toBeLessThan(600_000);
  });
});
