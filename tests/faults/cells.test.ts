import { describe, expect, test } from 'vitest';

import { callsOf, type Clean, keysOf, readSnapshot } from './calls.ts';
import { allCells, type Cell, DEATHS, FAULTS, isCreate, sample } from './cells.ts';

const logged = (method: string, path: string, query: Record<string, string> = {}) => ({ method, path, query });
const CLEAN: Record<string, Clean> = {
  new: {
    calls: callsOf([
      logged('GET', '/v3/candidates', { email: 'a' }),
      logged('GET', '/v3/candidates', { ids: '1' }),
      logged('GET', '/v3/candidates', { ids: '2' }),
      logged('POST', '/v3/candidates'),
      logged('PATCH', '/v3/candidates/17'),
      logged('POST', '/v3/notes'),
    ]),
    makes: {},
  },
};
const CELLS = allCells(CLEAN);

describe('calls', () => {
  test('are told apart by method, path, parameters, and which of several alike they are', () => {
    expect(CLEAN['new']?.calls.map(({ key, match }) => [key, match.path, match.skip])).toEqual([
      ['GET /v3/candidates email #1', '/v3/candidates', 0],
      ['GET /v3/candidates ids #1', '/v3/candidates', 0],
      ['GET /v3/candidates ids #2', '/v3/candidates', 1],
      ['PATCH /v3/candidates/{id} #1', '/v3/candidates', 0],
      ['POST /v3/candidates #1', '/v3/candidates', 0],
      ['POST /v3/notes #1', '/v3/notes', 0],
    ]);
  });

  test('with few parameters are behind those that fit as well and have more', () => {
    const [, second] = callsOf([logged('GET', '/v3/jobs', { ids: '1', cursor: 'x' }), logged('GET', '/v3/jobs', { ids: '1' })]);
    expect(second).toMatchObject({ key: 'GET /v3/jobs ids #1', match: { skip: 1 } });
  });
});

test('how often the same is read is chance, how often something is written is not', () => {
  const twice = [logged('GET', '/v3/users'), logged('POST', '/v3/notes')].flatMap((call) => [call, call]);
  expect(keysOf({ calls: callsOf(twice), makes: {} })).toEqual(['GET /v3/users #1', 'POST /v3/notes #1', 'POST /v3/notes #2']);
});

describe('the matrix', () => {
  test('is every call with every fault, death and lag, each once', () => {
    expect(CELLS).toHaveLength(6 * FAULTS.length * DEATHS.length * 3);
    expect(new Set(CELLS.map(({ key }) => key)).size).toBe(CELLS.length);
    const alone = { calls: callsOf([logged('POST', '/v1/partner/candidates')]), makes: {} };
    expect(allCells({ alone }), 'without lists there is no lag').toHaveLength(FAULTS.length * DEATHS.length);
  });
});

describe('a sample', () => {
  const keys = (seed: string, size: number) => sample(CELLS, seed, size).map(({ key }) => key);

  test('is the same for a seed, and another for another', () => {
    expect(keys('3267332f', 40)).toEqual(keys('3267332f', 40));
    expect(keys('3267332f', 40)).not.toEqual(keys('3267332e', 40));
    expect(new Set(keys('3267332f', 40)).size).toBe(40);
  });

  test('soon has each fault with each death, and each fault with each call', () => {
    const taken = sample(CELLS, 'any', 150);
    expect(new Set(taken.map(({ fault, death }) => `${fault} ${death}`)).size).toBe(FAULTS.length * DEATHS.length);
    expect(new Set(taken.map(({ fault, call }) => `${fault} ${call.key}`)).size).toBe(FAULTS.length * 6);
  });

  test('has creates more often than their share', () => {
    const taken = sample(CELLS, 'any', 100);
    expect(taken.filter(isCreate).length / 100).toBeGreaterThan(1 / 6);
  });

  test.each(['one', 'two', 'three'])(
    'of those that exports really ask meets, with the seed %s, each kind in each way',
    (seed) => {
      const clean = readSnapshot();
      const taken = sample(allCells(clean), seed, 120);
      const met = (kind: (cell: Cell) => string, of = taken) => new Set(of.map(kind)).size;
      // Half as many have not every pair, and still each kind.
      const few = sample(allCells(clean), seed, 60);
      expect(met(({ flavour }) => flavour, few)).toBe(Object.keys(clean).length);
      expect(met(({ fault }) => fault, few)).toBe(FAULTS.length);
      expect(met(({ death }) => death, few)).toBe(DEATHS.length);
      expect(met(({ lag }) => lag, few)).toBe(3);
      expect(met(({ flavour }) => flavour)).toBe(Object.keys(clean).length);
      expect(met(({ flavour, death }) => `${flavour} ${death}`)).toBe(Object.keys(clean).length * DEATHS.length);
      expect(met(({ fault, death }) => `${fault} ${death}`)).toBe(FAULTS.length * DEATHS.length);
      expect(met(({ death, lag }) => `${death} ${lag}`)).toBe(DEATHS.length * 3);
    },
  );

  test('of all is all', () => {
    expect(new Set(keys('any', CELLS.length)).size).toBe(CELLS.length);
  });
});
