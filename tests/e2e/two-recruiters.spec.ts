/**
 * Two recruiters export the same unknown person at the same moment: both look, both see nobody, both creates are done. Nothing in
 * Greenhouse prevents it, so the later of the two records is asked about as soon as lists show both.
 */
import type { Page } from '@playwright/test';

import { ask } from '../support/ask-worker.ts';
import { makeFields, test } from './colleague.ts';
import { expect, exportButton, openLink, pickJob, type Recruiter, verdict } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';

const PAWEL = 'github/signed-out-email-hidden';
const LAG_MS = 30_000;
const CREATE = { method: 'POST', path: '/v3/candidates' };

/** Everything up to the press, with a note that is to follow the create. */
async function ready(one: Recruiter, note: string): Promise<Page> {
  const panel = await one.panelFor(await one.visit(PAWEL));
  // Making the fields may have used up what Greenhouse allows in half a minute.
  await expect(verdict(panel)).toContainText(/^New/, { timeout: 45_000 });
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: /change/i }).click();
  await panel.getByRole('textbox', { name: 'Note' }).fill(note);
  return panel;
}

const twinsIn = async (panel: Page): Promise<number[]> =>
  (await ask(panel, 'export.list', {})).flatMap(({ twins = [] }) => twins);

for (const lagMs of [0, LAG_MS])
  test(`with lists that are ${lagMs / 1000} s late the later of two is asked about, and the earlier is told`, async ({
    recruiter,
    colleague,
    sandbox,
  }) => {
    test.setTimeout(180_000);
    const records = watchRecords(sandbox);
    const notes = () => stored(sandbox).notes.map(({ body }) => body);
    await makeFields(await colleague.connect());
    sandbox.advance(2 * LAG_MS);
    sandbox.quirks({ listLagMs: lagMs });
    await recruiter.withoutHold();
    await recruiter.connect();
    const [first, second] = [await ready(recruiter, 'Met first.'), await ready(colleague, 'Met second.')];

    const [earlier, later] = [sandbox.gate(CREATE), sandbox.gate(CREATE)];
    await exportButton(first).click();
    await earlier.arrived;
    await exportButton(second).click();
    await later.arrived;
    // Both have looked, and nobody was there.
    earlier.commit();
    await earlier.committed;
    later.commit();
    await later.committed;
    earlier.answer();
    later.answer();

    const [lower, higher] = records.people().map(({ id }) => id);
    if (lagMs > 0) {
      await expect(openLink(second)).toBeVisible({ timeout: 30_000 });
      await expect.poll(() => notes().includes('Met second.'), 'all has followed').toBe(true);
      expect(await twinsIn(second)).toEqual([]);
      sandbox.advance(lagMs + 1000);
    }
    // The next look is 20 s after the first.
    const asked = second.getByRole('alert').filter({ hasText: 'two records' });
    await expect(asked).toBeVisible({ timeout: 60_000 });
    expect(await twinsIn(second)).toEqual([lower]);
    await expect.poll(() => twinsIn(first), { timeout: 60_000 }).toEqual([higher]);
    await expect(openLink(first)).toBeVisible();
    await expect(first.getByText(`Somebody else made a second record of them, number ${higher}`)).toBeVisible();
    await expect(first.getByRole('alert').filter({ hasText: 'two records' })).toHaveCount(0);

    expect(notes()).toContain('Met first.');
    // What was to follow the later one waits for the answer, unless it was over when lists showed the other.
    expect(notes().includes('Met second.')).toBe(lagMs > 0);
    expect(records.people()).toHaveLength(2);
    expect(creates(sandbox)).toBe(2);
    const taken = sandbox.requests().filter(({ method, path }) => method === 'DELETE' || path.endsWith('/merge'));
    expect(taken, 'nothing is merged or taken away by itself').toEqual([]);
  });
