/** The outbox as it is really written down: in the browser's own database, under its own transactions. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { WireError } from '#lib/errors.ts';
import { rows, type Row } from '#lib/export/rows.ts';
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
    writtenAt: NOW,
    view: { id, externalId, name: 'Mira Okafor', state: 'held', startedAt: NOW, heldUntil: NOW + 10_000, followUps: [], ...view },
    ...changes,
  };
}

/** A finished row, as the outbox writes it: without its request. */
const over = (state: 'done' | 'undone', changes: { id?: string; writtenAt?: number } = {}): Row => {
  const { request: _gone, ...rest } = row({ writtenAt: changes.writtenAt ?? NOW, view: { state, id: changes.id ?? id } });
  return rest;
};

const created = { candidateId: 550, externalIds: [externalId, 'linkedin-member:4000000001'], exportedAt: NOW };

describe('a row', () => {
  test('comes back as it was put, request and name included', async () => {
    await rows.put(row({ sentAt: NOW + 5 }));
    expect(await rows.get(id)).toEqual(row({ sentAt: NOW + 5 }));
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
  await expect(late).rejects.toMatchObject({ code: 'greenhouse/not-found' });
  expect(await rows.all()).toEqual([]);
  expect(await db.count('ledger')).toBe(0);
});

describe('the unfinished row of a person', () => {
  test.each(['held', 'matching', 'creating', 'created', 'attaching', 'needs-you'] as const)(
    'is found when it is %s',
    async (state) => {
      await putRow(row({ view: { state } }));
      expect((await rows.unfinished([ACCOUNT], externalId))?.view.id).toBe(id);
    },
  );

  test.each(['done', 'undone'] as const)('is none when it is %s', async (state) => {
    await putRow(over(state));
    expect(await rows.unfinished([ACCOUNT], externalId)).toBeUndefined();
  });

  test('is told from those of other people and of other accounts', async () => {
    await rows.put(row());
    expect(await rows.unfinished(['org-2'], externalId)).toBeUndefined();
    expect((await rows.unfinished(['org-2', ACCOUNT], externalId))?.view.id).toBe(id);
    expect(await rows.unfinished([ACCOUNT], 'linkedin:someone-else-fixture')).toBeUndefined();
  });

  test('is found among finished ones of the same person', async () => {
    await putRow(over('done', { id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b00' }));
    await rows.put(row());
    await putRow(over('undone', { id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b09' }));
    expect((await rows.unfinished([ACCOUNT], externalId))?.view.id).toBe(id);
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
});

test('sweeping takes what is over and old, and nothing that is unfinished, however old', async () => {
  const ids = [1, 2, 3, 4].map((digit) => `7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b0${digit}`) as [string, string, string, string];
  await putRow(over('done', { id: ids[0], writtenAt: NOW - 1 }));
  await putRow(over('undone', { id: ids[1], writtenAt: NOW - 1 }));
  await putRow(over('done', { id: ids[2], writtenAt: NOW }));
  await putRow(row({ writtenAt: NOW - 1_000_000, view: { id: ids[3], state: 'needs-you' } }));
  await rows.sweep(NOW);
  expect((await db.getAllKeys('exports')).toSorted()).toEqual([ids[2], ids[3]]);
});
