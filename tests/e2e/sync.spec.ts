/** The index of everybody, filled in a real browser: through deaths of the worker, by changes, by account, and as the recruiter says. */
import type { Page } from '@playwright/test';

import type { LogEntry } from '../sandbox/server.ts';
import { ask, indexCommand, indexStatus } from '../support/ask-worker.ts';
import { inGreenhouse } from '../support/in-greenhouse.ts';
import { expect, test } from './fixture.ts';
import { stored } from './records.ts';

const isOfIndex = ({ path, query }: LogEntry): boolean =>
  path === '/v3/candidates' && ('cursor' in query || JSON.stringify(query).includes('preferred_name'));

/** Who has this address, by the index alone. */
async function idsOf(page: Page, email: string): Promise<number[]> {
  const [verdict] = await ask(page, 'candidate.known', { people: [{ externalIds: [], emails: [email] }] });
  return (verdict?.matches ?? []).map(({ person }) => person.candidateId);
}

test('everybody is in it soon after connecting, with one page and one question whether it was the last', async ({
  recruiter,
  sandbox,
}) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
  const status = await indexStatus(options);
  const visible = sandbox.state()['candidates']?.filter((row) => !row['private']) ?? [];
  expect(status).toMatchObject({ scope: { kind: 'everybody' }, people: visible.length, damaged: 0 });
  expect(status.nextAt).toBeGreaterThan(Date.now() + 10 * 60_000);
  const lists = sandbox.requests().filter(isOfIndex);
  expect(lists).toHaveLength(2);
  expect(JSON.stringify(lists[1]?.query)).toMatch(/created_at.*lte\|/);
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
  await expect.poll(() => sandbox.requests().slice(before).filter(isOfIndex), 'what changed meanwhile').toHaveLength(1);
  await indexCommand(options, { do: 'rebuild' });
  await expect.poll(() => sandbox.requests().length).toBeGreaterThan(before);
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
});

test('who is new, who has changed and who is gone: the index hears of it by the changes, or when everybody is told again', async ({
  recruiter,
  sandbox,
}) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
  const { people } = await indexStatus(options);

  const [changed, gone] = stored(sandbox).candidates.filter((row) => !row.private && row.email_addresses.length === 1);
  const former = changed?.email_addresses[0]?.value ?? '';
  const lost = gone?.email_addresses[0]?.value ?? '';
  expect(await idsOf(options, former)).toEqual([changed?.id]);
  const { id } = await inGreenhouse(options, sandbox, 'POST', 'candidates', {
    first_name: 'Nadia',
    last_name: 'Brightwater',
    email_addresses: [{ value: 'nadia@brightwater.example', type: 'personal' }],
  });
  await inGreenhouse(options, sandbox, 'PATCH', `candidates/${changed?.id}`, {
    email_addresses: [{ value: 'moved.away@brightwater.example', type: 'personal' }],
  });
  await inGreenhouse(options, sandbox, 'DELETE', `candidates/${gone?.id}`);

  const asked = sandbox.requests().length;
  await indexCommand(options, { do: 'resume' });
  await expect.poll(() => idsOf(options, 'nadia@brightwater.example')).toEqual([id]);
  expect(await idsOf(options, 'moved.away@brightwater.example')).toEqual([changed?.id]);
  expect(await idsOf(options, former)).toEqual([]);
  // Greenhouse tells whole seconds: whoever was made in that of the last answer is counted when everybody is told again.
  expect([people, people + 1]).toContain((await indexStatus(options)).people);
  const lists = sandbox.requests().slice(asked);
  expect(lists.map(({ path }) => path)).toEqual(['/v3/candidates']);
  expect(JSON.stringify(lists[0]?.query)).toMatch(/updated_at.*gte\|.*\|lte\|/);

  // Greenhouse tells nobody who was deleted.
  expect(await idsOf(options, lost)).toEqual([gone?.id]);
  await indexCommand(options, { do: 'rebuild' });
  await expect.poll(() => idsOf(options, lost)).toEqual([]);
  await expect.poll(async () => (await indexStatus(options)).people).toBe(people);
});

test('who disconnects asks nothing more, and finds the index as it was when they connect again', async ({
  recruiter,
  sandbox,
}) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
  const { people } = await indexStatus(options);
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('button', { name: 'Forget it' }).click();
  await expect.poll(async () => (await indexStatus(options)).state).toBe('off');
  const asked = sandbox.requests().length;
  await indexCommand(options, { do: 'resume' });
  expect(sandbox.requests()).toHaveLength(asked);
  await recruiter.connect();
  await expect.poll(async () => indexStatus(options)).toMatchObject({ state: 'fresh', people });
  const lists = sandbox.requests().slice(asked).filter(isOfIndex);
  // Nobody is told once more.
  expect(lists.filter(({ query }) => !('updated_at' in query))).toEqual([]);
});

test('whoever wants nobody in it has nothing of it left', async ({ recruiter }) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(options)).state).toBe('fresh');
  const databases = () => options.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect((await databases()).filter((name) => name?.startsWith('people'))).toHaveLength(1);
  await indexCommand(options, { do: 'choose', scope: { kind: 'off' } });
  await expect.poll(async () => (await databases()).filter((name) => name?.startsWith('people'))).toEqual([]);
});
