/** An update of the extension while pages are open: each goes on by itself, or says what to do, and no console hears of it. */
import type { Page } from '@playwright/test';

import { linkedinPage, PEOPLE } from '../lib/teach/redesigned.ts';
import { expect, exportButton, pickJob, test, verdict } from './fixture.ts';
import { marked, namesIn } from './marks.ts';

const GITHUB = 'https://github.com/*';
const INES = 'github/layout-of-2018';
const STARGAZERS = 'github/stargazers';
const RELOAD = 'Gleaner was updated: reload this page';

/** Whatever any script of a page says to the console, ours among them, which the page itself does not hear. */
async function listenTo(page: Page): Promise<string[]> {
  const heard: string[] = [];
  const cdp = await page.context().newCDPSession(page);
  const keep = (event: unknown) => void heard.push(JSON.stringify(event));
  cdp.on('Runtime.consoleAPICalled', keep);
  cdp.on('Runtime.exceptionThrown', keep);
  cdp.on('Log.entryAdded', keep);
  await Promise.all([cdp.send('Runtime.enable'), cdp.send('Log.enable')]);
  return heard;
}

/** Between a click of a hand and what it does stand a move and a rest. */
async function clickButtonIn(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator('gleaner-button').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
  await page.waitForTimeout(400);
  await page.mouse.down();
  await page.mouse.up();
}

test('the new version takes over button and marks where somebody looks; elsewhere the old ones say what to do', async ({
  extension,
  recruiter,
}) => {
  await extension.allowHost(GITHUB);
  const panel = await recruiter.meet(INES);
  await pickJob(panel, 'No job');
  await exportButton(panel).click();
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
  const options = await extension.open('options.html');
  for (const name of [/button.*GitHub/i, 'Mark people on the lists of GitHub who are in Greenhouse']) {
    await options.getByRole('switch', { name }).click();
    await expect(options.getByRole('switch', { name })).toBeChecked();
  }
  const profile = await recruiter.visit(INES);
  await profile.locator('gleaner-button').evaluate((host) => host.setAttribute('data-old', ''));
  const [behind, before] = [await recruiter.visit(STARGAZERS), await recruiter.visit(STARGAZERS)];
  for (const page of [behind, before]) {
    await page.bringToFront();
    await expect.poll(() => marked(page), { timeout: 15_000 }).toHaveLength(1);
    await page.locator('gleaner-marks').evaluate((host) => host.setAttribute('data-old', ''));
  }
  const consoles = await Promise.all([profile, behind, before].map(listenTo));

  await extension.reload();

  // Nobody has looked at this one since. It shows somebody more, as a page does that is scrolled.
  await behind.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/somebody-else-fixture', textContent: 'Somebody Else' });
    document.querySelector('#repos')!.append(link);
  });
  await expect.poll(() => namesIn(behind), { timeout: 15_000 }).toContain(RELOAD);
  expect(await marked(behind), 'what cannot be known any more is not shown').toEqual([]);

  for (const page of [before, behind]) {
    await page.bringToFront();
    await expect(page.locator('gleaner-marks:not([data-old])'), 'the new version has taken over').toHaveCount(1, {
      timeout: 15_000,
    });
    await expect.poll(() => marked(page)).toEqual(['In Greenhouse: Inés Prado (exported from this browser)']);
    expect(await namesIn(page)).not.toContain(RELOAD);
  }

  await profile.bringToFront();
  await expect(profile.locator('gleaner-button:not([data-old])')).toHaveCount(1);
  await clickButtonIn(profile);
  const opened = await extension.sidePanel();
  await expect(opened.getByRole('textbox', { name: 'First name' })).toHaveValue(/Inés/);
  expect(consoles.flat().filter((line) => /invalidated|extension context/i.test(line))).toEqual([]);
});

test('pointing ends when whoever asked for it is gone, and the page has its pointer back', async ({
  extension,
  recruiter,
  pages,
}) => {
  const shown = linkedinPage(PEOPLE[0]!);
  pages.put(shown);
  await extension.allowHost('https://*.linkedin.com/*');
  await recruiter.connect();
  const page = await recruiter.visit(shown.url);
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('button', { name: 'Point at a value on the page' }).click();
  await panel.getByRole('button', { name: 'Location', exact: true }).click();
  await expect(page.locator('gleaner-pointing')).toHaveCount(1);
  const heard = await listenTo(page);
  await extension.reload();
  await page.bringToFront();
  await page.mouse.move(200, 200, { steps: 3 });
  await expect(page.locator('gleaner-pointing')).toHaveCount(0);
  expect(heard.filter((line) => /invalidated|extension context/i.test(line))).toEqual([]);
});

test('a held export goes out by itself, once; the panel is closed by the browser and opens with the draft', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  await recruiter.connect();
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const panel = await recruiter.panelFor(page);
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'No job');
  await exportButton(panel).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  const other = await recruiter.visit('github/signed-in-complete');
  const second = await recruiter.panelFor(other);
  await second.getByRole('textbox', { name: 'Title' }).fill('Head of Everything');
  await expect.poll(() => recruiter.draftsKept()).toBeGreaterThan(1);
  const creates = () => sandbox.requests().filter(({ method, path }) => method === 'POST' && path === '/v3/candidates');

  await extension.reload();

  expect(creates(), 'still held').toEqual([]);
  expect([panel.isClosed(), second.isClosed()]).toEqual([true, true]);
  // Nothing of ours is open, and nobody presses anything.
  await expect.poll(() => creates().length, { timeout: 30_000 }).toBe(1);
  const again = await recruiter.panelFor(other);
  await expect(again.getByRole('textbox', { name: 'Title' })).toHaveValue('Head of Everything');
  expect(creates()).toHaveLength(1);
});
