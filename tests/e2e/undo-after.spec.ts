/** An export that has arrived is taken back: what of it goes, what stays and why, and a worker that dies in the middle. */
import type { Page } from '@playwright/test';

import { axeFindsNothing } from './axe.ts';
import { byApi } from './by-api.ts';
import { expect, exportButton, openLink, pickJob, test, verdict, type Recruiter } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';

// Each look of axe takes seconds.
test.describe.configure({ timeout: 120_000 });

/** Who may delete. */
const SITE_ADMIN = 'amara.lindqvist@birchlabs.example';
const AMARA = 4001;
const OSKAR = 'linkedin/sdui-contact-overlay-open';

async function exported(recruiter: Recruiter, note?: string): Promise<Page> {
  await recruiter.withoutHold();
  await recruiter.connect({ email: SITE_ADMIN });
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  if (note) {
    await panel.getByRole('button', { name: /change/i }).click();
    await panel.getByRole('textbox', { name: 'Note' }).fill(note);
  }
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible({ timeout: 30_000 });
  return panel;
}
const undo = (panel: Page) => panel.getByRole('button', { name: 'Undo…' });
const asked = (panel: Page) => panel.getByRole('region', { name: 'Undo this export in Greenhouse' });

test('created, then taken back: nobody is left, and the note is said to stay with the person', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await exported(recruiter, 'Met at a meetup in Berlin');
  await expect.poll(() => stored(sandbox).notes.some(({ body }) => body.includes('meetup in Berlin'))).toBe(true);
  await undo(panel).focus();
  await panel.keyboard.press('Enter');
  await expect(asked(panel)).toBeFocused();
  await expect(asked(panel).getByRole('checkbox', { name: 'The application' })).toBeChecked();
  await expect(asked(panel).getByRole('checkbox', { name: 'The person, with everything on them' })).toBeChecked();
  await expect(asked(panel)).toContainText('The note. Greenhouse has no way to take one back: it stays with the person');
  await expect(asked(panel)).toContainText('Emails');
  await axeFindsNothing(panel);
  await asked(panel).getByRole('button', { name: 'Undo in Greenhouse' }).click();
  await expect(panel.getByText('Oskar Lindqvist was taken back')).toBeVisible({ timeout: 30_000 });
  await expect(asked(panel)).toContainText('Taken back: The application, The person');
  expect(records.people()).toEqual([]);
  await expect(openLink(panel)).toHaveCount(0);
  await axeFindsNothing(panel);

  await expect(verdict(panel)).toContainText(/^New/);
  await panel.getByRole('button', { name: 'Export again' }).click();
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible({ timeout: 30_000 });
  expect(records.people()).toHaveLength(1);
  expect(creates(sandbox)).toBe(2);
});

test('what a colleague moved meanwhile is not offered, and it says why', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await exported(recruiter);
  const [person] = records.people();
  const application = person?.applications[0];
  const [row] = await byApi<{ stage_id: number }[]>(sandbox, AMARA, 'GET', `applications?ids=${application?.id}`);
  await byApi(sandbox, AMARA, 'POST', `applications/${application?.id}/move`, { from_stage_id: row?.stage_id });
  await undo(panel).click();
  await expect(asked(panel)).toContainText('Nothing of this export can be undone here.');
  await expect(asked(panel)).toContainText(/The application: changed in Greenhouse since.*Nobody else's work is taken away/);
  await expect(asked(panel)).toContainText('The person, with everything on them: changed in Greenhouse since');
  await expect(asked(panel).getByRole('checkbox')).toHaveCount(0);
  await expect(openLink(panel), 'there it can be done by hand').toHaveCount(1);
  await asked(panel).getByRole('button', { name: 'Close' }).click();
  await expect(undo(panel)).toBeFocused();
  expect(records.people()).toHaveLength(1);
});

test('a worker that dies between the two deletions is followed by one that goes on', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  const panel = await exported(recruiter);
  const [person] = records.people();
  const gate = sandbox.gate({ method: 'DELETE', path: '/v3/candidates' });
  await undo(panel).click();
  await asked(panel).getByRole('button', { name: 'Undo in Greenhouse' }).click();
  await gate.arrived;
  expect(records.applicationsOf(person?.id ?? 0), 'the first of the two is done').toEqual([]);
  expect(records.people()).toHaveLength(1);
  await extension.killWorker();
  gate.drop();
  await expect(panel.getByText('Oskar Lindqvist was taken back')).toBeVisible({ timeout: 60_000 });
  expect(records.people()).toEqual([]);
  const deletions = sandbox.requests().filter(({ method }) => method === 'DELETE');
  expect(deletions.filter(({ path }) => path.startsWith('/v3/applications/'))).toHaveLength(1);
});

test('a refusal is told part by part, with the way to do it by hand', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const panel = await exported(recruiter);
  await undo(panel).click();
  await expect(asked(panel).getByRole('checkbox')).toHaveCount(2);
  sandbox.scopes({ without: ['harvest:candidates:destroy'] });
  await asked(panel).getByRole('button', { name: 'Undo in Greenhouse' }).click();
  await expect(asked(panel)).toContainText('Taken back: The application.', { timeout: 30_000 });
  await expect(asked(panel)).toContainText('Not taken back: The person, with everything on them.');
  await expect(openLink(panel)).toHaveCount(1);
  expect(records.people()).toMatchObject([{ applications: [] }]);
});
