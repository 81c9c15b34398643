/** Whose data is on show: never the previous person's, never the viewer's, and a draft is not lost. */
import type { Page } from '@playwright/test';

import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { watchRecords } from './records.ts';

const name = (panel: Page) => panel.getByRole('textbox', { name: 'First name' });

/** A single-page site that goes from Oskar to Felix: the address first, then for a while Oskar's page, then Felix's. */
async function moveToFelix(page: Page, felix: string, afterMs: number): Promise<void> {
  await page.evaluate(
    async ([html, wait]) => {
      history.pushState({}, '', '/in/felix-amsel-fixture/');
      await new Promise((resolve) => setTimeout(resolve, wait));
      const next = new DOMParser().parseFromString(html, 'text/html');
      document.body.replaceWith(next.body);
    },
    [felix, afterMs] as const,
  );
}

test('a single-page move from one person to the next exports the next, though the first was still in the page', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  await recruiter.connect();
  await extension.allowHost('https://*.linkedin.com/*');
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const panel = await recruiter.panelFor(page);
  await expect(name(panel)).toHaveValue('Oskar');
  const felix = recruiter.html('linkedin/sdui-previous-person-still-in-page');
  const moving = moveToFelix(page, felix, 1500);
  await expect(name(panel), 'nobody stays on show while we do not know').toHaveCount(0);
  await moving;
  await expect(name(panel)).toHaveValue('Felix', { timeout: 20_000 });
  await expect(verdict(panel)).toContainText(/^New/);
  await expect(panel.getByRole('group', { name: 'Emails' })).not.toContainText('oskar');
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  expect(records.people()).toHaveLength(1);
  expect(records.people()[0]).toMatchObject({ first_name: 'Felix', last_name: 'Amsel', email_addresses: [] });
});

test('edits survive another tab, and a panel that was closed', async ({ extension, recruiter }) => {
  await recruiter.connect();
  const oskar = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const panel = await recruiter.panelFor(oskar);
  await panel.getByRole('textbox', { name: 'Title' }).fill('Head of Engineering');
  await panel.getByRole('textbox', { name: 'Title' }).blur();
  await expect.poll(() => recruiter.draftsKept()).toBeGreaterThan(0);
  await panel.close();
  const again = await extension.panelBeside(oskar);
  await expect(again.getByRole('textbox', { name: 'Title' })).toHaveValue('Head of Engineering');
});

test('the real panel follows the tabs, each with its own draft', async ({ extension, recruiter }) => {
  await recruiter.connect();
  const oskar = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const solveig = await recruiter.visit('github/signed-in-complete');
  await extension.clickToolbar(oskar);
  const panel = await extension.sidePanel();
  await expect(name(panel)).toHaveValue('Oskar');
  await panel.getByRole('textbox', { name: 'Company' }).fill('Fjordtech AS');
  await extension.clickToolbar(solveig);
  await expect(name(panel)).toHaveValue('Solveig');
  await oskar.bringToFront();
  await expect(name(panel)).toHaveValue('Oskar');
  await expect(panel.getByRole('textbox', { name: 'Company' })).toHaveValue('Fjordtech AS');
});

test.describe('a page without a person gets a sentence and one action', () => {
  for (const [title, where] of [
    ['sign-in wall', 'linkedin/auth-wall'],
    ['not found', 'linkedin/not-found'],
    ['connections under a profile title', 'linkedin/sdui-connections-under-profile-title'],
    ['organisation', 'github/organisation'],
    ['repository', 'github/repository'],
  ] as const) {
    test(title, async ({ recruiter }) => {
      await recruiter.connect();
      const panel = await recruiter.panelFor(await recruiter.visit(where));
      await expect(panel.getByRole('main').getByRole('button').first()).toBeVisible({ timeout: 20_000 });
      await expect(panel.getByRole('main')).toContainText(/\w+ \w+ \w+/);
      await expect(name(panel)).toHaveCount(0);
    });
  }
});

test('a page that belongs to the browser says that it cannot be read', async ({ extension, recruiter }) => {
  await recruiter.connect();
  const page = await extension.context.newPage();
  await page.goto('chrome://version/');
  const panel = await extension.open(`sidepanel.html?tab=${await extension.tabId(page)}`);
  await expect(panel.getByRole('main')).toContainText(/read|toolbar/i);
  await expect(name(panel)).toHaveCount(0);
});
