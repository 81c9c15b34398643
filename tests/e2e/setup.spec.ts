/** Setting up: the credential, what is missing in plain words, and where the secret is (nowhere that can be read). */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchExtension } from '../support/extension.ts';
import { expect, test } from './fixture.ts';

test('Connect says who we are and to whom, and never shows the secret again', async ({ extension, recruiter, sandbox }) => {
  const options = await recruiter.connect();
  const status = options.getByRole('status', { name: 'Connection' });
  await expect(status).toContainText('Birch Labs');
  await expect(status).toContainText('Jonas Reed');
  await expect(options.getByRole('textbox', { name: 'Client secret' })).toHaveValue('');
  expect(await options.content()).not.toContain(sandbox.clientSecret);
  await options.reload();
  await expect(status).toContainText('Birch Labs');
  const keptInStorage = await options.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
  expect(keptInStorage).not.toContain(sandbox.clientSecret);
  await extension.killWorker();
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(status, 'the secret outlives the worker').toContainText('Jonas Reed');
});

test.describe('what is wrong is said in plain words', () => {
  test('a wrong secret', async ({ recruiter }) => {
    const options = await recruiter.connect({ secret: 'not-the-secret' });
    await expect(options.getByRole('alert')).toContainText(/secret/i);
    await expect(options.getByRole('status', { name: 'Connection' })).not.toContainText('Birch Labs');
  });

  test('an unknown acting user', async ({ recruiter }) => {
    const options = await recruiter.connect({ email: 'nobody@birchlabs.example' });
    await expect(options.getByRole('alert')).toContainText(/user|email/i);
  });

  test('a deactivated acting user', async ({ recruiter }) => {
    const options = await recruiter.connect({ email: 'dimitri.pavlov@birchlabs.example' });
    await expect(options.getByRole('alert')).toContainText(/deactivated|user/i);
  });

  test('each right that the main job needs, when it is missing', async ({ recruiter, sandbox }) => {
    sandbox.scopes({ without: ['harvest:candidates:create', 'harvest:prospect_pools:list'] });
    const options = await recruiter.connect();
    await expect(options.getByRole('main')).toContainText('harvest:candidates:create');
    const row = options.getByRole('row').filter({ hasText: 'harvest:candidates:create' });
    await expect(row).toContainText(/missing/i);
    const granted = options.getByRole('row').filter({ hasText: 'harvest:jobs:list' });
    await expect(granted).not.toContainText(/missing/i);
  });

  test('a Harvest key of the old API', async ({ extension }) => {
    const options = await extension.open('options.html');
    await options.getByRole('textbox', { name: 'Client ID' }).fill('f06b2b153b2b4e1ab2f0a3b1c2d3e4f5-');
    await options.getByRole('textbox', { name: 'Client secret' }).fill('f06b2b153b2b4e1ab2f0a3b1c2d3e4f5');
    await options.getByRole('textbox', { name: 'Acting user email' }).fill('jonas.reed@birchlabs.example');
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(options.getByRole('main')).toContainText(/Harvest V3|31 August 2026/);
  });
});

test('neither the secret nor a person can be read in the files of the profile', async ({ pages, sandbox }) => {
  const profile = await mkdtemp(join(tmpdir(), 'gleaner-bytes-'));
  const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { profile });
  const options = await extension.open('options.html');
  await options.getByRole('textbox', { name: 'Client ID' }).fill(sandbox.clientId);
  await options.getByRole('textbox', { name: 'Client secret' }).fill(sandbox.clientSecret);
  await options.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Birch Labs');
  const page = await extension.context.newPage();
  await page.goto('https://github.com/solveig-fixture');
  const panel = await extension.panelBeside(page);
  await panel.getByRole('textbox', { name: 'Title' }).fill('Zirkonfahrerin');
  await panel.getByRole('textbox', { name: 'Title' }).blur();
  await panel.waitForTimeout(1500);
  await extension.close();
  const ours = filesOf(profile).filter((file) =>
    /Local Extension Settings|IndexedDB\/chrome-extension|Sync Extension/.test(file),
  );
  expect(ours.length).toBeGreaterThan(3);
  for (const readable of [sandbox.clientSecret, 'Zirkonfahrerin', 'solveig@dahl.example']) {
    const holding = ours.filter((file) => holds(file, readable));
    expect(holding, readable).toEqual([]);
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** As letters of one byte each, or of two, as the database writes some strings. */
const holds = (file: string, text: string): boolean => {
  const bytes = readFileSync(file);
  return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
};
