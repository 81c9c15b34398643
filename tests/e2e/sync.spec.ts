/** The index of everybody, filled in a real browser: through deaths of the worker, by changes, by account, and as the recruiter says. */
import type { Page } from '@playwright/test';

import type { IndexCommand, IndexStatus } from '#lib/identity/sync/status.ts';

import { expect, test } from './fixture.ts';

/** From a page of ours; a worker that dies before it answers is asked again. */
async function ask<T>(page: Page, name: string, body: object): Promise<T> {
  return page.evaluate(
    async ([name, body]) => {
      for (;;) {
        try {
          const reply: { ok: boolean; value: unknown; error?: unknown } = await chrome.runtime.sendMessage({ v: 1, name, body });
          if (reply?.ok) return reply.value;
          throw new Error(JSON.stringify(reply));
        } catch (thrown) {
          if (!/closed|establish/.test(String(thrown))) throw thrown;
        }
      }
    },
    [name, body] as const,
  ) as Promise<T>;
}
const statusOf = (page: Page): Promise<IndexStatus> => ask(page, 'index.status', {});
const command = (page: Page, body: IndexCommand): Promise<IndexStatus> => ask(page, 'index.command', body);

test('everybody is in it soon after connecting, and nobody is fetched twice', async ({ recruiter, sandbox }) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await statusOf(options)).state).toBe('fresh');
  const status = await statusOf(options);
  const visible = sandbox.state()['candidates']?.filter((row) => !row['private']) ?? [];
  expect(status).toMatchObject({ scope: { kind: 'everybody' }, people: visible.length, damaged: 0 });
  expect(status.nextAt).toBeGreaterThan(Date.now() + 10 * 60_000);
  const lists = sandbox.requests().filter(({ path, query }) => path === '/v3/candidates' && 'fields' in query);
  expect(lists).toHaveLength(1);
});

test('what the recruiter has stopped stays so across a death, and goes on when they say so', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await statusOf(options)).state).toBe('fresh');
  expect((await command(options, { do: 'pause' })).state).toBe('paused');
  await extension.killWorker();
  expect((await statusOf(options)).state).toBe('paused');
  const before = sandbox.requests().length;
  expect((await command(options, { do: 'resume' })).state).toBe('fresh');
  // There is nothing to ask yet.
  expect(sandbox.requests().slice(before)).toEqual([]);
  await command(options, { do: 'rebuild' });
  await expect.poll(() => sandbox.requests().length).toBeGreaterThan(before);
  await expect.poll(async () => (await statusOf(options)).state).toBe('fresh');
});
