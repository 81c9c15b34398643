/** Beside Greenhouse's own credentials page: what to tick, and a fresh credential taken over with one click. */
import type { Page } from '@playwright/test';

import { expect, test } from './fixture.ts';

const ADDRESS = 'https://app.greenhouse.io/configure/dev_center/credentials';

const HIDDEN = '••••••••••••••••••••••••';
const shows = (clientId: string, secret: string): string => `<!doctype html><title>API Credential Management</title>
  <h1>API Credential Management</h1>
  <section><dl><dt>Client ID</dt><dd>${clientId}</dd><dt>Client secret</dt><dd><code>${secret}</code></dd></dl>
  <button>I have stored the client credentials</button></section>`;

async function greenhousePage(page: Page, html: string): Promise<void> {
  await page.context().route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(ADDRESS);
}

test('a credential that Greenhouse shows is taken over with one click, and stays in no page', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const page = await extension.context.newPage();
  await greenhousePage(page, shows(sandbox.clientId, sandbox.clientSecret));
  const panel = await recruiter.panelFor(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('credential');
  const tick = panel.getByRole('checkbox', { name: /harvest:candidates:create/ });
  await expect(tick).not.toBeChecked();
  await tick.click();
  await expect(tick).toBeChecked();

  await panel.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
  await panel.getByRole('button', { name: 'Take over' }).click();
  await expect(panel.getByRole('status', { name: 'Connection' })).toContainText('Birch Labs');
  expect(await panel.content()).not.toContain(sandbox.clientSecret);
  const options = await extension.open('options.html');
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Birch Labs');
  const stored = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  expect(stored).not.toContain(sandbox.clientSecret);
});

test('what the page does not show is said, and nothing is asked of Greenhouse', async ({ extension, recruiter, sandbox }) => {
  const page = await extension.context.newPage();
  await greenhousePage(page, shows(sandbox.clientId, HIDDEN));
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
  const before = sandbox.requests().length;
  await panel.getByRole('button', { name: 'Take over' }).click();
  await expect(panel.getByRole('status', { name: 'Take over' })).toContainText('secret is not');
  expect(sandbox.requests()).toHaveLength(before);
});

test('a credential that lacks a right is told what to tick here', async ({ extension, recruiter, sandbox }) => {
  sandbox.scopes({ without: ['harvest:jobs:list'] });
  await recruiter.connect();
  const page = await extension.context.newPage();
  await greenhousePage(page, shows(sandbox.clientId, HIDDEN));
  const panel = await recruiter.panelFor(page);
  await expect(panel.getByRole('checkbox', { name: /harvest:jobs:list/ })).toBeVisible();
  await expect(panel.getByRole('checkbox', { name: /harvest:candidates:create/ })).toHaveCount(0);
});
