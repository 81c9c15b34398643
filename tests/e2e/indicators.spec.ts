/** Who is in Greenhouse, where the recruiter looks: the toolbar icon of each tab, and marks on the lists of a site. */
import type { Page } from '@playwright/test';

import type { Extension } from '../support/extension.ts';
import { indexStatus } from '../support/ask-worker.ts';
import { casePage } from '../support/pages.ts';
import { axeFindsNothing } from './axe.ts';
import { expect, exportButton, pickJob, test, verdict, type Recruiter } from './fixture.ts';
import { seededIn } from './greenhouse-people.ts';
import { marked, marksIn } from './marks.ts';

const GITHUB = 'https://github.com/*';
const LINKEDIN = 'https://*.linkedin.com/*';
const INES = 'github/layout-of-2018';
const STARGAZERS = 'github/stargazers';

/** What the toolbar shows for the tab of a page: its badge, a space, and its sentence. */
async function toolbar({ context }: Extension, tab: number): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const [badge, title] = await worker.evaluate(
    (tabId) => Promise.all([chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]),
    tab,
  );
  return `${badge} ${title}`.trim();
}

/** Connected, and whoever this page is about is exported from this browser. */
async function exported(recruiter: Recruiter, page: string): Promise<void> {
  const panel = await recruiter.meet(page);
  await pickJob(panel, 'No job');
  await exportButton(panel).click();
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
  await panel.close();
}

async function turnOnMarks(extension: Extension, site: string): Promise<Page> {
  const options = await extension.open('options.html');
  await options.getByRole('switch', { name: `Mark people on the lists of ${site} who are in Greenhouse` }).click();
  await expect(options.getByRole('switch', { name: `lists of ${site}` })).toBeChecked();
  return options;
}

test('the icon says what is known of the page beside it, from its address, and nothing once nobody is connected', async ({
  extension,
  recruiter,
}) => {
  await extension.allowHost(GITHUB);
  const page = await recruiter.visit(INES);
  const tab = await extension.tabId(page);
  const shows = () => toolbar(extension, tab);
  await expect.poll(shows).toBe('Export to Greenhouse');
  const options = await recruiter.connect();
  await page.bringToFront();
  await page.waitForTimeout(500);
  expect(await shows(), 'the browser does not tell the address of a page that may not be read').toBe('Export to Greenhouse');
  await options.bringToFront();
  await options.getByRole('switch', { name: 'Read pages of GitHub without a click each time' }).click();
  await page.bringToFront();
  await expect.poll(shows).toBe('Gleaner: can be exported');

  // Undone within ten seconds, unless it is sent at once.
  const panel = await recruiter.panelFor(page);
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'No job');
  await exportButton(panel).click();
  await page.bringToFront();
  await expect.poll(shows, { timeout: 9000 }).toBe('… Gleaner: the export of this person is under way');
  await panel.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(shows, { timeout: 20_000 }).toBe('✓ Gleaner: in Greenhouse (exported from this browser)');

  // The next page in the same tab is somebody else's.
  await page.goto('https://github.com/acme-fixture/engine/stargazers');
  await expect.poll(shows).toBe('Export to Greenhouse');
  await page.goBack();
  await expect.poll(shows).toMatch(/^✓/);

  await options.bringToFront();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('button', { name: 'Forget it' }).click();
  await expect.poll(shows).toBe('Export to Greenhouse');
});

test('a page that cannot be read says so when the icon is clicked', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto('chrome://version/');
  const tab = await extension.tabId(page);
  expect(await toolbar(extension, tab)).toBe('Export to Greenhouse');
  await extension.clickToolbar(page);
  await expect.poll(() => toolbar(extension, tab)).toBe('Gleaner: this page cannot be read');
});

