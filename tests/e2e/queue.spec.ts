/** The queue beside somebody else's profile: an export that asks is reported and answered there. */
import { axeFindsNothing } from './axe.ts';
import { byApi } from './by-api.ts';
import { expect, exportButton, pickJob, test, verdict } from './fixture.ts';
import { creates, stored } from './records.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';
const SOLVEIG = 'github/signed-in-complete';

test('somebody who came to be there in the hold is chosen from another page, after a report with nobody in it', async ({
  recruiter,
  sandbox,
}) => {
  await recruiter.connect();
  const first = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(first)).toContainText(/^New/);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  const { candidate: there } = await byApi<{ candidate: { id: number } }>(sandbox, sandbox.user.id, 'POST', 'candidates', {
    first_name: 'Oskar',
    last_name: 'Lindqvist',
    email_addresses: [{ value: 'oskar@lindqvist.example', type: 'personal' }],
  });
  const before = creates(sandbox);
  await first.getByRole('button', { name: 'Send now' }).click();
  await expect(first.getByRole('alert')).toContainText('This person is in Greenhouse by now');
  await first.close();

  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  const queued = panel.getByRole('region', { name: 'Sending' }).getByRole('listitem').filter({ hasText: 'Oskar Lindqvist' });
  await expect(queued).toContainText('Choose how it goes on');
  await queued.getByText('More').click();
  await queued.getByRole('button', { name: 'Report for support: Oskar Lindqvist' }).click();
  const report = queued.getByRole('textbox', { name: 'What is in the report' });
  await expect(report).toBeFocused();
  const text = await report.inputValue();
  expect(text).toContain('"path": "/v3/candidates"');
  for (const needle of ['oskar', 'lindqvist', sandbox.clientSecret, sandbox.user.email ?? '-', 'Birch'])
    expect(text.toLowerCase()).not.toContain(needle.toLowerCase());
  await axeFindsNothing(panel);
  await queued.getByRole('button', { name: 'Close' }).click();

  await queued.getByRole('button', { name: 'Choose: Oskar Lindqvist' }).click();
  await expect(queued.getByRole('alert')).toContainText('Same email oskar@lindqvist.example');
  await axeFindsNothing(panel);
  await queued.getByRole('button', { name: 'Add Oskar Lindqvist to the job' }).click();
  await expect(queued).toHaveCount(0);
  await expect
    .poll(() => stored(sandbox).applications.filter(({ candidate_id }) => candidate_id === there.id))
    .toMatchObject([{ job_id: 9001 }]);
  expect(creates(sandbox), 'one application, and nobody new').toBe(before + 1);
});
