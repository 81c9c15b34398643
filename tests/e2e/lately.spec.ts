/** A clean export is undone after the panel was closed: from "Exported lately", beside another page, by a worker that was killed. */
import type { Page } from '@playwright/test';

import { axeFindsNothing } from './axe.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { watchRecords } from './records.ts';

/** Who may delete. */
const SITE_ADMIN = 'amara.lindqvist@birchlabs.example';
const OSKAR = 'linkedin/sdui-contact-overlay-open';
const SOMEBODY_ELSE = 'github/signed-in-complete';

const fold = (panel: Page) => panel.locator('details.lately');
const summary = (panel: Page) => panel.getByText(/^Exported lately/);

test('undone the next time the panel is opened, with the worker killed before and in the middle', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  // Two workers begin anew in it.
  test.slow();
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  await recruiter.connect({ email: SITE_ADMIN });
  const first = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(first)).toContainText(/^New/);
  await expect(fold(first)).toHaveCount(0);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible({ timeout: 30_000 });
  await expect(first.getByRole('button', { name: 'Undo…' }), 'everything has followed').toBeVisible();
  // It is on show here: nothing of it stands twice.
  await expect(fold(first)).toHaveCount(0);
  const [person] = records.people();
  await first.close();
  await extension.killWorker();
  const reads = () => sandbox.requests().filter(({ query }) => query['ids'] === String(person?.id)).length;
  const before = reads();

  const panel = await recruiter.panelFor(await recruiter.visit(SOMEBODY_ELSE));
  await expect(verdict(panel)).toContainText(/^New/, { timeout: 45_000 });
  await expect(summary(panel)).toHaveText('Exported lately (1)');
  expect(reads(), 'nobody is read before it is opened').toBe(before);
  await summary(panel).focus();
  await panel.keyboard.press('Enter');
  await expect(fold(panel).getByRole('listitem')).toContainText(/Oskar Lindqvist.*for Staff Backend Engineer/);
  // The row shows the name that we know until Greenhouse has answered.
  await expect.poll(reads, 'everybody in one call').toBe(before + 1);
  const link = panel.getByRole('link', { name: /^Open in Greenhouse: Oskar Lindqvist for Staff Backend/ });
  await expect(link).toHaveAttribute('href', new RegExp(`/people/${person?.id}`));
  await axeFindsNothing(panel, 'details.lately');

  await panel.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  const asked = panel.getByRole('region', { name: 'Undo this export in Greenhouse' });
  await expect(asked).toBeFocused();
  await axeFindsNothing(panel, 'details.lately');
  const gate = sandbox.gate({ method: 'DELETE', path: '/v3/candidates' });
  await asked.getByRole('button', { name: 'Undo in Greenhouse' }).click();
  await gate.arrived;
  await extension.killWorker();
  gate.drop();
  await expect(asked).toContainText('Taken back: The application, The person', { timeout: 60_000 });
  expect(records.people()).toEqual([]);
  await expect(fold(panel)).toContainText('Oskar Lindqvist');
  await expect(panel.getByRole('link', { name: /Open in Greenhouse/ })).toHaveCount(0);

  await summary(panel).click();
  await expect(fold(panel)).toHaveCount(0);
});
