/** Pointing at a value on a page that was redesigned: taken at once, and found on the next pages of the site. */
import type { Page } from '@playwright/test';

import { githubPage, linkedinPage, PEOPLE, type Someone } from '../lib/teach/redesigned.ts';
import { expect, test } from './fixture.ts';

const [TOVE, BASHIR, LIHUA] = PEOPLE as readonly [Someone, Someone, Someone];

const field = (panel: Page, name: string) => panel.getByRole('textbox', { name, exact: true });
const point = async (panel: Page, name: string) => {
  await panel.getByRole('button', { name: 'Point at a value on the page' }).click();
  await panel.getByRole('button', { name, exact: true }).click();
  await expect(panel.getByText('Now click on the page')).toBeVisible();
};
const overlay = (page: Page) => page.locator('gleaner-pointing');

test.beforeEach(({ pages }) => {
  for (const person of PEOPLE) {
    pages.put(linkedinPage(person));
    pages.put(githubPage(person));
  }
});

test('clicked once, found on the next page; the page itself hears no click, and nothing stays in it', async ({
  extension,
  recruiter,
}) => {
  await recruiter.connect();
  await extension.allowHost('https://*.linkedin.com/*');
  const page = await recruiter.visit(linkedinPage(TOVE).url);
  const panel = await recruiter.panelFor(page);
  await expect(field(panel, 'First name')).toHaveValue('Tove');
  await expect(field(panel, 'Location')).toHaveValue('');
  await page.evaluate(() => {
    for (const type of ['click', 'mousedown', 'pointerdown', 'mouseup'])
      document.addEventListener(type, () => void (document.title = `heard ${type}`), true);
  });
  await point(panel, 'Location');
  await page.bringToFront();
  await expect(overlay(page)).toHaveCount(1);
  const before = await page.locator('main').evaluate((main) => main.outerHTML);
  await page.getByText(TOVE.location, { exact: true }).click({ force: true });
  await expect(overlay(page)).toHaveCount(0);
  expect(await page.title()).toBe(`${TOVE.name} | LinkedIn`);
  expect(await page.locator('main').evaluate((main) => main.outerHTML)).toBe(before);
  await panel.getByRole('button', { name: TOVE.location, exact: true }).click();
  await expect(field(panel, 'Location')).toHaveValue(TOVE.location);
  await expect(panel.getByText(/On the next pages of linkedin\.com/)).toBeVisible();

  for (const person of [BASHIR, LIHUA]) {
    const next = await recruiter.panelFor(await recruiter.visit(linkedinPage(person).url));
    await expect(field(next, 'Location')).toHaveValue(person.location);
    await expect(next.getByText('you showed it').first()).toBeVisible();
  }
});

test('the keyboard walks to the value and takes it; Escape leaves', async ({ extension, recruiter }) => {
  await recruiter.connect();
  await extension.allowHost('https://github.com/*');
  const page = await recruiter.visit(githubPage(TOVE).url);
  const panel = await recruiter.panelFor(page);
  await expect(field(panel, 'First name')).toHaveValue('Tove');
  await point(panel, 'Company');
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await expect(overlay(page)).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Company', exact: true })).toBeVisible();

  await panel.getByRole('button', { name: 'Company', exact: true }).click();
  await page.bringToFront();
  await expect(overlay(page)).toHaveCount(1);
  // Heading, then login, bio, "Company", and what stands beside it.
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => document.activeElement?.localName);
    expect(said).toBe('gleaner-pointing');
    if (await isAt(page, TOVE.company ?? '')) break;
  }
  await page.keyboard.press('Enter');
  await expect(overlay(page)).toHaveCount(0);
  await expect(field(panel, 'Company')).toHaveValue(TOVE.company ?? '');
});

/** Where the frame stands: the closed root is the extension's, so the place is taken from the accessibility tree. */
async function isAt(page: Page, text: string): Promise<boolean> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  return nodes.some(
    (node) =>
      node.properties?.some(({ name, value }) => name === 'live' && value.value === 'assertive') &&
      textUnder(nodes, node.nodeId) === text,
  );
}

interface AxNode {
  nodeId: string;
  childIds?: string[];
  name?: { value?: unknown };
}
function textUnder(nodes: readonly AxNode[], id: string): string {
  const node = nodes.find(({ nodeId }) => nodeId === id);
  const name = node?.name?.value;
  if (typeof name === 'string' && name !== '') return name;
  return (node?.childIds ?? []).map((child) => textUnder(nodes, child)).join('');
}
