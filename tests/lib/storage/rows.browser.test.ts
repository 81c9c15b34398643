/** The outbox as it is really written down: in the browser's own database, under its own transactions. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { WireError } from '#lib/errors.ts';
import type { Row } from '#lib/export/row.ts';
import { rows } from '#lib/export/rows.ts';
import { ledgerOf } from '#lib/identity/ledger.ts';
import type { Database } from '#lib/storage/database.ts';
import { seal } from '#lib/storage/sealed.ts';

import { exportRequest } from '../../support/export-request.ts';
import { emptied, everythingStored, putRow } from './stored.ts';

const ACCOUNT = 'org-1';
const NOW = 1_800_000_000_000;
const PERSONAL = /Mira|Okafor|okafor\.example|Sailor/;

let db: Database;
beforeEach(async () => {
  db = await emptied();
});

const request = exportRequest({ note: { body: 'Sailor, write in the evening', visibility: 'private' } });
const { id, externalId } = request;

function row({ view = {}, ...changes }: Omit<Partial<Row>, 'view'> & { view?: Partial<Row['view']> } = {}): Row {
  return {
    account: ACCOUNT,
    request,
    target: request.target,
    writtenAt: NOW,
    sends: [],
    before: [],
    looks: 0,
    keys: [`id ${externalId}`, 'a1b2c3'],
    view: { id, externalId, name: 'Mira Okafor', state: 'held', startedAt: NOW, heldUntil: NOW + 10_000, followUps: [], ...view },
    ...changes,
  };
}

/** A finished row, as the outbox writes it: without its request. */
const over = (state: 'done' | 'undone' | 'taken-back', changes: { id?: string; writtenAt?: number } = {}): Row => {
  const { request: _gone, ...rest } = row({ writtenAt: changes.writtenAt ?? NOW, view: { state, id: changes.id ?? id } });
  return rest;
};

const created = { candidateId: 550, externalIds: [externalId, 'linkedin-member:4000000001'], exportedAt: NOW };

describe('a row', () => {
  test('comes back as it was put, request and name included', async () => {
    const sent: Partial<Row> = {
      sends: [{ what: 'person', at: NOW, theirs: NOW - 3, closed: 'said' }],
      before: [7],
      saidAt: NOW,
      looks: 4,
      actingUserId: 12,
    };
    await rows.put(row(sent));
    expect(await rows.get(id)).toEqual(row(sent));
    expect(await rows.get('7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1bff')).toBeUndefined();
  });

  test('replaces the row of the same id', async () => {
    await rows.put(row());
    await rows.put(row({ view: { state: 'matching' } }));
    expect((await rows.all()).map(({ view }) => view.state)).toEqual(['matching']);
  });

  test('holds nothing readable of the person, at any time', async () => {
    await rows.put(row());
    const stored = await everythingStored();
    expect(stored).toContain(externalId);
    expect(stored).not.toMatch(PERSONAL);
  });

  test('that is done holds nothing of the person at all, sealed or not', async () => {
    await rows.put(row());
    await putRow(over('done'), created);
    expect(await db.get('exports', id)).not.toHaveProperty('sealed');
    expect(await rows.get(id)).toMatchObject({ view: { state: 'done', name: '' } });
    const stored = await everythingStored();
    expect(stored).toContain('550');
    expect(stored).not.toMatch(PERSONAL);
  });

  test('whose device key is gone is storage/corrupt, and not somebody without a name', async () => {
    await rows.put(row());
    await db.clear('keys');
    expect((await rows.get(id))?.view).toMatchObject({ state: 'needs-you', error: { code: 'storage/corrupt' } });
  });
});

test('each step is on the disk itself before the act that it announces: a loss of power takes none back', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await rows.put(row());
  await rows.put(row({ view: { state: 'creating' } }));
  const durabilities = transaction.mock.results.flatMap(({ value }) =>
    value instanceof IDBTransaction && value.mode === 'readwrite' && value.objectStoreNames.contains('exports')
      ? [value.durability]
      : [],
  );
  vi.restoreAllMocks();
  expect(durabilities).toEqual(['strict', 'strict']);
});

test('a full disk is told as such, and nothing is half written', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(rows.put(row())).rejects.toMatchObject({ code: 'storage/full' });
  vi.restoreAllMocks();
  expect(await rows.get(id)).toBeUndefined();
});

