/** The outbox of the versions before the third: every row that they left goes on as the row of today that it is. */
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';

import { step } from '#lib/export/machine.ts';
import { toRow } from '#lib/export/stored-row.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import { upgrade, VERSION, type StoredExport } from '#lib/storage/database.ts';
import { seal } from '#lib/storage/sealed.ts';

import { exportRequest } from '../../support/export-request.ts';

const NAME = 'gleaner-of-before';
const NOW = 1_800_000_000_000;
const request = exportRequest();
const { externalId } = request;

afterEach(() => deleteDB(NAME));

/** A database as the second version made it, with these rows in it. */
async function before(rows: object[]) {
  const db = await openDB(NAME, 2, {
    upgrade(db) {
      db.createObjectStore('keys');
      db.createObjectStore('exports', { keyPath: 'id' }).createIndex('open', ['account', 'externalId']);
      db.createObjectStore('ledger', { keyPath: ['account', 'externalId'] });
      db.createObjectStore('drafts', { keyPath: 'externalId' });
      db.createObjectStore('cache');
      db.createObjectStore('words', { keyPath: ['account', 'externalId', 'candidateId'] });
    },
  });
  for (const row of rows) await db.put('exports', row);
  db.close();
}

const idOf = (number: number) => `7c1de0a4-3c55-4b8e-9d0e-${String(number).padStart(12, '0')}`;

async function stored(number: number, view: Record<string, unknown> & { state: string }, more: object = {}) {
  const whole = { id: idOf(number), externalId, name: 'Mira Okafor', startedAt: NOW, followUps: [], ...view } as {
    state: string;
  };
  const isOver = whole.state === 'done' || whole.state === 'undone';
  return {
    id: idOf(number),
    account: 'org-1',
    externalId,
    state: whole.state,
    view: { ...whole, name: '' },
    writtenAt: NOW,
    ...(isOver ? {} : { sealed: await seal({ ...request, view: whole }) }),
    ...more,
  };
}

test('each goes on from where it was', async () => {
  await before([
    await stored(1, { state: 'held', heldUntil: NOW + 9 }),
    await stored(2, { state: 'creating' }, { sentAt: NOW }),
    await stored(3, { state: 'creating', candidateId: 550 }, { sentAt: NOW }),
    await stored(4, { state: 'attaching', candidateId: 550, outcome: 'created' }, { sentAt: NOW }),
    await stored(5, { state: 'needs-you', question: 'unknown-outcome' }, { sentAt: NOW }),
    await stored(6, { state: 'needs-you', error: { code: 'settings/passphrase' } }),
    await stored(7, { state: 'done', candidateId: 550, outcome: 'created' }, { sentAt: NOW }),
  ]);
  const db = await openDB(NAME, VERSION, { upgrade: upgrade as never });
  const rows = await Promise.all(((await db.getAll('exports')) as StoredExport[]).map(toRow));
  expect(rows.map(({ view, sends }) => [view.state, ...sends])).toEqual([
    ['held'],
    ['creating', { what: 'person', at: NOW }],
    ['creating', { what: 'application', at: NOW }],
    ['attaching', { what: 'person', at: NOW, closed: 'found' }],
    ['needs-you', { what: 'person', at: NOW }],
    ['needs-you'],
    ['done', { what: 'person', at: NOW, closed: 'found' }],
  ]);
  expect(rows[1]).toMatchObject({ request, target: request.target, view: { name: 'Mira Okafor' } });
  const due = (await db.getAllFromIndex('exports', 'due')) as StoredExport[];
  expect(due.map((one) => [one.id, one.due])).toEqual([
    [idOf(2), 0],
    [idOf(3), 0],
    [idOf(4), 0],
    [idOf(6), 0],
    [idOf(1), NOW + 9],
  ]);
  expect(await db.getAllFromIndex('exports', 'keys', `id ${externalId}`)).toHaveLength(7);
  db.close();
});

const SENT = { sentAt: NOW };
const THERE = { candidateId: 550, outcome: 'created' };
const NOTE = { followUps: [{ step: 'note', state: 'waiting' }] };

/** Every state in which the second version could leave a row, and what the machine does with it when the worker wakes. */
test.each([
  ['held', { heldUntil: NOW + 9000 }, {}, 'rest', 'held'],
  ['held', { heldUntil: NOW - 9 }, {}, 'look', 'matching'],
  ['matching', {}, {}, 'look', 'matching'],
  ['creating', {}, SENT, 'look', 'creating'],
  ['creating', { candidateId: 550 }, SENT, 'look', 'creating'],
  ['created', { ...THERE, ...NOTE }, SENT, 'follow', 'attaching'],
  ['created', THERE, SENT, 'rest', 'done'],
  ['attaching', { ...THERE, ...NOTE }, SENT, 'follow', 'attaching'],
  [
    'attaching',
    { candidateId: 550, outcome: 'added', followUps: [{ step: 'tags', state: 'sending' }] },
    SENT,
    'follow',
    'attaching',
  ],
  ['needs-you', { question: 'known', candidateIds: [550] }, {}, 'rest', 'needs-you'],
  ['needs-you', { question: 'unknown-outcome' }, SENT, 'rest', 'needs-you'],
  ['needs-you', { error: { code: 'greenhouse/forbidden' } }, {}, 'rest', 'needs-you'],
  ['needs-you', { error: { code: 'settings/passphrase' } }, {}, 'look', 'matching'],
  ['done', THERE, SENT, 'rest', 'done'],
  ['undone', {}, {}, 'rest', 'undone'],
] as const)('one that was %s (%o) goes on, or asks', async (state, view, more, does, then) => {
  await before([await stored(1, { state, ...view }, more)]);
  const db = await openDB(NAME, VERSION, { upgrade: upgrade as never });
  const [kept] = (await db.getAll('exports')) as StoredExport[];
  db.close();
  const row = await toRow(kept!);
  expect(row.view.error?.code).not.toBe('storage/corrupt');
  const at = { now: NOW, holdMs: 10_000, can: capabilitiesOf('harvest'), here: 'ours' } as const;
  let next = step(row, { is: 'woken' }, at);
  if (next.act.do === 'go-on') next = step(next.row, { is: 'woken' }, at);
  expect([next.act.do, next.row.view.state]).toEqual([does, then]);
});

test('an upgrade that died half-way has changed nothing, and is done by the next', async () => {
  await before([await stored(1, { state: 'creating' }, { sentAt: NOW })]);
  const dying = openDB(NAME, VERSION, {
    upgrade: (db, oldVersion, version, change) => {
      void upgrade(db as never, oldVersion, version, change as never).catch(() => undefined);
      change.done.catch(() => undefined);
      change.abort();
    },
  });
  await expect(dying).rejects.toThrow();
  const db = await openDB(NAME, VERSION, { upgrade: upgrade as never });
  expect(await db.getAll('exports')).toMatchObject([{ sends: [{ what: 'person', at: NOW }] }]);
  db.close();
});