test('on a list whoever is in Greenhouse has a mark beside their row, and nobody else; turned off, it is gone', async ({
  extension,
  recruiter,
}) => {
  await extension.allowHost(GITHUB);
  await exported(recruiter, INES);
  const page = await recruiter.visit(STARGAZERS);
  await page.waitForTimeout(500);
  expect(await marked(page), 'off until it is turned on').toEqual([]);

  const options = await turnOnMarks(extension, 'GitHub');
  await page.bringToFront();
  await expect.poll(() => marked(page), { timeout: 15_000 }).toEqual(['In Greenhouse: Inés Prado (exported from this browser)']);
  const [mark] = await marksIn(page);
  const row = await page.locator('.d-table', { hasText: 'Inés Prado' }).boundingBox();
  expect(Math.abs(mark!.top - row!.y)).toBeLessThan(4);
  expect(Math.abs(mark!.left - row!.x)).toBeLessThan(4);
  await page.screenshot({ path: test.info().outputPath('marks-github.png') });

  await options.bringToFront();
  await options.getByRole('switch', { name: 'lists of GitHub' }).click();
  await expect.poll(() => marked(page)).toEqual([]);
  expect(await page.locator('gleaner-marks').count()).toBe(0);
});

test('marks on LinkedIn move nothing, follow people who come later and the next page, and open the panel by key', async ({
  extension,
  recruiter,
}) => {
  await extension.allowHost(LINKEDIN);
  const profile = 'linkedin/sdui-contact-overlay-open';
  const slug = /\/in\/([^/]+)/.exec(casePage(profile).url)![1]!;
  await exported(recruiter, profile);
  await turnOnMarks(extension, 'LinkedIn');
  const page = await extension.context.newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ startTime }) => startTime))).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  await page.goto(casePage('linkedin-people/search-sdui').url);
  await expect.poll(() => page.locator('gleaner-marks').count(), { timeout: 15_000 }).toBe(1);
  expect(await marked(page), 'nobody of this page is in Greenhouse').toEqual([]);

  // One more row, as a page draws them that is scrolled: of somebody who is.
  await page.evaluate((known) => {
    const row = [...document.querySelectorAll('[role="listitem"]')].find((item) => item.textContent.includes('Noor El Amrani'))!;
    const more = row.cloneNode(true) as Element;
    for (const link of more.querySelectorAll('a')) link.setAttribute('href', link.href.replace('noor-el-amrani-fixture', known));
    row.parentElement!.append(more);
  }, slug);
  // The clone's pictures do not exist here: until that is known, their words take no room, and then they do.
  await expect.poll(() => page.evaluate(() => [...document.images].every((image) => image.complete))).toBe(true);
  const seen = () =>
    page.evaluate(() => ({
      boxes: [...document.querySelectorAll('body *')].map((element) => JSON.stringify(element.getBoundingClientRect())),
      shifts: (globalThis as unknown as { shifts: number[] }).shifts.length,
    }));
  const before = await seen();
  await expect.poll(() => marked(page), { timeout: 15_000 }).toHaveLength(1);
  expect((await marked(page))[0]).toBe('In Greenhouse: Noor El Amrani (exported from this browser)');
  expect(await seen(), 'nothing moved').toEqual(before);
  await page.screenshot({ path: test.info().outputPath('marks-linkedin.png') });

  await page.bringToFront();
  // Behind everything else of the page.
  await page.locator('a').last().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('gleaner-marks');
  await page.screenshot({ path: test.info().outputPath('marks-focus.png') });
  await page.keyboard.press('Enter');
  const panel = await extension.sidePanel();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('1 in Greenhouse');

  // A move of a single-page site.
  await page.evaluate(() => history.pushState({}, '', '/feed/'));
  await expect.poll(() => page.locator('gleaner-marks').count()).toBe(0);
});

