/** The outbox of the versions before the third: every row that they left goes on as the row of today that it is. */
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';

import { toRow } from '#lib/export/stored-row.ts';
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