test('what a refusal quoted is there while somebody may need it, is never readable, and goes with the person', async () => {
  const error: WireError = {
    code: 'greenhouse/invalid',
    detail: { status: 422, fields: ['email: mira@okafor.example is taken'] },
  };
  const followUps = [{ step: 'note' as const, state: 'failed' as const, error }];
  await putRow(row({ view: { state: 'needs-you', error, followUps } }));
  expect((await rows.get(id))?.view).toMatchObject({ error, followUps });
  expect(await everythingStored()).not.toMatch(PERSONAL);
  const { request: _gone, ...done } = row({ view: { state: 'done', followUps } });
  await rows.put(done);
  expect((await rows.get(id))?.view.followUps).toEqual([
    { step: 'note', state: 'failed', error: { code: 'greenhouse/invalid', detail: { status: 422 } } },
  ]);
  expect(await everythingStored()).not.toMatch(PERSONAL);
});

test('of a career, what is on its way comes back as it was, and is never readable', async () => {
  const entries = [
    { kind: 'employment', key: 'okafor works|sailor', row: { company_name: 'Okafor Works', title: 'Sailor' } },
  ] as const;
  const going = row({
    entries,
    view: { state: 'attaching', followUps: [{ step: 'employments', item: 0, hash: 'a1', state: 'lost' }] },
  });
  await putRow(going);
  expect(await rows.get(id)).toEqual(going);
  expect(await everythingStored()).not.toMatch(PERSONAL);
});

test('a row that was sealed by an older version comes back as it was', async () => {
  await rows.put(row());
  const kept = await db.get('exports', id);
  if (!kept) throw new Error('it should be there');
  await db.put('exports', { ...kept, sealed: await seal(request) });
  expect(await rows.get(id)).toEqual(row());
});

test('a row that was forgotten is not written again, nor is the person in the ledger', async () => {
  await rows.put(row());
  await db.clear('exports');
  const late = rows.put(row({ view: { state: 'created', candidateId: 550 } }), created);
  await expect(late).rejects.toMatchObject({ code: 'export/gone' });
  expect(await rows.all()).toEqual([]);
  expect(await db.count('ledger')).toBe(0);
});

describe('rows of whoever may be the same person', () => {
  const [first, second, third] = [1, 2, 3].map((digit) => `7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b0${digit}`) as [
    string,
    string,
    string,
  ];
  const found = async (accounts: string[], ...keys: string[]) =>
    (await rows.overlapping(accounts, keys)).map(({ view }) => view.id);

  test('are found by any key, whatever their state, each once and the oldest first', async () => {
    await rows.put(row({ writtenAt: NOW + 1, view: { id: first } }));
    await putRow(over('done', { id: second, writtenAt: NOW }));
    await rows.put(row({ keys: ['id github:1', 'ffffff'], view: { id: third } }));
    expect(await found([ACCOUNT], `id ${externalId}`, 'a1b2c3')).toEqual([second, first]);
    expect(await found([ACCOUNT], 'ffffff')).toEqual([third]);
    expect(await found([ACCOUNT], 'id linkedin:someone-else-fixture')).toEqual([]);
  });

  test('are told from those of other accounts', async () => {
    await rows.put(row());
    expect(await found(['org-2'], 'a1b2c3')).toEqual([]);
    expect(await found(['org-2', ACCOUNT], 'a1b2c3')).toEqual([id]);
  });
});

describe('something is to be done', () => {
  const due = async () => (await rows.waiting()).map((one) => one.due);

  test.each([
    ['held', { heldUntil: NOW + 10 }, [NOW + 10]],
    ['matching', {}, [0]],
    ['creating', { retryAt: NOW + 5 }, [NOW + 5]],
    ['needs-you', {}, []],
    ['needs-you', { retryAt: NOW + 7 }, [NOW + 7]],
    ['needs-you', { error: { code: 'settings/passphrase' } }, [0]],
    ['done', {}, []],
    ['abandoned', {}, []],
  ] as const)('for a row that is %s %j at %j', async (state, view, expected) => {
    await putRow(row({ view: { ...view, state } }));
    expect(await due()).toEqual(expected);
  });
});

test('all rows are listed, the newest first', async () => {
  const ids = [1, 2, 3].map((digit) => `7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b0${digit}`);
  for (const [place, each] of [1, 0, 2].entries()) await rows.put(row({ view: { id: ids[each]!, startedAt: NOW + place } }));
  expect((await rows.all()).map(({ view }) => view.id)).toEqual([ids[2], ids[0], ids[1]]);
});

