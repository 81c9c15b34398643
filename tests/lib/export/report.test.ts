import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { createOutbox } from '#lib/export/outbox.ts';
import { reportOf } from '#lib/export/report.ts';
import { withCalls, type Row } from '#lib/export/row.ts';
import { record, type CallRecord } from '#lib/greenhouse/trace.ts';

import { exportRequest } from '../../support/export-request.ts';
import { memoryRows, plainHash, plainKeys } from '../../support/memory-rows.ts';
import { viewOf } from '../panel/people.ts';

const NOW = 1_800_000_000_000;

/** Stands for whatever is somebody's, or secret. */
const NEEDLE = 'needle';
const needle = (place: string) => `${NEEDLE}-${place}`;

const request = exportRequest({
  externalId: `linkedin:${needle('id')}`,
  aliases: [`linkedin-sales:${needle('alias')}`],
  url: `https://www.linkedin.com/in/${needle('url')}/`,
  jobName: needle('job'),
  note: { body: needle('note'), visibility: 'private' },
  tags: [needle('tag')],
});

const calls: CallRecord[] = [];
record(
  { heard: (call) => calls.push(call), now: () => NOW },
  {
    method: 'post',
    url: `https://harvest.greenhouse.io/v3/candidates?email=${needle('query')}`,
    json: { first_name: needle('name'), email_addresses: [{ value: needle('email') }], application: { job_id: 41 } },
  },
)(new Response('{}', { status: 201, headers: { 'x-request-id': 'abc-1' } }));

const row: Row = {
  account: needle('account'),
  request,
  target: request.target,
  writtenAt: NOW,
  sends: [{ what: 'person', at: NOW, theirs: NOW - 1000 }],
  before: [7],
  looks: 2,
  keys: [`id ${needle('key')}`],
  calls,
  view: viewOf({
    externalId: needle('external'),
    name: needle('name'),
    jobName: needle('job'),
    organisation: needle('organisation'),
    pageUrl: `https://app.greenhouse.io/people/1?${needle('page')}`,
    state: 'needs-you',
    error: { code: 'greenhouse/invalid', detail: { status: 422, fields: [needle('field')] } },
    followUps: [{ step: 'note', state: 'failed', error: { code: 'greenhouse/invalid', detail: { fields: [needle('note')] } } }],
  }),
};

test('the exact calls, what was sent, and nothing of anybody', () => {
  const report = reportOf(row, '1.0.0', NOW);
  expect(report).not.toContain(NEEDLE);
  expect(JSON.parse(report)).toMatchObject({
    gleaner: '1.0.0',
    export: {
      state: 'needs-you',
      error: { code: 'greenhouse/invalid', status: 422 },
      target: { kind: 'candidate', jobId: 41 },
      followUps: [{ step: 'note', state: 'failed' }],
      sends: [{ what: 'person', closed: 'open' }],
    },
    calls: [
      {
        method: 'POST',
        path: '/v3/candidates',
        query: ['email'],
        body: ['first_name', 'email_addresses', 'application.job_id=41'],
        status: 201,
        requestId: 'abc-1',
      },
    ],
  });
});

test('what an export asks for is written down with it: the last calls, over all of its runs', async () => {
  const [call] = calls as [CallRecord];
  const rows = memoryRows();
  let asked = 0;
  const time = { now: NOW };
  const outbox = createOutbox({
    rows: rows.port,
    keysOf: plainKeys,
    hash: plainHash,
    connected: async (heard) => ({
      accounts: ['org-1'],
      greenhouse: () => Promise.resolve({ can: {}, clock: () => undefined, prepare: async () => undefined } as never),
      find: () => {
        asked += 1;
        heard?.({ ...call, ms: asked });
        return Promise.reject(new AppError('greenhouse/invalid').as('no'));
      },
      exported: async () => undefined,
    }),
    locked: async () => false,
    holdMs: async () => 0,
    lock: (_name, work) => work(),
    changed: () => undefined,
    wakeAt: () => undefined,
    now: () => time.now,
  });
  await outbox.start(request);
  const stored = () => rows.stored.get(request.id);
  await expect.poll(() => stored()?.calls?.map(({ ms }) => ms)).toEqual([1]);
  await outbox.answer(request.id, { do: 'retry' });
  await expect.poll(() => stored()?.calls?.map(({ ms }) => ms)).toEqual([1, 2]);
});

test('of very many calls the last ones', () => {
  const [call] = calls as [CallRecord];
  const many = Array.from({ length: 100 }, (_, ms) => ({ ...call, ms }));
  const { calls: kept = [] } = withCalls(row, many);
  expect([kept.length, kept[0]?.ms, kept.at(-1)?.ms]).toEqual([80, 20, 99]);
  expect(withCalls(row, [])).toBe(row);
});
