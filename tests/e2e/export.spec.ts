/** The main job: from a profile page to one record in Greenhouse. What counts is what the sandbox has stored. */
import { casePage } from '../support/pages.ts';
import { strangers } from '../support/strangers.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';
const SOLVEIG = 'github/signed-in-complete';

test('a new person becomes a candidate on the picked job, with source, credit and everything on the page, through the real side panel', async ({
  extension,
  recruiter,
  sandbox,
  pages,
}) => {
  const records = watchRecords(sandbox);
  await recruiter.connect();
  const page = await recruiter.visit(OSKAR);
  const before = await page.content();
  pages.asked.length = 0;
  await extension.clickToolbar(page);
  const panel = await extension.sidePanel();
  await expect(verdict(panel)).toContainText(/^New/);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Oskar');
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(creates(sandbox), 'nothing is sent while it can be undone').toBe(0);
  await expect(openLink(panel)).toBeVisible({ timeout: 30_000 });

  const [person, ...others] = records.people();
  expect(others).toEqual([]);
  expect(person).toMatchObject({
    first_name: 'Oskar',
    last_name: 'Lindqvist',
    title: 'Engineering Manager',
    company: 'Fjordtech',
  });
  expect(person?.email_addresses.map(({ value }) => value)).toEqual(['oskar@lindqvist.example']);
  expect(JSON.stringify(person?.social_media_addresses)).toContain('https://www.linkedin.com/in/oskar-lindqvist-fixture');
  const state = stored(sandbox);
  const [application] = person?.applications ?? [];
  expect(application).toMatchObject({ job_id: 9001, prospect: false });
  expect(state.sources.find(({ id }) => id === application?.source_id)?.name).toBe('LinkedIn (Prospecting)');
  expect(state.referrers.find(({ id }) => id === application?.referrer_id)?.user_id).toBe(sandbox.user.id);
  const create = sandbox.requests().find(({ method, path }) => method === 'POST' && path === '/v3/candidates');
  expect(create?.actingUser, 'credit, permission and audit are the recruiter’s').toBe(sandbox.user.id);
  await expect(openLink(panel)).toHaveAttribute('href', new RegExp(`people/${person?.id}`));

  expect(await page.content(), 'the page is as it was').toBe(before);
  expect(strangers(pages.asked, [casePage(OSKAR)]), 'nobody but Greenhouse was contacted').toEqual([]);
});

test('stage, tags and a note go with the export', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet(SOLVEIG);
  await pickJob(panel, 'R-2043');
  await panel.getByRole('button', { name: /change/i }).click();
  const stage = panel.getByRole('combobox', { name: 'Stage' });
  await expect(stage.getByRole('option')).not.toHaveCount(1);
  await stage.selectOption({ index: 2 });
  const stageName = await stage.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
  await panel.getByRole('textbox', { name: 'Note' }).fill('Maintains a sailing router.\nWrite in the evening.');
  const tags = panel.getByRole('combobox', { name: 'Tags' });
  await tags.fill('Conference speaker');
  await tags.press('Enter');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  await expect
    .poll(() => stored(sandbox).notes.filter(({ candidate_id }) => candidate_id === records.people()[0]?.id))
    .toHaveLength(1);
  const [person] = records.people();
  expect(person?.tags).toEqual(['Conference speaker']);
  expect(person?.applications[0]).toMatchObject({ job_id: 9003, stage_name: stageName });
  const note = stored(sandbox).notes.find(({ candidate_id }) => candidate_id === person?.id);
  expect(note).toMatchObject({ body: 'Maintains a sailing router.\nWrite in the evening.', user_id: sandbox.user.id });
});

test('no job makes a prospect without one', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet(SOLVEIG);
  await panel.getByRole('radio', { name: 'Prospect' }).check();
  await pickJob(panel, '', 'No job (prospect)');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  const [person] = records.people();
  expect(person).toMatchObject({ first_name: 'Solveig', last_name: 'Dahl' });
  expect(person?.applications).toHaveLength(1);
  expect(person?.applications[0]).toMatchObject({ prospect: true, job_id: null, prospective_job_ids: [] });
});

test('a prospect may be considered for several jobs', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet(SOLVEIG);
  await panel.getByRole('radio', { name: 'Prospect' }).check();
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Consider for another' }).click();
  const second = panel.getByRole('combobox', { name: 'Also consider for' });
  await second.fill('R-2043');
  await panel
    .getByRole('option', { name: /Site Reliability/ })
    .first()
    .click();
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  const [application] = records.people()[0]?.applications ?? [];
  expect(application).toMatchObject({ prospect: true, job_id: null });
  expect(application?.prospective_job_ids.toSorted()).toEqual([9001, 9003]);
});

test('a prospect goes into a pool and its stage', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet(SOLVEIG);
  await panel.getByRole('radio', { name: 'Prospect' }).check();
  await pickJob(panel, '', 'No job (prospect)');
  const change = panel.getByRole('button', { name: /change/i });
  if (await change.isVisible()) await change.click();
  await panel.getByRole('combobox', { name: 'Pool', exact: true }).selectOption({ index: 1 });
  await panel.getByRole('combobox', { name: 'Pool stage' }).selectOption({ index: 1 });
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  const applicationId = records.people()[0]?.applications[0]?.id;
  const details = stored(sandbox).prospectDetails.find(({ application_id }) => application_id === applicationId);
  expect(details?.pool_id).toBeTruthy();
  expect(details?.pool_stage_id).toBeTruthy();
});

