/** The check-up on the options page: what it finds, what it tells an administrator to do, and that it only ever reads. */
import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';

import { USED_SCOPES } from '#lib/greenhouse/rights.ts';

import type { Sandbox } from '../sandbox/server.ts';
import { expect, test } from './fixture.ts';

const ESSENTIAL = new Set(
  ['users:list', 'jobs:list', 'candidates:list', 'applications:list', 'candidates:create', 'applications:create'].map(
    (scope) => `harvest:${scope}`,
  ),
);

const checkUp = (options: Page) => options.getByRole('region', { name: 'Check-up' });
const boxes = (options: Page) => checkUp(options).getByRole('checkbox', { name: /^harvest:/ });

const testedAt = (options: Page) =>
  options.evaluate(async () => {
    const { connection } = await chrome.storage.local.get<{ connection: { testedAt: number } }>('connection');
    return connection.testedAt;
  });

/** Presses the button, and waits until another answer than the last one is shown. */
async function testAgain(options: Page): Promise<void> {
  const button = options.getByRole('button', { name: 'Test again' });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  const before = await testedAt(options);
  await button.click();
  await expect.poll(() => testedAt(options)).toBeGreaterThan(before);
  await expect(button).toHaveAttribute('aria-disabled', 'false');
}

/** Whatever was asked of Greenhouse since the seed read, or asked for a token. */
function expectOnlyReads(sandbox: Sandbox): void {
  const asked = sandbox.requests().filter(({ path }) => path !== '/token' && path !== '/introspect');
  expect(asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([]);
}

test.beforeEach(({ sandbox }) => {
  sandbox.quirks({ rateLimit: 5000, tokenRateLimit: 5000 });
  sandbox.scopes({ only: [...USED_SCOPES] });
});
test.afterEach(({ sandbox }) => expectOnlyReads(sandbox));

test('all rights: one sentence, and the facts', async ({ recruiter }) => {
  const options = await recruiter.connect();
  const doctor = checkUp(options);
  await expect(doctor).toContainText('All is well');
  for (const fact of [
    'Birch Labs',
    'Number 71004',
    'Production',
    'A Site Admin',
    'Jonas Reed is not a Site Admin',
    /\d of 5,000 left/,
  ])
    await expect(doctor).toContainText(fact);
  await expect(doctor.getByRole('table')).toBeHidden();
  await expect(doctor.getByRole('checkbox')).toHaveCount(0);
  await expect(options.getByRole('alert')).toHaveCount(0);
});

test('no right at all', async ({ recruiter, sandbox }) => {
  sandbox.scopes({ only: [] });
  const options = await recruiter.connect();
  await expect(boxes(options)).toHaveCount(USED_SCOPES.length);
  await expect(checkUp(options)).toContainText('Exporting does not work');
  await expect(checkUp(options).getByRole('row').filter({ hasText: 'Missing' })).toHaveCount(USED_SCOPES.length);
});

/** As many as one browser may ask the auth host about in a minute. */
const AT_ONCE = 12;
for (let from = 0; from < USED_SCOPES.length; from += AT_ONCE)
  test(`each single right that is missing is the one to tick, from number ${from + 1} on`, async ({ recruiter, sandbox }) => {
    const scopes = USED_SCOPES.slice(from, from + AT_ONCE);
    const options = await recruiter.connect();
    for (const scope of scopes) {
      sandbox.scopes({ only: USED_SCOPES.filter((other) => other !== scope) });
      await testAgain(options);
      await expect(boxes(options)).toHaveCount(1);
      await expect(boxes(options).first()).toHaveAccessibleName(new RegExp(`^${scope}\\b`));
      await expect(options.getByRole('alert')).toContainText(scope);
      await expect(checkUp(options)).toContainText(ESSENTIAL.has(scope) ? 'Exporting does not work' : 'Exporting works');
      await expect(checkUp(options).getByRole('row').filter({ hasText: 'Missing' })).toContainText(scope);
    }
    sandbox.scopes({ only: [...USED_SCOPES] });
    await testAgain(options);
    await expect(checkUp(options)).toContainText('All is well');
  });

test('what is granted beyond need is to be unticked, the gravest in view', async ({ recruiter, sandbox }) => {
  sandbox.scopes({ only: [...USED_SCOPES, 'harvest:candidates:anonymize', 'harvest:offers:create', 'harvest:attachments:list'] });
  const options = await recruiter.connect();
  await expect(boxes(options)).toHaveCount(1);
  await expect(boxes(options).first()).toHaveAccessibleName('harvest:candidates:anonymize');
  await checkUp(options).getByText('Offers, scorecards').click();
  await expect(boxes(options)).toHaveCount(2);
  await expect(options.getByRole('alert')).toHaveCount(0);
  await expect(checkUp(options).locator('.for-print')).not.toContainText('attachments:list');
});

test('a reader who is no Site Admin is told apart from missing scopes', async ({ recruiter, sandbox }) => {
  const options = await recruiter.connect();
  for (const nonAdminReads of ['403', 'empty'] as const) {
    sandbox.quirks({ serviceUserIsSiteAdmin: false, nonAdminReads });
    await testAgain(options);
    await expect(options.getByRole('alert')).toContainText('The integration’s own user is not a Site Admin');
    await expect(boxes(options)).toHaveCount(0);
    await expect(checkUp(options).getByRole('checkbox', { name: /Ask a Site Admin/ })).toBeVisible();
    sandbox.quirks({ serviceUserIsSiteAdmin: true });
    await testAgain(options);
    await expect(checkUp(options)).toContainText('All is well');
  }
});

test('an acting user who is a Site Admin is said to be one', async ({ recruiter }) => {
  const options = await recruiter.connect({ email: 'amara.lindqvist@birchlabs.example' });
  await expect(checkUp(options)).toContainText('Amara Lindqvist is a Site Admin');
});

test('where introspection is silent, reads tell, and nobody writes to find out', async ({ recruiter, sandbox }) => {
  sandbox.quirks({ introspectScopes: false });
  sandbox.scopes({ only: USED_SCOPES.filter((scope) => scope !== 'harvest:referrers:list') });
  const options = await recruiter.connect();
  await expect(checkUp(options).getByRole('row').filter({ hasText: 'harvest:referrers:list' })).toContainText('Missing');
  await expect(checkUp(options).getByRole('row').filter({ hasText: 'harvest:notes:create' })).toContainText('Not known');
  await expect(checkUp(options)).toContainText('Gleaner never writes just to find out');
});

test('a secret that was renewed works for a week, and then says so', async ({ recruiter, sandbox }) => {
  const options = await recruiter.connect();
  const { clientSecret } = sandbox.credential({ rotate: true });
  await testAgain(options);
  await expect(checkUp(options)).toContainText('All is well');
  sandbox.advance(8 * 24 * 60 * 60 * 1000);
  await testAgain(options);
  await expect(options.getByRole('alert')).toContainText('about a week');
  await expect(checkUp(options).getByRole('checkbox', { name: /Give it a new secret/ })).toBeVisible();
  await options.getByRole('textbox', { name: 'Client secret' }).fill(clientSecret);
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(checkUp(options)).toContainText('All is well');
});

test('a key of the old API gets the steps for a new credential', async ({ extension }) => {
  const options = await extension.open('options.html');
  await options.getByRole('textbox', { name: 'Client ID' }).fill('f06b2b153b2b4e1ab2f0a3b1c2d3e4f5');
  await options.getByRole('textbox', { name: 'Acting user email' }).fill('jonas.reed@birchlabs.example');
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByRole('alert')).toContainText('31 August 2026');
  await expect(options.getByRole('checkbox', { name: /^harvest:/ })).toHaveCount(USED_SCOPES.length);
  await expect(checkUp(options)).toHaveCount(0);
});