test('a row that cannot be read any more is shown as one for the recruiter, and hides no other', async () => {
  await rows.put(row());
  const other = '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b08';
  await rows.put(row({ view: { id: other } }));
  const stored = await db.get('exports', other);
  if (!stored?.sealed) throw new Error('the row should be sealed');
  await db.put('exports', { ...stored, sealed: { ...stored.sealed, iv: new Uint8Array(12) } });
  const all = await rows.all();
  expect(all).toHaveLength(2);
  expect(all.find(({ view }) => view.id === other)?.view).toMatchObject({
    state: 'needs-you',
    error: { code: 'storage/corrupt' },
  });
  expect(all.find(({ view }) => view.id === id)?.request).toBeDefined();
});

describe('the ledger', () => {
  test('knows the person under every one of their ids from the moment that the row says so, per account', async () => {
    await putRow(row({ view: { state: 'creating' } }));
    expect(await ledgerOf([ACCOUNT]).of([[externalId]])).toEqual([undefined]);
    await rows.put(row({ view: { state: 'created', candidateId: 550 } }), created);
    for (const known of created.externalIds)
      expect(await ledgerOf([ACCOUNT]).of([['linkedin:nobody-fixture', known], []])).toEqual([550, undefined]);
    expect(await ledgerOf(['org-2']).of([created.externalIds])).toEqual([undefined]);
    // An account that went under its credential's name before Greenhouse told whose it is.
    expect(await ledgerOf(['org-2', ACCOUNT]).of([created.externalIds])).toEqual([550]);
  });

  test('says when, and of two records of one person the last', async () => {
    await rows.put(row(), { ...created, exportedAt: NOW });
    await rows.put(row(), { candidateId: 551, externalIds: [created.externalIds[1]!], exportedAt: NOW + 1000 });
    expect(await ledgerOf([ACCOUNT]).of([created.externalIds])).toEqual([551]);
    const since = async (after: number) =>
      (await ledgerOf([ACCOUNT]).since(created.externalIds, after)).map((one) => one.candidateId);
    expect(await since(NOW - 1)).toEqual([551, 550]);
    expect(await since(NOW)).toEqual([551]);
    expect(await since(NOW + 1000)).toEqual([]);
  });

  test('is written with the row or not at all', async () => {
    await putRow(row({ view: { state: 'creating' } }));
    // oxlint-disable-next-line typescript/unbound-method -- called below with the `this` of whoever calls it
    const { put } = IDBObjectStore.prototype;
    // As when the disk is full: every write was accepted, and then the transaction could not be kept.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...all) {
      const request = put.apply(this, all);
      if (this.name === 'ledger') request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    const last = row({ view: { state: 'created', candidateId: 550 } });
    await expect(rows.put(last, { ...created, externalIds: [externalId] })).rejects.toMatchObject({ code: 'storage/corrupt' });
    vi.restoreAllMocks();
    expect((await rows.get(id))?.view.state).toBe('creating');
    expect(await ledgerOf([ACCOUNT]).of([created.externalIds])).toEqual([undefined]);
  });

  test('takes the row back when its own entry is refused on the spot', async () => {
    await putRow(row({ view: { state: 'creating' } }));
    // oxlint-disable-next-line typescript/unbound-method -- called below with the `this` of whoever calls it
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...all) {
      if (this.name === 'ledger') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, all);
    });
    await expect(rows.put(row({ view: { state: 'created', candidateId: 550 } }), created)).rejects.toMatchObject({
      code: 'storage/full',
    });
    vi.restoreAllMocks();
    expect((await rows.get(id))?.view.state).toBe('creating');
  });

  test('forgets the ids of somebody who is no more, and nobody else', async () => {
    await rows.put(row(), created);
    await rows.put(row(), { candidateId: 551, externalIds: ['github:1'], exportedAt: NOW });
    await ledgerOf([ACCOUNT]).forget(created.externalIds);
    expect(await ledgerOf([ACCOUNT]).of([created.externalIds])).toEqual([undefined]);
    expect(await ledgerOf([ACCOUNT]).of([['github:1']])).toEqual([551]);
  });

  describe('of whoever was taken back', () => {
    const { exportedAt: _at, ...deleted } = created;
    const takenBack: Row = { ...over('taken-back'), removed: { candidateId: 550, applicationId: 31 } };

    test('has nothing from the moment that the row says so, and a day later neither has the outbox', async () => {
      await putRow(row({ view: { state: 'taking-back', candidateId: 550 } }), created);
      expect(await db.count('ledger')).toBe(2);
      await rows.put(takenBack, undefined, deleted);
      expect(await db.count('ledger')).toBe(0);
      expect(await db.get('exports', id)).not.toHaveProperty('sealed');
      expect(await everythingStored()).not.toMatch(PERSONAL);
      await rows.sweep(NOW + 24 * 60 * 60_000 + 1);
      expect(await everythingStored(), 'not even the number that they had').not.toMatch(/mira-okafor|550|4000000001|a1b2c3/);
    });

    test('keeps the record that came after, and those of other accounts', async () => {
      await putRow(row({ view: { state: 'taking-back', candidateId: 550 } }), created);
      await rows.put(row(), { ...created, candidateId: 551, externalIds: [externalId] });
      await putRow({ ...row(), account: 'org-2' }, created);
      await rows.put(takenBack, undefined, deleted);
      expect(await ledgerOf([ACCOUNT]).of(created.externalIds.map((each) => [each]))).toEqual([551, undefined]);
      expect(await ledgerOf(['org-2']).of([created.externalIds])).toEqual([550]);
    });

    test('keeps all of it when the row cannot be written', async () => {
      await putRow(row({ view: { state: 'taking-back', candidateId: 550 } }), created);
      await db.clear('exports');
      await expect(rows.put(takenBack, undefined, deleted)).rejects.toMatchObject({ code: 'export/gone' });
      expect(await ledgerOf([ACCOUNT]).of([created.externalIds])).toEqual([550]);
    });
  });
});

