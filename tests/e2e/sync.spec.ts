/** The index of everybody, filled in a real browser: through deaths of the worker, by changes, by account, and as the recruiter says. */
import { indexCommand, indexStatus } from '../support/ask-worker.ts';
import { expect, test } from './fixture.ts';

test('everybody is in it soon after connecting, and nobody is fetched twice', async ({ recruiter, sandbox }) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
  const status = await indexStatus(options);
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
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
  expect((await indexCommand(options, { do: 'pause' })).state).toBe('paused');
  await extension.killWorker();
  expect((await indexStatus(options)).state).toBe('paused');
  const before = sandbox.requests().length;
  expect((await indexCommand(options, { do: 'resume' })).state).toBe('fresh');
  // There is nothing to ask yet.
  expect(sandbox.requests().slice(before)).toEqual([]);
  await indexCommand(options, { do: 'rebuild' });
  await expect.poll(() => sandbox.requests().length).toBeGreaterThan(before);
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
});
