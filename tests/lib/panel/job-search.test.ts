import { expect, test } from 'vitest';

import { indexJobs, searchJobs } from '#lib/panel/job-search.ts';

import { job } from './people.ts';

const names = (query: string, jobs = JOBS, recent: number[] = []) =>
  searchJobs(indexJobs(jobs), query, recent, 50).jobs.map(({ name }) => name);

const JOBS = [
  job(1, 'Site Engineer', { requisitionId: 'R-2041', department: 'Engineering', offices: ['São Paulo'] }),
  job(2, 'Engineer, Platform', { requisitionId: 'R-1987', department: 'Engineering', offices: ['Łódź', 'Berlin'] }),
  job(3, 'Product Designer', { requisitionId: 'R-2050', department: 'Design', offices: ['Berlin'], mine: true }),
];

test.each([
  ['name', 'designer', ['Product Designer']],
  ['requisition id', '2041', ['Site Engineer']],
  ['department', 'design', ['Product Designer']],
  ['office, without its accents', 'sao paulo', ['Site Engineer']],
  ['office, without its stroke', 'lodz', ['Engineer, Platform']],
  ['words of different fields in any order', 'BERLIN engineering', ['Engineer, Platform']],
])('finds by %s', (_field, query, found) => {
  expect(names(query)).toEqual(found);
});

test('every word must occur', () => {
  expect(names('designer lisbon')).toEqual([]);
});

test('puts used jobs first, latest first, then mine, then names that begin so, then the rest', () => {
  const jobs = [
    job(1, 'Senior Engineer'),
    job(2, 'Engineer A'),
    job(3, 'Lead Engineer', { mine: true }),
    job(4, 'Z Engineer'),
    job(5, 'Y Engineer'),
  ];
  expect(names('engineer', jobs, [4, 5])).toEqual(['Z Engineer', 'Y Engineer', 'Lead Engineer', 'Engineer A', 'Senior Engineer']);
});

const MANY = Array.from({ length: 10_000 }, (_, n) =>
  job(n + 1, `Engineer ${n}`, { requisitionId: `R-${n}`, department: 'Engineering', offices: ['Berlin', 'Lisbon'] }),
);

test('of ten thousand jobs it hands out fifty and says how many there are', () => {
  const found = searchJobs(indexJobs(MANY), '', [], 50);
  expect(found.jobs).toHaveLength(50);
  expect(found.total).toBe(10_000);
});

test('a keystroke over ten thousand jobs stays within two frames', () => {
  const index = indexJobs(MANY);
  const times = ['e', 'en', 'eng', 'engineer berlin', 'engineer berlin 99'].map((query) => {
    const start = performance.now();
    searchJobs(index, query, [77], 50);
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(32);
});
