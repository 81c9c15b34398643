/** Pointing at a value on a page that was redesigned: taken at once, and found on the next pages of the site. */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { githubPage, linkedinPage, PEOPLE, type Someone } from '../lib/teach/redesigned.ts';
import type { Extension } from '../support/extension.ts';
import { expect, test, type Recruiter } from './fixture.ts';

const byName = (name: string): Someone => {
  const found = PEOPLE.find((person) => person.name.startsWith(name));
  if (!found) throw new Error(name);
  return found;
};
const [TOVE, BASHIR, LIHUA, GRETA, KOFI] = ['Tove', 'Bashir', 'Wen', 'Greta', 'Kofi'].map(byName) as [
  Someone,
  Someone,
  Someone,
  Someone,
  Someone,
];

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

test('nothing takes the keyboard from a recruiter who has only opened the panel', async ({ recruiter }) => {
  const panel = await recruiter.meet('linkedin/sdui-contact-overlay-open');
  await expect(panel.getByRole('button', { name: 'Point at a value on the page' })).toBeVisible();
  expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
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

/** Teaches the location on LinkedIn, and hands back the panel that it was taught in. */
async function taught(extension: Extension, recruiter: Recruiter): Promise<Page> {
  await recruiter.connect();
  await extension.allowHost('https://*.linkedin.com/*');
  const page = await recruiter.visit(linkedinPage(TOVE).url);
  const panel = await recruiter.panelFor(page);
  await expect(field(panel, 'First name')).toHaveValue('Tove');
  await point(panel, 'Location');
  await page.bringToFront();
  await page.getByText(TOVE.location, { exact: true }).click({ force: true });
  await panel.getByRole('button', { name: TOVE.location, exact: true }).click();
  await expect(field(panel, 'Location')).toHaveValue(TOVE.location);
  return panel;
}

test('the settings list it, save it, remove it, and add it again from the file', async ({ extension, recruiter }) => {
  await taught(extension, recruiter);
  const options = await extension.open('options.html');
  const section = options.getByRole('region', { name: 'What you taught Gleaner' });
  await expect(section.getByRole('listitem')).toContainText('Location on linkedin.com');
  const saving = options.waitForEvent('download');
  await section.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await saving).path();
  const text = await readFile(file, 'utf8');
  expect(text).toContain('{handle}');
  for (const own of [TOVE.name, TOVE.slug, TOVE.location, TOVE.headline, 'Ekdal', 'Nordlys', 'ACoAA'])
    expect(text).not.toContain(own);
  await section.getByRole('button', { name: 'Remove: Location on linkedin.com' }).click();
  await expect(section.getByRole('listitem')).toHaveCount(0);
  const add = section.getByLabel('Add from a file').and(options.locator('input'));
  await add.setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"gleaner-taught","version":1}'),
  });
  await expect(section.getByRole('alert')).toContainText('This file was not added. Nothing has changed.');
  await add.setInputFiles(file);
  await expect(section.getByRole('listitem')).toContainText('Location on linkedin.com');

  const panel = await recruiter.panelFor(await recruiter.visit(linkedinPage(BASHIR).url));
  await expect(field(panel, 'Location')).toHaveValue(BASHIR.location);
  await options.reload();
  await expect(section.getByRole('listitem')).toContainText(/Used on [12] pages?\./);
});

test('it is dropped once the reader finds something else three times, and panel and settings say so', async ({
  extension,
  recruiter,
  pages,
}) => {
  await taught(extension, recruiter);
  // The site's own paragraphs are back, and what stands before the link is something else by now.
  for (const person of [BASHIR, LIHUA, GRETA, KOFI]) {
    const { url, html } = linkedinPage(person);
    const mended = html.replace(
      `<div class="_22ff"><span>${person.location}</span><span>·</span>`,
      `<div class="_22ff"><p>${person.location}</p><p>·</p><p><a href="${url}overlay/contact-info/">Contact info</a></p></div><div><span>Moves in spring</span>`,
    );
    expect(mended).not.toBe(html);
    pages.put({ url, html: mended });
  }
  for (const person of [BASHIR, LIHUA, GRETA]) {
    const panel = await recruiter.panelFor(await recruiter.visit(linkedinPage(person).url));
    await expect(field(panel, 'Location')).toHaveValue(person.location);
    await panel.close();
  }
  const panel = await recruiter.panelFor(await recruiter.visit(linkedinPage(KOFI).url));
  await expect(panel.getByText(/What you taught Gleaner is not used any more: Location on linkedin\.com/)).toBeVisible();
  const options = await extension.open('options.html');
  await expect(options.getByText(/Not used since .* On three pages in a row/)).toBeVisible();
});

test('a page whose name the reader does not find: pointed at once, and the next person is there', async ({
  extension,
  recruiter,
  pages,
}) => {
  await recruiter.connect();
  await extension.allowHost('https://github.com/*');
  const nameless = (person: Someone) => {
    const { url, html } = githubPage(person);
    const changed = html
      .replace(' itemscope itemtype="http://schema.org/Person"', '')
      .replace(
        /<h1>.*<\/h1>/,
        `<h1><span data-testid="profile-name">${person.name}</span></h1><div><a href="/${person.slug}">${person.slug}</a></div>`,
      );
    return { url, html: changed };
  };
  for (const person of [TOVE, BASHIR]) pages.put(nameless(person));
  const page = await recruiter.visit(githubPage(TOVE).url);
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('button', { name: 'Point at the name on the page' }).click();
  await panel.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(panel.getByText('Now click on the page')).toBeVisible();
  await page.bringToFront();
  await page.getByText(TOVE.name, { exact: true }).click({ force: true });
  await expect(field(panel, 'First name')).toHaveValue('Tove');
  await expect(field(panel, 'Last name')).toHaveValue('Ekdal');
  const next = await recruiter.panelFor(await recruiter.visit(githubPage(BASHIR).url));
  await expect(field(next, 'Last name')).toHaveValue('Noor');
});

test('the page can neither point by itself nor keep the overlay when it goes on', async ({ extension, recruiter }) => {
  await recruiter.connect();
  await extension.allowHost('https://*.linkedin.com/*');
  const page = await recruiter.visit(linkedinPage(TOVE).url);
  const panel = await recruiter.panelFor(page);
  await expect(field(panel, 'First name')).toHaveValue('Tove');
  await point(panel, 'Location');
  await expect(overlay(page)).toHaveCount(1);
  await page.evaluate(() => {
    const aim = document.querySelector('main div span');
    const at = { bubbles: true, composed: true, clientX: 200, clientY: 200 };
    aim?.dispatchEvent(new PointerEvent('pointermove', at));
    aim?.dispatchEvent(new MouseEvent('click', at));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await expect(overlay(page)).toHaveCount(1);
  expect(await page.evaluate(() => document.querySelector('gleaner-pointing')?.shadowRoot)).toBeNull();
  await page.evaluate(() => history.pushState({}, '', '/in/somebody-else-fixture/'));
  await expect(overlay(page)).toHaveCount(0);
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
