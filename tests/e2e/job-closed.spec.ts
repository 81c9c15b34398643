/** The job is closed while the export is held: the queue says so, and the same person goes to another job, once. */
import { axeFindsNothing } from './axe.ts';
import { byApi } from './by-api.ts';
import { expect, exportButton, pickJob, test, verdict } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';
import type { Sandbox } from '../sandbox/server.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';
const SOLVEIG = 'github/signed-in-complete';
const STAFF_BACKEND = 9001;
/** May change every job. */
const AMARA = 4001;

/** A job closes itself with its last opening. */
async function close(sandbox: Sandbox, jobId: number): Promise<void> {
  const openings = await byApi<{ id: number; open: boolean }[]>(sandbox, AMARA, 'GET', `openings?job_ids=${jobId}`);
  for (const { id, open } of openings) if (open) await byApi(sandbox, AMARA, 'PATCH', `openings/${id}`, { open: false });
}

test('a job that closes in the hold is told of, and another one takes its place', async ({ recruiter, sandbox }) => {
  await recruiter.connect();
  const records = watchRecords(sandbox);
  const first = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(first)).toContainText(/^New/);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  await close(sandbox, STAFF_BACKEND);
  await first.getByRole('button', { name: 'Send now' }).click();
  const alert = first.getByRole('alert').filter({ hasText: 'The job was closed' });
  await expect(alert).toBeVisible();
  await axeFindsNothing(first);
  await first.close();

  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  const queued = panel.getByRole('region', { name: 'Sending' }).getByRole('listitem').filter({ hasText: 'Oskar Lindqvist' });
  await expect(queued).toContainText('the job was closed');
  await queued.getByRole('button', { name: 'Choose: Oskar Lindqvist' }).click();
  const box = queued.getByRole('combobox', { name: 'Send Oskar Lindqvist to' });
  await box.click();
  await expect(queued.getByRole('option').first()).toBeVisible();
  await box.fill('staff backend');
  await expect(queued.getByRole('option', { name: /^Staff Backend Engineer/ }), 'it is not offered again').toHaveCount(0);
  await box.fill('engineering manager');
  await queued.getByRole('option').first().click();
  await axeFindsNothing(panel);
  await queued.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(queued).toHaveCount(0);
  expect(creates(sandbox), 'the refused one, and one more').toBe(2);
  expect(records.people()).toMatchObject([{ first_name: 'Oskar', applications: [{ prospect: false }] }]);
  const made = records.people()[0]?.applications[0];
  expect(made?.job_id).not.toBe(STAFF_BACKEND);
  expect(stored(sandbox).applications.filter(({ candidate_id }) => candidate_id === made?.candidate_id)).toHaveLength(1);
});