test('a page finds out by no means of its own whose row is marked', async ({ extension, recruiter }) => {
  await extension.allowHost(GITHUB);
  await exported(recruiter, INES);
  await turnOnMarks(extension, 'GitHub');
  const page = await recruiter.visit(STARGAZERS);
  await expect.poll(() => marked(page), { timeout: 15_000 }).toHaveLength(1);
  const found = await page.evaluate(async () => {
    const host = document.querySelector('gleaner-marks')!;
    const hits = new Set<string>();
    for (let x = 0; x < innerWidth; x += 6)
      for (let y = 0; y < innerHeight; y += 6)
        for (const element of document.elementsFromPoint(x, y)) hits.add(element.localName);
    const lies = await new Promise<boolean[]>((resolve) => {
      const watching = new IntersectionObserver(
        (entries) => resolve(entries.map((entry) => (entry as unknown as { isVisible: boolean }).isVisible)),
        { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
      );
      for (const row of document.querySelectorAll('#repos .d-table')) watching.observe(row);
    });
    return {
      html: host.outerHTML,
      root: host.shadowRoot,
      hit: hits.has('gleaner-marks'),
      lies: new Set(lies).size,
      text: document.documentElement.innerText.includes('In Greenhouse'),
      find: (globalThis as unknown as { find(text: string): boolean }).find('In Greenhouse'),
      world: Object.keys(globalThis).filter((name) => /gleaner/i.test(name)),
    };
  });
  expect(found).toEqual({
    html: '<gleaner-marks></gleaner-marks>',
    root: null,
    hit: false,
    // Every row is said to be the same.
    lies: 1,
    text: false,
    find: false,
    world: [],
  });
});

test('whom the team put into Greenhouse is recognised in the panel’s list, on the page and in the toolbar; the rest is new', async ({
  extension,
  recruiter,
  sandbox,
  pages,
}) => {
  const isTheirs = ({ value }: { value: string }) => value.includes('linkedin.com/in/');
  const known = seededIn(sandbox).find((person) => !person.private && person.social_media_addresses.some(isTheirs))!;
  const slug = /\/in\/([^/?]+)/.exec(known.social_media_addresses.find(isTheirs)!.value)![1]!;
  const url = 'https://www.linkedin.com/search/results/people/indexed-fixture/';
  const html = casePage('linkedin-people/search-sdui').html.replaceAll('noor-el-amrani-fixture', slug);
  pages.put({ url, html });
  pages.put({ url: `https://www.linkedin.com/in/${slug}/`, html: '<!doctype html><title>Somebody</title>' });
  await extension.allowHost(LINKEDIN);
  await recruiter.keepIndex();
  const connected = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(connected)).state).toBe('fresh');

  const page = await recruiter.visit(url);
  const before = sandbox.requests().length;
  const panel = await recruiter.panelFor(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('9 people on this page, 1 in Greenhouse');
  const rows = panel.locator('main').getByRole('listitem');
  await expect(rows.filter({ hasText: 'Noor El Amrani' })).toContainText('In Greenhouse same LinkedIn profile');
  await expect(rows.filter({ hasText: 'Ola Nordin' })).toContainText('New');
  await axeFindsNothing(panel);
  await panel.screenshot({ path: test.info().outputPath('panel-list.png') });
  expect(
    sandbox
      .requests()
      .slice(before)
      .filter(({ path }) => path === '/v3/candidates'),
    'Greenhouse is not asked',
  ).toEqual([]);

  const options = await turnOnMarks(extension, 'LinkedIn');
  await options.getByRole('group', { name: 'LinkedIn' }).screenshot({ path: test.info().outputPath('options-marks.png') });
  await page.bringToFront();
  await expect.poll(() => marked(page), { timeout: 15_000 }).toEqual(['In Greenhouse: Noor El Amrani (same LinkedIn profile)']);
  const profile = await recruiter.visit(`https://www.linkedin.com/in/${slug}/`);
  const tab = await extension.tabId(profile);
  await expect.poll(() => toolbar(extension, tab)).toBe('✓ Gleaner: in Greenhouse (same LinkedIn profile)');
});
