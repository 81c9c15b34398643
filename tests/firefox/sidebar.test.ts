/** What is Firefox's own: the sidebar, the gesture that opens it, and a background page that ends whenever it likes. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { creates, watchRecords } from '../e2e/records.ts';
import { clickToolbar, closeSidebar, endBackground, pressInBrowser, sidebarText } from './own-window.ts';
import { by, called, CONNECTION, pickJob, shown, startRecruiter, textOf, VERDICT, type Recruiter } from './recruiter.ts';

let recruiter: Recruiter;
beforeAll(async () => {
  recruiter = await startRecruiter();
  const options = await recruiter.connect();
  await vi.waitFor(async () => expect(await shown(options, CONNECTION)).toContain('Birch Labs'), { timeout: 20_000 });
  await options.close();
});
afterAll(() => recruiter.end());
beforeEach(async () => {
  recruiter.sandbox.reset();
  await closeSidebar(recruiter.firefox);
});

const SOLVEIG = 'github/signed-in-complete';
const OSKAR = 'linkedin/sdui-contact-overlay-open';

const sidebar = () => expect.poll(() => sidebarText(recruiter.firefox), { timeout: 20_000, interval: 250 });

test('a click in the toolbar opens the sidebar, which may read this page by that click alone', async () => {
  const page = await recruiter.visit(OSKAR);
  await page.bringToFront();
  await clickToolbar(recruiter.firefox);
  await sidebar().toMatch(/New[\s\S]*Oskar Lindqvist/);
  const asked = recruiter.sandbox.requests().filter(({ query }) => JSON.stringify(query).includes('oskar@lindqvist.example'));
  expect(asked.length, 'whether he is in Greenhouse was asked').toBeGreaterThan(0);
  await page.close();
});

test('the sidebar follows to a page that was not allowed, and does not read it', async () => {
  const first = await recruiter.visit(OSKAR);
  await first.bringToFront();
  await clickToolbar(recruiter.firefox);
  await sidebar().toContain('Oskar');
  const next = await recruiter.visit(SOLVEIG);
  await next.bringToFront();
  await sidebar().toContain('Gleaner has not been allowed to read this page');
  await expect(sidebarText(recruiter.firefox)).resolves.not.toMatch(/Solveig|Oskar/);
  await Promise.all([first, next].map((each) => each.close()));
});

test('the shortcut opens the sidebar: Firefox has nothing of its own on it', async () => {
  const page = await recruiter.visit(OSKAR);
  await page.bringToFront();
  const options = await recruiter.firefox.open('options.html');
  const [chord] = await options.evaluate(() => chrome.commands.getAll());
  await options.close();
  await page.bringToFront();
  const keys = (chord?.shortcut ?? '').replace('Ctrl', 'Control').split('+');
  await pressInBrowser(recruiter.firefox, keys.slice(0, -1) as 'Control'[], keys.at(-1) ?? '');
  await sidebar().toContain('Oskar Lindqvist');
  await page.close();
});

test('an export that is held is sent, once, by a background page that was ended meanwhile', async () => {
  const { sandbox, firefox } = recruiter;
  const records = watchRecords(sandbox);
  await recruiter.holdFor(10);
  const options = await firefox.open('options.html');
  await by(options, 'Read pages of GitHub without a click each time').click();
  const page = await recruiter.visit(SOLVEIG);
  const panel = await recruiter.panelFor(page);
  await textOf(panel, VERDICT).toMatch(/^New/);
  await pickJob(panel, 'staff backend');
  await by(panel, 'Export to Greenhouse').click();
  await panel.waitForSelector(called('Undo'));
  // Nobody is left to wake it but the alarm, once it has been told that they are gone: that wakes it, too.
  await Promise.all([panel, options].map((each) => each.close()));
  await expect.poll(() => endBackground(firefox)).toBe('stopped');
  expect(creates(sandbox), 'nothing is sent while it can be undone').toBe(0);
  await expect.poll(() => records.people().map(({ last_name }) => last_name), { timeout: 30_000 }).toEqual(['Dahl']);
  await endBackground(firefox);
  const again = await recruiter.panelFor(page);
  await textOf(again, VERDICT).toMatch(/^In Greenhouse/);
  expect(creates(sandbox)).toBe(1);
  await Promise.all([page, again].map((each) => each.close()));
});

test('a create whose answer is lost is not sent again, by us or by Firefox, and is found', async () => {
  const { sandbox } = recruiter;
  const records = watchRecords(sandbox);
  await recruiter.holdFor(0);
  const page = await recruiter.visit('github/layout-of-2018');
  const panel = await recruiter.panelFor(page);
  await textOf(panel, VERDICT).toMatch(/^New/);
  await pickJob(panel, 'staff backend');
  sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, do: 'drop-after-commit' });
  await by(panel, 'Export to Greenhouse').click();
  await panel.waitForSelector(called('Open in Greenhouse'), { timeout: 45_000 });
  expect(records.people()).toHaveLength(1);
  expect(creates(sandbox)).toBe(1);
  await Promise.all([page, panel].map((each) => each.close()));
});

test('a press on the button in the page opens the panel for that page', async () => {
  const { firefox } = recruiter;
  const options = await firefox.open('options.html');
  await by(options, 'Show the Export to Greenhouse button on GitHub pages').click();
  const page = await recruiter.visit(SOLVEIG);
  await page.bringToFront();
  await page.waitForSelector('gleaner-button');
  const box = await page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('gleaner-button')!.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  // As a hand does: it comes to rest on the mark, the button unfolds, and then it presses.
  await page.mouse.move(box.x, box.y, { steps: 5 });
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.mouse.down();
  await page.mouse.up();
  const panels = async () => {
    const texts = await Promise.all(
      (await firefox.browser.pages()).map((each) =>
        each.evaluate(() => (location.pathname === '/sidepanel.html' ? document.body.innerText : '')).catch(() => ''),
      ),
    );
    return texts.join('');
  };
  await expect.poll(panels, { timeout: 20_000 }).toContain('Solveig Dahl');
});
