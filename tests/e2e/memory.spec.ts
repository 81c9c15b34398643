/** What is remembered, and what survives: the last choice on a site, drafts through an update, lists with their time. */
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { watchRecords } from './records.ts';

test('the last choice on a site is remembered, shown, and used with one press', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const first = await recruiter.meet('linkedin/sdui-contact-overlay-open');
  await pickJob(first, 'R-2043', /Site Reliability/);
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible();
  await first.close();
  const second = await recruiter.panelFor(await recruiter.visit('linkedin/classic-complete'));
  await expect(verdict(second)).toContainText(/^New/);
  await expect(second.getByRole('combobox', { name: 'Job' })).toHaveValue(/Site Reliability/);
  await expect(exportButton(second)).toHaveAccessibleDescription(/Site Reliability/);
  await exportButton(second).click();
  await expect(openLink(second)).toBeVisible();
  expect(records.people().map(({ applications }) => applications[0]?.job_id)).toEqual([9003, 9003]);
});

test('a person who is on the job already is not added again', async ({ recruiter, sandbox }) => {
  await recruiter.withoutHold();
  await recruiter.connect();
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const first = await recruiter.panelFor(page);
  await expect(verdict(first)).toContainText(/^New/);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible();
  await first.close();
  const records = watchRecords(sandbox);
  const again = await recruiter.panelFor(page);
  await expect(verdict(again)).toContainText(/^In Greenhouse/);
  await expect(verdict(again)).toContainText('Staff Backend Engineer');
  await pickJob(again, 'staff backend');
  await expect(again.getByRole('button', { name: 'Update in Greenhouse' })).toHaveAccessibleDescription(
    /on Staff Backend Engineer already/,
  );
  await expect(again.getByRole('button', { name: 'Add to job' })).toHaveCount(0);
  await pickJob(again, 'R-2043', /Site Reliability/);
  await again.getByRole('button', { name: 'Add to job' }).click();
  await expect
    .poll(() =>
      sandbox.requests().filter(({ method, path, status }) => method === 'POST' && path === '/v3/applications' && status === 201),
    )
    .toHaveLength(1);
  expect(records.people()).toEqual([]);
});

test('a draft survives an update of the extension', async ({ extension, recruiter }) => {
  await recruiter.connect();
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('textbox', { name: 'Title' }).fill('Head of Everything');
  await panel.getByRole('textbox', { name: 'Title' }).blur();
  await expect.poll(() => recruiter.draftsKept()).toBeGreaterThan(0);
  await extension.reload();
  const after = await extension.panelBeside(page);
  await expect(after.getByRole('textbox', { name: 'Title' })).toHaveValue('Head of Everything');
});

test('jobs are listed with their time, refreshed on request, and it is said why one may be missing', async ({
  recruiter,
  sandbox,
}) => {
  await recruiter.connect();
  const panel = await recruiter.panelFor(await recruiter.visit('github/signed-in-complete'));
  await expect(verdict(panel)).toContainText(/^New/);
  const asked = () => sandbox.requests().filter(({ path }) => path === '/v3/jobs').length;
  const before = asked();
  expect(before).toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(asked).toBeGreaterThan(before);
  await panel.getByText('Missing one?').click();
  await expect(panel.getByRole('main')).toContainText(/confidential/i);
  await expect(panel.getByRole('main')).toContainText(/permission/i);
  await expect(panel.getByRole('main')).toContainText(/closed/i);
});

test('the chord is Ctrl+Shift+E', async ({ extension }) => {
  const options = await extension.open('options.html');
  const commands = await options.evaluate(() => chrome.commands.getAll());
  expect(commands.find(({ name }) => name === '_execute_action')?.shortcut).toMatch(/Ctrl\+Shift\+E|⇧⌘E/);
});
