/** A note that Greenhouse refuses: the person is there, the queue asks, and once it is allowed there is one note. */
import { axeFindsNothing } from './axe.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';
const SOLVEIG = 'github/signed-in-complete';
const NOTES = { method: 'POST', path: '/v3/notes' };

test('a note that is refused is asked about, and added once when it is allowed', async ({ recruiter, sandbox }) => {
  test.slow();
  await recruiter.connect();
  const records = watchRecords(sandbox);
  const first = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(first)).toContainText(/^New/);
  await pickJob(first, 'staff backend');
  await first.getByRole('button', { name: /change/i }).click();
  await first.getByRole('textbox', { name: 'Note' }).fill('Maintains a sailing router.');
  sandbox.fault({ match: NOTES, times: 99, do: 'status', status: 403, body: { errors: [{ message: 'Not permitted' }] } });
  await exportButton(first).click();
  await first.getByRole('button', { name: 'Send now' }).click();
  const alert = first.getByRole('alert').filter({ hasText: 'not everything arrived' });
  await expect(alert).toContainText('The note was not added. Greenhouse did not allow this.');
  await expect(openLink(first), 'they are there all the same').toBeVisible();
  await axeFindsNothing(first);
  await first.screenshot({ path: test.info().outputPath('asked-in-the-foot.png') });
  await first.close();

  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  const queued = panel.getByRole('region', { name: 'Sending' }).getByRole('listitem').filter({ hasText: 'Oskar Lindqvist' });
  await expect(queued).toContainText('In Greenhouse, but not everything arrived.');
  await axeFindsNothing(panel);
  await queued.scrollIntoViewIfNeeded();
  await panel.screenshot({ path: test.info().outputPath('asked-in-the-queue.png') });
  const again = queued.getByRole('button', { name: 'Try again' });
  const tries = () => sandbox.requests().filter(({ method, path }) => method === NOTES.method && path === NOTES.path).length;
  expect(tries()).toBe(1);
  await again.click();
  await expect.poll(tries, 'it is still refused').toBe(2);
  await expect(again, 'and asked about again').toBeVisible();

  sandbox.calm();
  await again.click();
  const [person] = records.people();
  await expect.poll(() => stored(sandbox).notes.filter(({ candidate_id }) => candidate_id === person?.id)).toHaveLength(1);
  await expect(queued).toHaveCount(0);
  expect(tries(), 'once more, and then no more').toBe(3);
  expect(creates(sandbox)).toBe(1);
});
