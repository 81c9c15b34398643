/** Who is in Greenhouse, where the recruiter looks, in Firefox: the words of the toolbar's icon, and marks on the lists of a site. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { by, called, CONNECTION, pickJob, startRecruiter, textOf, VERDICT, type Recruiter } from './recruiter.ts';

const INES = 'github/layout-of-2018';
const STARGAZERS = 'github/stargazers';
const MARKS = 'Mark people on the lists of GitHub who are in Greenhouse';

let recruiter: Recruiter;
let options: Page;
beforeAll(async () => {
  recruiter = await startRecruiter();
  await recruiter.holdFor(0);
  options = await recruiter.connect();
});
afterAll(() => recruiter.end());

/** What the toolbar shows for a tab: its badge, a space, and its sentence. */
const toolbar = (tab: number) =>
  expect.poll(
    () =>
      options.evaluate(
        async (tabId) => `${await chrome.action.getBadgeText({ tabId })} ${await chrome.action.getTitle({ tabId })}`.trim(),
        tab,
      ),
    { timeout: 20_000 },
  );

/** What the marks say, in order; Firefox opens closed trees to content scripts, and to nobody else. */
const marked = (tab: number) =>
  expect.poll(
    () =>
      options.evaluate(async (tabId) => {
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId },
          func: () => {
            const host = document.querySelector('gleaner-marks') as (Element & { openOrClosedShadowRoot?: ShadowRoot }) | null;
            const buttons = [...(host?.openOrClosedShadowRoot?.querySelectorAll('button') ?? [])];
            return { isThere: host !== null, says: buttons.map((button) => button.ariaLabel ?? button.textContent) };
          },
        });
        return answer?.result;
      }, tab),
    { timeout: 20_000 },
  );

test('the icon says what is known of the page beside it, once the site may be read', async () => {
  await textOf(options, CONNECTION).toContain('Birch Labs');
  const page = await recruiter.visit(INES);
  const tab = await recruiter.firefox.tabId(page);
  await toolbar(tab).toBe('Export to Greenhouse');
  await options.bringToFront();
  await by(options, 'Read pages of GitHub without a click each time').click();
  await page.bringToFront();
  await toolbar(tab).toBe('Gleaner: can be exported');

  const panel = await recruiter.panelFor(page);
  await textOf(panel, VERDICT).toMatch(/^New/);
  await pickJob(panel, 'No job');
  await by(panel, 'Export to Greenhouse').click();
  await panel.waitForSelector(called('Open in Greenhouse'), { timeout: 30_000 });
  await page.bringToFront();
  await toolbar(tab).toBe('✓ Gleaner: in Greenhouse (exported from this browser)');

  await page.goto('https://github.com/acme-fixture/engine/stargazers');
  await toolbar(tab).toBe('Export to Greenhouse');
  await Promise.all([page, panel].map((each) => each.close()));
});

test('on a list whoever is in Greenhouse has a mark, and nobody else; nothing moves, and turned off it is gone', async () => {
  const page = await recruiter.visit(STARGAZERS);
  const tab = await recruiter.firefox.tabId(page);
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *:not(gleaner-marks)')].map((element) =>
        JSON.stringify(element.getBoundingClientRect()),
      ),
    );
  const before = await boxes();
  await marked(tab).toEqual({ isThere: false, says: [] });

  await options.bringToFront();
  await by(options, MARKS).click();
  await page.bringToFront();
  await marked(tab).toEqual({ isThere: true, says: ['In Greenhouse: Inés Prado (exported from this browser)'] });
  expect(await boxes(), 'nothing moved').toEqual(before);
  const forThePage = await page.evaluate(() => ({
    root: document.querySelector('gleaner-marks')?.shadowRoot,
    text: document.documentElement.innerText.includes('In Greenhouse'),
  }));
  expect(forThePage, 'a page does not see who is known').toEqual({ root: null, text: false });

  await options.bringToFront();
  await by(options, MARKS).click();
  await marked(tab).toEqual({ isThere: false, says: [] });
});