test('a partner key has no scopes to tick, and its check-up asks nothing but its own API', async ({ extension, sandbox }) => {
  const options = await extension.open('options.html');
  await options.getByRole('textbox', { name: 'Partner key' }).fill(sandbox.partnerKey);
  await options.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(checkUp(options)).toContainText('Exporting works');
  await testAgain(options);
  await expect(boxes(options)).toHaveCount(0);
  await expect(checkUp(options)).not.toContainText('harvest:');
  expect(sandbox.requests().filter(({ path }) => !path.startsWith('/v1/partner/'))).toEqual([]);
});

test('the list is copied as text, one scope to a line, and ticks stay', async ({ recruiter, sandbox, extension }) => {
  sandbox.scopes({ only: USED_SCOPES.filter((scope) => !/notes:create|sources/.test(scope)) });
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const options = await recruiter.connect();
  await boxes(options).filter({ visible: true }).first().focus();
  await options.keyboard.press('Space');
  await testAgain(options);
  await expect(boxes(options).first()).toBeChecked();
  await checkUp(options).getByRole('button', { name: 'Copy the list' }).click();
  await expect(checkUp(options).getByRole('status', { name: 'Copy the list' })).toHaveText('Copied');
  const text = await options.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/\n {4}\[x\] harvest:sources:list\n {4}\[ \] harvest:notes:create\n\[ \] Save the credential/);
});

test('paper gets the list alone', async ({ recruiter, sandbox }) => {
  sandbox.scopes({ only: [...USED_SCOPES.slice(1), 'harvest:offers:create'] });
  const options = await recruiter.connect();
  await options.emulateMedia({ media: 'print' });
  await expect(boxes(options).first()).toBeVisible();
  await expect(options.getByText('harvest:offers:create')).toBeVisible();
  for (const elsewhere of ['Client ID', 'Undo window', 'Organisation', 'Print the list'])
    await expect(options.getByText(elsewhere, { exact: true }).filter({ visible: true })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`everybody can read it, ${colorScheme}, also on a narrow screen`, async ({ recruiter, sandbox }) => {
    sandbox.scopes({ only: [...USED_SCOPES.slice(3), 'harvest:offers:create', 'harvest:candidates:anonymize'] });
    const options = await recruiter.connect();
    await options.emulateMedia({ colorScheme });
    for (const width of [320, 900]) {
      await options.setViewportSize({ width, height: 900 });
      const overflow = await options.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${width} px wide`).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page: options }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
