/** The index of everybody on the settings page, over the real thing: chosen, paused, gone on with, turned off, and nothing of it left. */
import type { Page } from '@playwright/test';

import type { IndexStatus } from '#lib/identity/sync/status.ts';

import type { Sandbox } from '../sandbox/server.ts';
import { axeFindsNothing } from './axe.ts';
import { expect, test } from './fixture.ts';

const TITLE = 'Everybody in Greenhouse, known on this computer';
const section = (options: Page) => options.getByRole('region', { name: TITLE });
const status = (options: Page) => options.getByRole('status', { name: TITLE });
const button = (options: Page, name: string) => section(options).getByRole('button', { name, exact: true });

/** Reads of the list of all people, by their filters. */
const listsOf = (sandbox: Sandbox) =>
  sandbox.requests().filter(({ path, query }) => path === '/v3/candidates' && 'fields' in query);

/** What of it is left in this browser: databases, and whatever would wake the worker for it. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.startsWith('people')).length,
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name).filter((name) => name === 'index'),
  }));
const NOTHING = { databases: 0, alarms: [] };

test('complete soon after connecting; paused, also for the next worker; gone on with; fetched again', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect(status(options)).toContainText('Complete: everybody');
  const listed = sandbox.state()['candidates']?.filter((row) => !row['private']) ?? [];
  await expect(section(options)).toContainText(`${listed.length} people known on this computer.`);
  await expect(options.getByRole('region', { name: 'Check-up' })).toContainText(
    `${listed.length} people known on this computer.`,
  );

  await button(options, 'Pause').click();
  await expect(status(options)).toContainText('Paused');
  await extension.killWorker();
  await options.reload();
  await expect(status(options)).toContainText('Paused');
  await button(options, 'Go on').click();
  await expect(status(options)).toContainText('Complete');

  const before = listsOf(sandbox).length;
  await button(options, 'Fetch everybody again…').click();
  await expect(button(options, 'Keep it as it is')).toBeFocused();
  await button(options, 'Fetch again').click();
  await expect.poll(() => listsOf(sandbox).length).toBeGreaterThan(before);
  await expect(status(options)).toContainText('Complete');
});

test('turned off it is deleted, after a question; the last months are fetched instead', async ({ recruiter, sandbox }) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect(status(options)).toContainText('Complete');
  expect((await left(options)).databases, 'it is seen where it is').toBe(1);

  await options.getByRole('radio', { name: 'Nobody: off' }).press('Space');
  await expect(button(options, 'Leave it on')).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(options.getByRole('radio', { name: 'Everybody' })).toBeChecked();
  await options.getByRole('radio', { name: 'Nobody: off' }).check();
  await button(options, 'Turn it off').click();
  await expect(status(options)).toContainText(/^Off/);
  await expect.poll(() => left(options)).toEqual(NOTHING);

  const before = sandbox.requests().length;
  const months = options.getByRole('spinbutton', { name: 'Number of months' });
  await months.fill('3');
  await months.press('Enter');
  await expect(options.getByRole('radio', { name: 'Only people who changed in Greenhouse in the last 3 months' })).toBeChecked();
  await expect(status(options)).toContainText('Complete: everybody who was to be fetched');
  const filters = sandbox
    .requests()
    .slice(before)
    .flatMap(({ query }) => Object.keys(query));
  expect(filters).toContain('updated_at');
});

test('held up: what, why and what next; tried again at once when somebody says so', async ({ recruiter, sandbox }) => {
  const options = await recruiter.connect();
  await expect(status(options)).toContainText(/^Off/);
  sandbox.fault({ match: { path: '/v3/candidates' }, times: 50, do: 'status', status: 500 });
  await options.getByRole('radio', { name: 'Everybody' }).check();
  await expect(status(options)).toContainText('Held up');
  const alert = section(options).getByRole('alert');
  await expect(alert).toContainText('Greenhouse did not answer');
  await expect(alert).toContainText('tries again by itself at');
  sandbox.reset();
  await button(options, 'Try again now').click();
  await expect(status(options)).toContainText('Complete');
  await expect(alert).toHaveCount(0);
});

test('disconnected, nothing is fetched and nothing wakes for it; forgotten, nothing of it is left', async ({ recruiter }) => {
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect(status(options)).toContainText('Complete');
  await expect.poll(async () => (await left(options)).alarms).toEqual(['index']);
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('button', { name: 'Forget it' }).click();
  await expect(section(options)).toHaveCount(0);
  await expect.poll(() => left(options), 'it is kept for the next time').toEqual({ databases: 1, alarms: [] });

  await options.getByRole('button', { name: 'Forget everything…' }).click();
  await options.getByRole('button', { name: 'Delete it all' }).click();
  const said = options.getByRole('status', { name: 'Forget everything' });
  await expect(said).toContainText('1 index of the people in Greenhouse');
  await expect.poll(() => left(options)).toEqual(NOTHING);
  expect(await options.evaluate(() => chrome.storage.local.get())).toEqual({});
});

const FILLING: IndexStatus = { scope: { kind: 'everybody' }, state: 'filling', people: 400_000, of: 1_000_000, damaged: 0 };
const STATES: IndexStatus[] = [
  FILLING,
  { ...FILLING, state: 'asks', people: 0, of: 1_200_000 },
  { ...FILLING, state: 'fresh', upTo: 1_795_000_000_000, scope: { kind: 'months', months: 12 }, damaged: 2 },
  { ...FILLING, state: 'failing', error: { code: 'greenhouse/forbidden', detail: { scope: 'harvest:candidates:list' } } },
];

test('every state keeps to axe, and the answer to the question before very many people is written down', async ({
  extension,
  recruiter,
}) => {
  const options = await recruiter.connect();
  await expect(status(options)).toContainText(/^Off/);
  const worker = await extension.open('options.html');
  await options.bringToFront();
  const tell = (body: IndexStatus) =>
    worker.evaluate(
      (told) => chrome.runtime.sendMessage({ v: 1, name: 'index.changed', body: told }).catch(() => undefined),
      body,
    );
  /** Told until it is seen: connecting makes the page ask how the index stands, more than once, and a late answer undoes what was told. */
  const standing = (state: IndexStatus) =>
    expect(async () => {
      await tell(state);
      await expect(status(options)).not.toContainText(/^Off/, { timeout: 1_000 });
    }).toPass();
  for (const state of STATES) {
    await standing(state);
    await axeFindsNothing(options, '.people-index');
  }
  await options.getByRole('radio', { name: 'Nobody: off' }).check();
  await axeFindsNothing(options, '.people-index');
  await button(options, 'Leave it on').click();

  await standing(STATES[1] as IndexStatus);
  await expect(section(options).getByRole('row')).toHaveText([/Browsers/, /^1\s*40 minutes/, /^20\s*13 hours/, /^500\s*14 days/]);
  await button(options, 'Fetch everybody').click();
  const kept = () => options.evaluate(async () => (await chrome.storage.local.get('people-index'))['people-index']);
  await expect.poll(kept).toMatchObject({ agreed: [expect.any(String)] });
});
