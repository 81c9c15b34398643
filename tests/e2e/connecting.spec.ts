/** How a credential gets in, what happens to the one before it, and that two organisations never mix. */
import type { Page } from '@playwright/test';

import type { Sandbox } from '../sandbox/server.ts';
import { exportButton, openLink, pickJob, verdict } from './fixture.ts';
import { expect, madeIn, test } from './two-greenhouses.ts';

const SOLVEIG = 'github/signed-in-complete';
const V1_KEY = 'a7183e1b7e9ab09b8a5cfa87d1934c3c';

const field = (options: Page, name: string) => options.getByRole('textbox', { name, exact: true });
const press = (options: Page, name: string | RegExp) => options.getByRole('button', { name, exact: true }).click();
const status = (options: Page) => options.getByRole('status', { name: 'Connection' });
const question = (options: Page) => options.getByRole('group', { name: 'Another Greenhouse account' });

async function typePair(options: Page, { clientId, clientSecret, user }: Sandbox, secret = clientSecret) {
  await field(options, 'Client ID').fill(clientId);
  await field(options, 'Client secret').fill(secret);
  await field(options, 'Acting user email').fill(user.email ?? '');
  await press(options, 'Connect');
}

test.describe('a Harvest v1 key', () => {
  for (const [name, key] of [
    ['Client ID', V1_KEY],
    ['Client ID', `${V1_KEY}-1`],
    ['Client secret', V1_KEY],
  ] as const) {
    test(`pasted as ${name} (${key.length} letters) is explained and sent nowhere`, async ({ extension, sandbox }) => {
      const options = await extension.open('options.html');
      await field(options, name).fill(key);
      await field(options, 'Acting user email').fill(sandbox.user.email ?? '');
      await press(options, 'Connect');
      await expect(options.getByRole('alert')).toContainText('31 August 2026');
      await expect(options.getByRole('listitem').filter({ hasText: 'Harvest V3 (OAuth)' })).toBeVisible();
      await expect(field(options, name)).toHaveValue('');
      expect(sandbox.requests()).toEqual([]);
      const kept = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
      expect(kept).not.toContain('connection');
    });
  }

  test('pasted as Partner key is refused by Greenhouse, explained, and not kept', async ({ extension, sandbox }) => {
    const options = await extension.open('options.html');
    await field(options, 'Partner key').fill(V1_KEY);
    await field(options, 'Acting user email').fill(sandbox.user.email ?? '');
    await press(options, 'Connect');
    await expect(options.getByRole('alert')).toContainText(/Harvest v1 key.*31 August 2026.*withdrawn/);
    await expect(options.getByRole('listitem').filter({ hasText: 'Harvest V3 (OAuth)' })).toBeVisible();
    await expect(field(options, 'Partner key')).toHaveValue('');
    const kept = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
    expect(kept).not.toMatch(/connection|pending/);
  });
});

test('a partner key alone connects, and neither it nor the client secret can be read anywhere afterwards', async ({
  extension,
  sandbox,
}) => {
  const heard: string[] = [];
  extension.context.on('console', (message) => heard.push(message.text()));
  extension.context.on('request', (request) => heard.push(request.url()));
  await extension.context.addInitScript(() => {
    const said: string[] = ((globalThis as unknown as { said: string[] }).said = []);
    const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (...args: unknown[]) => unknown;
    Object.assign(chrome.runtime, {
      sendMessage: (...args: unknown[]) => {
        said.push(JSON.stringify(args));
        return send(...args);
      },
    });
  });
  const options = await extension.open('options.html');
  const readable = async (): Promise<string> =>
    options.evaluate(async () =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('input')].map(({ value }) => value),
        JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
        ...(globalThis as unknown as { said: string[] }).said,
        location.href,
      ].join('\n'),
    );

  await field(options, 'Partner key').fill(sandbox.partnerKey);
  await field(options, 'Acting user email').fill(sandbox.user.email ?? '');
  await press(options, 'Connect');
  await expect(status(options)).toContainText('Jonas Reed');
  await expect(field(options, 'Partner key')).toHaveAttribute('placeholder', /Saved/);

  await typePair(options, sandbox);
  await expect(question(options)).toContainText('Birch Labs');
  await press(options, /^Switch/);
  await expect(status(options)).toContainText('Connected to Birch Labs');

  const everything = [await readable(), ...heard].join('\n');
  expect(everything, 'messages were heard').toContain('connection.test');
  expect(everything).not.toContain(sandbox.partnerKey);
  expect(everything).not.toContain(sandbox.clientSecret);
  const asked = sandbox.requests().map(({ path, query }) => JSON.stringify([path, query]));
  expect(asked.join()).not.toContain(sandbox.partnerKey);
});

