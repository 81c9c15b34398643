/** An answer that is lost, and a person whom no list shows in time: the recruiter sees them in Greenhouse, and pastes their address. */
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { axeFindsNothing } from './axe.ts';
import { expect, exportButton, pickJob, test } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';

const SOLVEIG = 'github/signed-in-complete';
const OSKAR = 'linkedin/sdui-contact-overlay-open';
const ELEVEN_MINUTES_MS = 11 * 60_000;

test('the link is pasted, the name is read, and it is one person, at one job, with the note', async ({ recruiter, sandbox }) => {
  test.slow();
  const records = watchRecords(sandbox);
  const first = await recruiter.meet(OSKAR);
  await pickJob(first, 'staff backend');
  await first.getByRole('button', { name: /change/i }).click();
  await first.getByRole('textbox', { name: 'Note' }).fill('Maintains a sailing router.');
  sandbox.quirks({ listLagMs: LAG_MS });
  sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, do: 'drop-after-commit' });
  await exportButton(first).click();
  await expect(first.getByRole('alert')).toContainText('Looking whether it arrived');
  sandbox.advance(ELEVEN_MINUTES_MS);
  await first.getByRole('button', { name: 'Look again now' }).click();
  await expect(first.getByRole('alert')).toContainText('Nobody knows whether it arrived', { timeout: 30_000 });
  await first.close();

  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  const queued = panel.getByRole('region', { name: 'Sending' }).getByRole('listitem').filter({ hasText: 'Oskar Lindqvist' });
  await queued.getByText('More').click();
  await queued.getByRole('button', { name: 'They are there: Oskar Lindqvist' }).click();
  const field = queued.getByRole('textbox', { name: 'Number or link of the person in Greenhouse' });
  const whose = queued.getByRole('status', { name: 'Whose number it is' });
  await expect(field).toBeFocused();
  const [made] = records.people();
  await field.fill(`https://app.greenhouse.io/people/${made?.id}?application_id=${made?.applications[0]?.id}`);
  await field.press('Enter');
  await expect(whose, 'no list shows them yet').toContainText(`Greenhouse shows nobody with number ${made?.id}`);
  await axeFindsNothing(panel);

  const other = stored(sandbox).candidates.find(({ id, private: hidden }) => id !== made?.id && !hidden);
  await field.fill(String(other?.id));
  await field.press('Enter');
  await expect(whose).toContainText(`is ${other?.first_name} ${other?.last_name}, and you exported Oskar Lindqvist`);
  await axeFindsNothing(panel);

  sandbox.quirks({ listLagMs: 0 });
  await field.fill(`https://app.greenhouse.io/people/${made?.id}`);
  await field.press('Enter');
  await queued.getByRole('button', { name: 'Yes, this is them: Oskar Lindqvist' }).click();
  await expect(queued).toHaveCount(0);
  await expect
    .poll(() => stored(sandbox).notes.filter(({ candidate_id }) => candidate_id === made?.id))
    .toMatchObject([{ body: 'Maintains a sailing router.' }]);
  expect(records.people()).toMatchObject([{ id: made?.id, applications: [{ job_id: 9001 }] }]);
  expect(creates(sandbox), 'nothing was sent again').toBe(1);
});
