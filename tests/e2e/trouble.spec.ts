/** When Greenhouse or the network says no: what, why, what next, and nothing is lost. */
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { creates, watchRecords } from './records.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';

test.describe('an export that fails says so, keeps everything, and can be tried again', () => {
  for (const [title, fault, says] of [
    ['server error', { do: 'status', status: 503 }, /sure|answer|Greenhouse/i],
    ['rate limit', { do: 'status', status: 429, headers: { 'Retry-After': '3' } }, /limit|busy|many/i],
    ['missing right', { do: 'status', status: 403 }, /right|permission|scope|allow/i],
    ['refused content', { do: 'status', status: 422 }, /refused|accept|invalid/i],
  ] as const) {
    test(title, async ({ recruiter, sandbox }) => {
      const records = watchRecords(sandbox);
      const panel = await recruiter.meet(OSKAR);
      await pickJob(panel, 'staff backend');
      sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, ...fault });
      await exportButton(panel).click();
      await expect(panel.getByRole('alert')).toContainText(says);
      await expect(panel.getByRole('textbox', { name: 'Last name' })).toHaveValue('Lindqvist');
      expect(records.people()).toEqual([]);
      if (title === 'server error') return;
      // The limit passes by itself; the others wait for a press.
      if (title !== 'rate limit') await panel.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
      await expect(openLink(panel)).toBeVisible({ timeout: 30_000 });
      expect(records.people()).toHaveLength(1);
    });
  }
});

test('a network that is down when the verdict is asked is told, and the draft stays', async ({ recruiter, sandbox }) => {
  await recruiter.connect();
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 20, do: 'drop-before' });
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(panel.getByRole('alert')).toContainText(/reach|answer|network/i, { timeout: 30_000 });
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Oskar');
  sandbox.reset();
  await panel.getByRole('alert').getByRole('button').first().click();
  await expect(verdict(panel)).toContainText(/^New/);
});

test('garbage from Greenhouse is an error and not a crash', async ({ recruiter, sandbox }) => {
  await recruiter.connect();
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 20, do: 'truncate' });
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(panel.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await expect(verdict(panel).filter({ hasText: /^New/ })).toHaveCount(0);
});

test('an expired token is renewed without anybody noticing', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet(OSKAR);
  await pickJob(panel, 'staff backend');
  sandbox.advance(2 * 60 * 60_000);
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  expect(records.people()).toHaveLength(1);
});

test('a job that the acting user may not use is refused by Greenhouse, and the picker never offered it', async ({
  recruiter,
  sandbox,
}) => {
  await recruiter.connect();
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  const box = panel.getByRole('combobox', { name: 'Job' });
  for (const hidden of [
    'Senior Product Designer',
    'Chief Financial Officer',
    'Template: Engineering',
    'iOS Engineer',
    'Quantum',
  ]) {
    await box.fill(hidden);
    await expect(panel.getByRole('option', { name: hidden })).toHaveCount(0);
  }
  await box.fill('Übersetzer');
  await expect(panel.getByRole('option', { name: /Übersetzer/ })).toHaveCount(1);
  expect(creates(sandbox)).toBe(0);
});

test('without a connection the person is shown and the one action is to connect', async ({ recruiter }) => {
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Oskar');
  await expect(panel.getByRole('button', { name: /connect/i })).toBeVisible();
  await expect(exportButton(panel)).toBeDisabled();
});