test('two credentials at once are one too many', async ({ extension, sandbox }) => {
  const options = await extension.open('options.html');
  await field(options, 'Partner key').fill('partner-fixture');
  await typePair(options, sandbox);
  await expect(options.getByRole('alert')).toContainText('Two credentials');
  expect(sandbox.requests()).toEqual([]);
});

test('a wrong secret changes nothing: the connection goes on working', async ({ extension, recruiter, sandbox }) => {
  await recruiter.withoutHold();
  const options = await recruiter.connect();
  await typePair(options, sandbox, 'not-the-secret');
  await expect(options.getByRole('alert')).toContainText('refused the credential');
  await expect(status(options)).toContainText('Connected to Birch Labs');
  await expect(options.getByText('stays connected to Birch Labs')).toBeVisible();
  await extension.killWorker();
  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await expect(verdict(panel)).toContainText(/^New/);
  await options.reload();
  await expect(status(options)).toContainText('Connected to Birch Labs');
});

test('another organisation is asked about; what was meant for the first waits there, and goes on when it is back', async ({
  extension,
  recruiter,
  greenhouses: { birch, trial, reach },
}) => {
  const options = await recruiter.connect();
  await expect(options.getByRole('radio', { name: 'Production' })).toBeChecked();
  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  await options.evaluate(() => chrome.storage.local.set({ settings: { undoSeconds: 60, buttonOn: [] } }));
  await exportButton(panel).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();

  // Stay: nothing has happened.
  reach(trial);
  await options.bringToFront();
  await typePair(options, trial);
  await expect(question(options)).toContainText('This credential belongs to Birch Labs Sandbox');
  await expect(question(options)).toContainText('1 export is not finished in Birch Labs');
  await expect(options.getByRole('button', { name: 'Stay with Birch Labs' })).toBeFocused();
  await options.reload();
  await expect(question(options), 'a reloaded page asks again').toBeVisible();
  await press(options, 'Stay with Birch Labs');
  await expect(question(options)).toBeHidden();
  await expect(status(options)).toContainText('Connected to Birch Labs as');
  await expect(field(options, 'Client ID')).toHaveValue(birch.clientId);

  // Switch: the panel is the sandbox's, and the export waits.
  await typePair(options, trial);
  await press(options, 'Switch to Birch Labs Sandbox');
  await expect(status(options)).toContainText('Connected to Birch Labs Sandbox');
  await expect(options.getByRole('radio', { name: /^Sandbox/ })).toBeChecked();
  await expect(panel.getByText('Sandbox', { exact: true })).toBeVisible();
  await expect(panel.getByText('Waits for Birch Labs.')).toBeVisible();
  await expect(exportButton(panel), 'the same person is nobody’s here').toBeVisible();
  // The undo window ends: the hold of a row that was written in the future begins again, and there is none any more.
  await options.evaluate(endHold);
  await extension.killWorker();
  await options.reload();
  await press(options, 'Connect');
  await expect(status(options)).toContainText('Connected to Birch Labs Sandbox');
  expect([madeIn(birch), madeIn(trial)]).toEqual([[], []]);
  expect(trial.requests().map(({ path }) => path)).toContain('/v3/users');

  // Back: it arrives, once, and where it was meant to.
  await options.evaluate(() => chrome.storage.local.set({ settings: { undoSeconds: 0, buttonOn: [] } }));
  reach(birch);
  await typePair(options, birch);
  await press(options, 'Switch to Birch Labs');
  await expect(status(options)).toContainText('Connected to Birch Labs as');
  await expect.poll(() => madeIn(birch), { timeout: 30_000 }).toEqual(['/v3/candidates']);
  expect(madeIn(trial)).toEqual([]);
  await expect(panel.getByText('Waits for Birch Labs.')).toBeHidden();
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
});

test('the same person is exported to both organisations, once to each', async ({
  recruiter,
  greenhouses: { birch, trial, reach },
}) => {
  const panel = await recruiter.meet(SOLVEIG);
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  reach(trial);
  const options = await recruiter.connect({
    clientId: trial.clientId,
    secret: trial.clientSecret,
    email: trial.user.email ?? '',
  });
  await press(options, /^Switch/);
  await expect(verdict(panel)).toContainText(/^New/);
  await expect(panel.getByRole('combobox', { name: 'Job' }), 'the last choice was the other’s').toHaveValue('');
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  expect([madeIn(birch).length, madeIn(trial).length]).toEqual([1, 1]);
});

/** Ends every undo window: a minute is long for a test. Run in a page of the extension. */
const endHold = () =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('gleaner');
    opening.onerror = () => reject(new Error('no database'));
    opening.onsuccess = () => {
      const store = opening.result.transaction('exports', 'readwrite').objectStore('exports');
      const all = store.getAll();
      all.onsuccess = () => {
        for (const row of all.result as { writtenAt: number }[]) {
          row.writtenAt = new Date().getTime() + 3_600_000;
          store.put(row);
        }
      };
      store.transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
