/** Rows that are not as they were written: none keeps another back, none is dropped in silence, and of each the worst is believed. */
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';

import { dropped } from '#lib/export/machine/answers.ts';
import { step, type Moment } from '#lib/export/machine.ts';
import { rows } from '#lib/export/rows.ts';
import type { ExportAnswer } from '#lib/export/schema.ts';
import { toRow } from '#lib/export/stored-row.ts';
import { database, upgrade, VERSION, type StoredExport } from '#lib/storage/database.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { emptied } from './stored.ts';

const NOW = 1_800_000_000_000;
const ID = '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b01';
const externalId = 'linkedin:mira-okafor-fixture';
const row = { id: ID, account: 'org-1', externalId, state: 'creating', writtenAt: NOW };
const view = { id: ID, externalId, name: '', state: 'creating', startedAt: NOW, followUps: [] };
const whole = { ...row, view, sends: [], before: [], looks: 0, keys: [`id ${externalId}`] };
const open = [{ what: 'person', at: NOW }];

describe('of the version before', () => {
  const NAME = 'gleaner-damaged';
  afterEach(() => deleteDB(NAME));

  test.each([
    ['no view', { sentAt: NOW }],
    ['a view that is text', { view: 'damaged', sentAt: NOW }],
    ['no data behind its seal', { view, sentAt: NOW, sealed: { iv: new Uint8Array(12), data: new ArrayBuffer(3) } }],
    ['a state that nobody knows', { view: { ...view, state: 'frozen' }, state: 'frozen', sentAt: NOW }],
    ['half of its fields', { account: undefined, view, sentAt: NOW }],
    ['a time that is none', { view, writtenAt: 'yesterday', sentAt: NOW }],
  ])('one with %s comes along, and so do the others', async (_what, damage) => {
    const before = await openDB(NAME, 2, {
      upgrade(db) {
        db.createObjectStore('exports', { keyPath: 'id' }).createIndex('open', ['account', 'externalId']);
        db.createObjectStore('ledger', { keyPath: ['account', 'externalId'] });
      },
    });
    const other = { ...row, id: ID.replace(/1$/, '2'), view };
    await before.put('exports', { ...row, ...damage });
    await before.put('exports', other);
    before.close();

    const db = await openDB(NAME, VERSION, { upgrade: upgrade as never });
    const [found, beside] = (await db.getAll('exports')) as StoredExport[];
    db.close();
    const read = await toRow(found!);
    expect(read.view).toMatchObject({ id: ID, externalId, state: 'needs-you', error: { code: 'storage/corrupt' } });
    expect(dropped(read).view.state, 'let go, it is not said that nothing was sent').toBe('abandoned');
    expect(beside).toMatchObject({ sends: [], looks: 0, keys: [`id ${externalId}`], due: 0 });
  });
});

/** All that may be said to an export but that it is let go. */
const SAID = [{ do: 'retry' }, { do: 'create-anyway' }, { do: 'is-there' }, { do: 'add-to', candidateId: 5 }].map((answer) => ({
  is: 'said' as const,
  answer: answer as ExportAnswer,
}));
const HERE: Moment = { now: NOW, holdMs: 0, can: fakeGreenhouse().port.can, here: 'ours' };

describe('of today', () => {
  test.each([
    ['no sends', { sends: undefined }],
    ['sends that are none', { sends: [{ what: 'letter' }] }],
    ['no keys', { keys: undefined }],
    ['a count that is text', { looks: 'four' }],
    ['a number for an account', { account: 7 }],
  ])('one with %s is told, and taken for one that was sent', async (_what, damage) => {
    const db = await emptied();
    await db.put('exports', { ...whole, ...damage } as never);
    const [found] = await rows.all();
    expect(found).toMatchObject({
      sends: open,
      keys: [`id ${externalId}`],
      view: { state: 'needs-you', error: { code: 'storage/corrupt' } },
    });
    await rows.put(dropped(found!));
    expect((await rows.get(ID))?.view).toMatchObject({ state: 'abandoned' });
  });

  test('of one whose seal is broken that stays which tells whom it made, and it is not written over by itself', async () => {
    const db = await emptied();
    const sealed = { iv: new Uint8Array(12), data: new ArrayBuffer(3) };
    const made = { ...view, state: 'attaching', jobName: 'Staff Engineer', outcome: 'created', candidateId: 550 };
    const kept = { ...whole, view: made, sends: [{ what: 'person', at: NOW, closed: 'found' }], sealed };
    await db.put('exports', kept as never);
    const [found] = await rows.all();
    expect(found?.view).toMatchObject({
      state: 'needs-you',
      error: { code: 'storage/corrupt' },
      jobName: 'Staff Engineer',
      candidateId: 550,
    });
    for (const event of [{ is: 'woken' }, { is: 'send-now' }, { is: 'undo' }, ...SAID] as const) {
      const next = step(found!, event, HERE);
      expect(next.act.do, JSON.stringify(event)).toBe('rest');
      expect(next.row, 'nothing is written').toBe(found);
    }
    expect(dropped(found!).view.state, 'they are there').toBe('done');
  });

  test('a field of a newer version stays', async () => {
    const db = await emptied();
    await db.put('exports', { ...whole, later: { sure: true } } as never);
    expect(await rows.get(ID)).toMatchObject({ later: { sure: true }, view: { state: 'creating' } });
  });
});

test('a database of a newer version is told as such, each time, and opens as soon as it can', async () => {
  const newer = await openDB('gleaner', VERSION + 1);
  for (const _twice of [1, 2]) await expect(rows.all()).rejects.toMatchObject({ code: 'storage/corrupt' });
  newer.close();
  await deleteDB('gleaner');
  expect(await rows.all()).toEqual([]);
  (await database()).close();
});
