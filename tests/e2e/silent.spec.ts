/** A worker that runs and hears of nothing, as Chromium leaves one behind now and then: it is said, and one press begins anew. */
import { axeFindsNothing } from './axe.ts';
import { expect, pickJob, test, verdict } from './fixture.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';

test('nothing heard of the worker is told, until it is heard again, or Gleaner is restarted with the draft kept', async ({
  extension,
  recruiter,
}) => {
  test.setTimeout(120_000);
  const before = await recruiter.meet(OSKAR);
  await pickJob(before, 'staff backend');
  await before.getByRole('textbox', { name: 'Title' }).fill('Staff Engineer, Storage');
  const page = extension.context.pages().find((one) => one.url().includes('linkedin.com'))!;
  const tab = await extension.tabId(page);
  await before.close();
  /** It does nothing but turn. Whoever restarts it ends the question, too. */
  const hang = (ms: number) =>
    void extension.context
      .serviceWorkers()
      .at(-1)
      ?.evaluate((until) => {
        while (Date.now() < until);
      }, Date.now() + ms)
      .catch(() => undefined);

  hang(16_000);
  const panel = await extension.open(`sidepanel.html?tab=${tab}`);
  const alert = panel.getByRole('alert').filter({ hasText: 'Restart Gleaner' });
  await expect(alert).toBeVisible({ timeout: 15_000 });
  await axeFindsNothing(panel);
  await expect(alert, 'it was heard again').toBeHidden({ timeout: 15_000 });
  await expect(verdict(panel)).toContainText(/^New/);
  await panel.close();

  hang(100_000);
  const other = await extension.open(`sidepanel.html?tab=${tab}`);
  const restart = other.getByRole('button', { name: 'Restart Gleaner' });
  await expect(restart).toBeVisible({ timeout: 15_000 });
  // The page is gone before the click has been answered for.
  await Promise.all([other.waitForEvent('close'), restart.click().catch(() => undefined)]);
  await expect(async () => (await extension.open('options.html')).close()).toPass({ timeout: 20_000 });
  const after = await recruiter.panelFor(page);
  await expect(verdict(after)).toContainText(/^New/);
  await expect(after.getByRole('textbox', { name: 'Title' })).toHaveValue('Staff Engineer, Storage');
  await expect(after.getByRole('combobox', { name: 'Job' })).toHaveValue(/Staff Backend/);
});
