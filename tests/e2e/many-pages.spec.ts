/** One person on a profile and on a website of theirs, in the real extension: offered, added, told apart, exported as one. */
import type { Page } from '@playwright/test';

import { axeFindsNothing } from './axe.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { watchRecords } from './records.ts';

const PROFILE = 'github/signed-in-complete';
const WEBSITE = 'https://solveig.example/';

const field = (panel: Page, name: string) => panel.getByRole('textbox', { name, exact: true });
const openWebsite = (panel: Page) =>
  panel.getByRole('button', { name: 'Open solveig.example (solveig.example) and add what it shows' });

test('a website is opened from the profile, adds what it shows, and both are one candidate', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  await recruiter.connect();
  const page = await recruiter.visit(PROFILE);
  const panel = await recruiter.panelFor(page);
  await openWebsite(panel).click();
  await expect.poll(() => page.url()).toBe(WEBSITE);
  // The site was not allowed for good: a click on the toolbar lets us read this page of it.
  await extension.clickToolbar(page);
  await expect(panel.getByRole('button', { name: 'Take solveig.example off' })).toBeVisible();
  await expect(field(panel, 'Email 2')).toHaveValue('hei@solveig.example');
  await expect(field(panel, 'Title')).toHaveValue('Principal Engineer');
  await expect(panel.locator('#title-source')).toHaveText('solveig.example');

  await expect(field(panel, 'Location')).toHaveValue('Bergen, Norway');
  await expect(panel.getByRole('button', { name: /^Use .* for Company/ }), 'an AS is the same company').toHaveCount(0);
  await panel.bringToFront();
  await panel.getByRole('button', { name: /^Use “Oslo.*” of solveig\.example for Location/ }).press('Enter');
  await expect(field(panel, 'Location')).toHaveValue(/^Oslo/);
  await expect(panel.getByRole('button', { name: 'Use “Bergen, Norway” of GitHub for Location' })).toBeFocused();
  await axeFindsNothing(panel);

  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  expect(records.people()).toHaveLength(1);
  expect(records.people()[0]).toMatchObject({ first_name: 'Solveig', last_name: 'Dahl', title: 'Principal Engineer' });
});

test('a page that was opened by hand is asked about, added on request, and taken off again', async ({ extension, recruiter }) => {
  const page = await recruiter.visit(PROFILE);
  const panel = await recruiter.panelFor(page);
  await expect(field(panel, 'First name')).toHaveValue('Solveig');
  await page.goto(WEBSITE);
  await extension.clickToolbar(page);
  await expect(panel.getByText('Same person as Solveig Dahl, whom you saw on GitHub?')).toBeVisible();
  await expect(field(panel, 'Email 1')).toHaveValue('hei@solveig.example');
  await axeFindsNothing(panel);
  await panel.getByRole('button', { name: 'Add to them' }).click();
  await expect(field(panel, 'Email 1')).toHaveValue('solveig@dahl.example');
  await expect(field(panel, 'Email 2')).toHaveValue('hei@solveig.example');

  // What was added is there again in a panel that was closed.
  await expect.poll(() => recruiter.draftsKept()).toBe(1);
  await panel.close();
  await page.goto('https://github.com/solveig-fixture');
  const again = await extension.panelBeside(page);
  await expect(field(again, 'Email 2')).toHaveValue('hei@solveig.example');
  await again.getByRole('button', { name: 'Take solveig.example off' }).click();
  await expect(field(again, 'Email 2')).toHaveCount(0);
  await expect(field(again, 'Title')).toHaveValue('');
  await expect(openWebsite(again)).toBeVisible();
});

test('two who are kept apart are two, and not asked about again', async ({ extension, recruiter }) => {
  const page = await recruiter.visit(PROFILE);
  const panel = await recruiter.panelFor(page);
  await expect(field(panel, 'Email 1')).toHaveValue('solveig@dahl.example');
  await page.goto(WEBSITE);
  await extension.clickToolbar(page);
  await panel.getByRole('button', { name: 'Keep apart' }).click();
  await page.goto('https://github.com/solveig-fixture');
  await extension.clickToolbar(page);
  await expect(field(panel, 'Email 1')).toHaveValue('solveig@dahl.example');
  await page.goto(WEBSITE);
  await extension.clickToolbar(page);
  await expect(field(panel, 'Email 1')).toHaveValue('hei@solveig.example');
  await expect(panel.getByText('Same person as')).toHaveCount(0);
});