test('somebody whose email is in Greenhouse is added to the job and not made again', async ({ recruiter, sandbox }) => {
  await recruiter.withoutHold();
  await recruiter.connect();
  const known = stored(sandbox).candidates.find(({ email_addresses, private: hidden }) => email_addresses.length > 0 && !hidden);
  const records = watchRecords(sandbox);
  const before = records.applicationsOf(known?.id ?? 0).length;
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(panel)).toContainText(/^New/);
  await panel
    .getByRole('group', { name: 'Emails' })
    .getByRole('textbox')
    .first()
    .fill(known?.email_addresses[0]?.value ?? '');
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
  await expect(verdict(panel)).toContainText(known?.email_addresses[0]?.value ?? '');
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Add to job' }).click();
  await expect(openLink(panel).first()).toBeVisible();
  await expect.poll(() => records.applicationsOf(known?.id ?? 0).length).toBe(before + 1);
  expect(records.people()).toEqual([]);
});

test.describe('one candidate', () => {
  test('for two presses', async ({ recruiter, sandbox }) => {
    const records = watchRecords(sandbox);
    const panel = await recruiter.meet(OSKAR);
    await pickJob(panel, 'staff backend');
    await exportButton(panel).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await expect(openLink(panel)).toBeVisible();
    expect(records.people()).toHaveLength(1);
    expect(creates(sandbox)).toBe(1);
  });

  test('for two panels that press at the same moment', async ({ extension, recruiter, sandbox }) => {
    const records = watchRecords(sandbox);
    await recruiter.withoutHold();
    await recruiter.connect();
    const page = await recruiter.visit(OSKAR);
    const first = await recruiter.panelFor(page);
    await expect(verdict(first)).toContainText(/^New/);
    const second = await extension.panelBeside(page);
    await expect(verdict(second)).toContainText(/^New/);
    await pickJob(first, 'staff backend');
    await pickJob(second, 'staff backend');
    await Promise.all(
      [first, second].map((panel) => exportButton(panel).evaluate((button: HTMLButtonElement) => button.click())),
    );
    await expect.poll(() => records.people().length).toBe(1);
    await expect(openLink(first)).toBeVisible();
    await expect(openLink(second)).toBeVisible();
    expect(creates(sandbox)).toBe(1);
  });

  test('for a panel that is closed and opened again while the export is held', async ({ extension, recruiter, sandbox }) => {
    const records = watchRecords(sandbox);
    await recruiter.connect();
    const page = await recruiter.visit(OSKAR);
    const panel = await recruiter.panelFor(page);
    await expect(verdict(panel)).toContainText(/^New/);
    await pickJob(panel, 'staff backend');
    await exportButton(panel).click();
    await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
    await panel.close();
    const again = await extension.panelBeside(page);
    await expect(again.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect(openLink(again)).toBeVisible({ timeout: 30_000 });
    expect(records.people()).toHaveLength(1);
    expect(creates(sandbox)).toBe(1);
  });

  for (const moment of ['arrived', 'committed'] as const) {
    test(`when the worker is killed while the create is on its way: it has ${moment}`, async ({
      extension,
      recruiter,
      sandbox,
    }) => {
      const records = watchRecords(sandbox);
      const panel = await recruiter.meet(OSKAR);
      await pickJob(panel, 'staff backend');
      const gate = sandbox.gate({ method: 'POST', path: '/v3/candidates' });
      await exportButton(panel).click();
      await gate.arrived;
      if (moment === 'committed') gate.commit();
      await gate[moment];
      expect(records.people()).toHaveLength(moment === 'committed' ? 1 : 0);
      await extension.killWorker();
      gate.answer();
      await expect(openLink(panel)).toBeVisible({ timeout: 45_000 });
      expect(records.people()).toHaveLength(1);
      expect(creates(sandbox)).toBe(1);
    });
  }

  // Chromium repeats a POST by itself when a connection that was used before breaks without an answer.
  test('when the answer of the second of two creates in a row is lost', async ({ recruiter, sandbox }) => {
    const records = watchRecords(sandbox);
    const first = await recruiter.meet(SOLVEIG);
    await pickJob(first, 'staff backend');
    await exportButton(first).click();
    await expect(openLink(first)).toBeVisible();
    const second = await recruiter.panelFor(await recruiter.visit(OSKAR));
    await expect(verdict(second)).toContainText(/^New/);
    await pickJob(second, 'staff backend');
    sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, do: 'drop-after-commit' });
    await exportButton(second).click();
    await expect(openLink(second)).toBeVisible({ timeout: 45_000 });
    expect(records.people().map(({ first_name }) => first_name)).toEqual(['Solveig', 'Oskar']);
    expect(creates(sandbox)).toBe(2);
  });
});

test('undone while held, nothing was ever sent', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  await recruiter.connect();
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(exportButton(panel)).toBeEnabled();
  expect(records.people()).toEqual([]);
  expect(creates(sandbox)).toBe(0);
});

test('a page with no name asks for one, and keeps markup in a field as text', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet('github/no-name');
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('');
  await pickJob(panel, 'staff backend');
  await expect(exportButton(panel)).toBeDisabled();
  await expect(exportButton(panel)).toHaveAccessibleDescription(/name/i);
  await panel.getByRole('textbox', { name: 'First name' }).fill('<img src=x onerror=alert(1)>');
  await panel.getByRole('textbox', { name: 'Last name' }).fill('Quill');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  expect(await panel.locator('img[src="x"]').count()).toBe(0);
  expect(records.people()[0]?.first_name).toBe('<img src=x onerror=alert(1)>');
});
