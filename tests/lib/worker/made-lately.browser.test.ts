/** Our own exports, by what else they are known by, in the browser's own database. */
import '../storage/fake-extension.ts';

import { beforeEach, expect, test } from 'vitest';

import { overlapKeys } from '#lib/export/keys.ts';
import type { Row } from '#lib/export/row.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { Key } from '#lib/identity/keys.ts';
import type { Accounts } from '#lib/storage/account.ts';
import { database } from '#lib/storage/database.ts';
import { madeLatelyBy } from '#lib/worker/made-lately.ts';

import { exportRequest } from '../../support/export-request.ts';
import { emptied, putRow } from '../storage/stored.ts';

const NOW = 1_800_000_000_000;
const ACCOUNTS = ['org-1'] as unknown as Accounts;
const KEYS: Key[] = ['email mira@okafor.example', 'email nobody@work.example', 'phone 4155550132'];

beforeEach(() => emptied());

async function exported(view: Partial<Row['view']>, changes: Partial<Row> = {}) {
  const request = exportRequest();
  const { id, externalId } = request;
  await putRow({
    account: 'org-1',
    target: request.target,
    writtenAt: NOW,
    sends: [],
    before: [],
    looks: 0,
    keys: await overlapKeys(request),
    view: { id, externalId, name: '', state: 'done', startedAt: NOW, followUps: [], ...view },
    ...changes,
  });
}
const made = (at = NOW + 60_000) => madeLatelyBy(ACCOUNTS, () => at)(KEYS);

test('somebody made a minute ago is told, with the key by which they are asked for', async () => {
  expect(await made()).toEqual([]);
  await exported({ candidateId: 550, outcome: 'created' });
  expect(await made()).toEqual([{ candidateId: 550, keys: ['email mira@okafor.example'] }]);
  expect(await made(NOW + LAG_MS)).toEqual([]);
});

test('a row that is damaged keeps nobody else back', async () => {
  await exported({ candidateId: 550, outcome: 'created' });
  await (await database()).put('exports', { id: 'damaged', account: 'org-1' } as never);
  expect(await made()).toHaveLength(1);
});

test.each([
  ['who was known before', { candidateId: 550, outcome: 'added' as const }, {}],
  ['who may or may not be there', { state: 'creating' as const }, {}],
  ['of another account', { candidateId: 550, outcome: 'created' as const }, { account: 'org-2' }],
  [
    'whose create was sent long ago',
    { candidateId: 550, outcome: 'created' as const },
    { sends: [{ what: 'person', at: NOW - LAG_MS }] },
  ],
] as const)('nobody is told %s', async (_, view, changes) => {
  await exported(view, changes);
  expect(await made()).toEqual([]);
});
