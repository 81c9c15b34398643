/** Two organisations have two indexes: the other stays as it is, and is there when the recruiter comes back. */
import type { Page } from '@playwright/test';

import { typeCredential, credentialOf } from '../demo/connect.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { indexCommand, indexStatus } from '../support/ask-worker.ts';
import { expect, test } from './two-greenhouses.ts';

const visible = (sandbox: Sandbox): number => (sandbox.state()['candidates'] ?? []).filter((row) => !row['private']).length;
const lists = (sandbox: Sandbox): unknown[] =>
  sandbox
    .requests()
    .filter(({ path, query }) => path === '/v3/candidates' && query['per_page'] === '500' && !('updated_at' in query));
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('people')).length);

test('another organisation begins an index of its own, and nobody is fetched once more on the way back', async ({
  extension,
  greenhouses: { birch, trial, reach },
}) => {
  const options = await extension.open('options.html');
  const becomes = (sandbox: Sandbox) =>
    expect.poll(() => indexStatus(options)).toMatchObject({ state: 'fresh', people: visible(sandbox) });
  await indexCommand(options, { do: 'choose', scope: { kind: 'everybody' } });
  await typeCredential(options, credentialOf(birch));
  await becomes(birch);

  reach(trial);
  await typeCredential(options, credentialOf(trial));
  await options.getByRole('button', { name: /^Switch/ }).click();
  await expect.poll(() => lists(trial).length).toBeGreaterThan(0);
  await becomes(trial);
  expect(await databases(options)).toBe(2);

  const before = lists(birch).length;
  reach(birch);
  await typeCredential(options, credentialOf(birch));
  await options.getByRole('button', { name: /^Switch/ }).click();
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Connected to Birch Labs as');
  await becomes(birch);
  expect(lists(birch)).toHaveLength(before);
  expect(await databases(options)).toBe(2);
});