test('something is to be done for a row that is over while its twins are looked for, and it keeps that in mind', async () => {
  const watch = { next: NOW + 20_000, looks: 1 };
  await putRow({ ...over('done'), watch });
  expect(await rows.waiting()).toEqual([{ id, due: NOW + 20_000, writtenAt: NOW }]);
  expect((await rows.get(id))?.watch).toEqual(watch);
});

describe('sweeping', () => {
  const DAY = 24 * 60 * 60_000;
  const HOUR = 60 * 60_000;
  const idOf = (number: number) => `7c1de0a4-3c55-4b8e-9d0e-${String(number).padStart(12, '0')}`;
  const kept = async () => (await db.getAllKeys('exports')).toSorted();

  test('takes what is over and old, and nothing that is unfinished, however old', async () => {
    await putRow(over('done', { id: idOf(1), writtenAt: NOW - DAY - 1 }));
    await putRow(over('undone', { id: idOf(2), writtenAt: NOW - DAY - 1 }));
    await putRow(over('done', { id: idOf(3), writtenAt: NOW - DAY }));
    await putRow(row({ writtenAt: NOW - 100 * DAY, view: { id: idOf(4), state: 'needs-you' } }));
    await rows.sweep(NOW);
    expect(await kept()).toEqual([idOf(3), idOf(4)]);
  });

  test('keeps in mind for a month what may be in Greenhouse though nobody saw it there', async () => {
    const sends = [{ what: 'person', at: NOW } as const];
    await putRow({ ...over('done', { id: idOf(1), writtenAt: NOW - 29 * DAY }), sends });
    await putRow({ ...over('done', { id: idOf(2), writtenAt: NOW - 31 * DAY }), sends });
    await rows.sweep(NOW);
    expect(await kept()).toEqual([idOf(1)]);
  });

  test('leaves the last two hundred, and whatever no list need show yet', async () => {
    const stored = await (async () => {
      await putRow(over('done', { id: idOf(0) }));
      return db.get('exports', idOf(0));
    })();
    const write = db.transaction('exports', 'readwrite');
    for (let number = 0; number < 300; number++)
      void write.store.put({ ...stored!, id: idOf(number), writtenAt: NOW - (number < 250 ? HOUR - 1000 : 2 * HOUR) - number });
    await write.done;
    await rows.sweep(NOW);
    expect(await kept()).toHaveLength(250);
    await rows.sweep(NOW + HOUR);
    expect(await kept()).toHaveLength(200);
  });

  test('keeps the ledger from growing without end: the oldest go first', async () => {
    const write = db.transaction('ledger', 'readwrite');
    for (let at = 0; at < 100_002; at++)
      void write.store.put({ account: ACCOUNT, externalId: `github:${at}`, candidateId: 1, exportedAt: at });
    await write.done;
    await rows.sweep(NOW);
    expect(await ledgerOf([ACCOUNT]).of([['github:1'], ['github:2']])).toEqual([undefined, 1]);
  });
});
