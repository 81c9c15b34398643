/** The index in the browser's own database: what is written is there, whoever asks, and forgetting leaves nothing. */
import { beforeEach, expect, test } from 'vitest';

import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import { forgetShelves, openShelf } from '#lib/storage/people-shelf.ts';

beforeEach(async () => {
  await forgetShelves();
});

const opened = (account = 'org-1') => createPeopleIndex(openShelf(account, begin));

const ada = { candidateId: 5_000_000_001, keys: ['email ada@example.org', 'id linkedin:ada'] as const, names: [] };
const asked = { keys: ['id linkedin:ada' as const], names: [] };

test('what one has written another finds, and how far it had come', async () => {
  await opened().put([{ ...ada, keys: [...ada.keys] }], { page: 1 });
  const [found] = await opened().lookup([asked]);
  expect(found).toEqual({ byKey: new Map([['id linkedin:ada', [5_000_000_001]]]), byName: [], damaged: false });
  expect(await opened().progress()).toEqual({ page: 1 });
});

test('two organisations have two indexes', async () => {
  await opened().put([{ ...ada, keys: [...ada.keys] }], 1);
  const other = opened('org-2');
  await other.put([], 1);
  expect((await other.lookup([asked]))[0]?.byKey.size).toBe(0);
});
