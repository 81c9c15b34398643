import { expect, test } from 'vitest';

import type { ExportRequest } from '#lib/export/schema.ts';
import { applicationAt, inPools, ofUnknownPool } from '#lib/export/target.ts';
import type { Application } from '#lib/greenhouse/schema.ts';

const [SOUTH, NORTH] = [12, 13];

const prospect = (over: Partial<Application> = {}): Application => ({
  id: 71,
  prospect: true,
  prospectiveJobIds: [],
  status: 'active',
  ...over,
});
const to = (poolId?: number, jobIds: number[] = []): ExportRequest['target'] => ({
  kind: 'prospect',
  jobIds,
  ...(poolId === undefined ? {} : { poolId }),
});
const isAt = (target: ExportRequest['target'], over: Partial<Application>): boolean =>
  applicationAt(target, [prospect(over)]) !== undefined;

test.each<[string, ExportRequest['target'], Partial<Application>, boolean]>([
  ['the same pool', to(NORTH), { poolId: NORTH }, true],
  ['another pool', to(NORTH), { poolId: SOUTH }, false],
  ['none', to(NORTH), { poolId: null }, false],
  ['nobody told which', to(NORTH), {}, true],
  ['the same, whatever jobs they are considered for there', to(NORTH), { poolId: NORTH, prospectiveJobIds: [41] }, true],
  ['the same, and not for that job', to(NORTH, [41]), { poolId: NORTH, prospectiveJobIds: [42] }, false],
  ['the same, and for that job', to(NORTH, [41]), { poolId: NORTH, prospectiveJobIds: [42, 41] }, true],
  ['another, and for that job', to(NORTH, [41]), { poolId: SOUTH, prospectiveJobIds: [41] }, false],
  ['nobody told which, and not for that job', to(NORTH, [41]), { prospectiveJobIds: [42] }, false],
  ['the same, and turned down', to(NORTH), { poolId: NORTH, status: 'rejected' }, false],
  ['one, where none is the target', to(), { poolId: SOUTH }, true],
])('in a pool: %s', (_, target, application, there) => {
  expect(isAt(target, application)).toBe(there);
});

test('pools are asked about for a pool alone, and only of the prospects of whom nobody knows yet', () => {
  const applications = [
    prospect({ id: 71 }),
    prospect({ id: 72, poolId: SOUTH }),
    prospect({ id: 73, poolId: null }),
    prospect({ id: 74, status: 'converted' }),
    prospect({ id: 75, prospect: false, jobId: 41 }),
  ];
  expect(ofUnknownPool(to(NORTH), applications)).toEqual([71]);
  const others: ExportRequest['target'][] = [to(), to(undefined, [41]), { kind: 'candidate', jobId: 41 }, { kind: 'update' }];
  expect(others.flatMap((target) => ofUnknownPool(target, applications))).toEqual([]);
});

test('what is told of some is theirs, and of the others stays as it was', async () => {
  const applications = [prospect({ id: 71 }), prospect({ id: 72 }), prospect({ id: 73, poolId: SOUTH })];
  const person = { candidateId: 5, firstName: 'Mira', lastName: 'Okafor', tags: [], emails: [], applications };
  const poolsOf = async () => [{ applicationId: 71, poolId: null }];
  const [seen] = await inPools([person], to(NORTH), { poolsOf });
  expect(seen?.applications.map(({ id, poolId }) => [id, poolId])).toEqual([
    [71, null],
    [72, undefined],
    [73, SOUTH],
  ]);
});
