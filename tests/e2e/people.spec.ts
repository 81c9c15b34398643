/** A page that lists several people, in the real extension: rows from a click, nobody opened by itself, a page of thousands. */
import type { Page } from '@playwright/test';

import { expect, test } from './fixture.ts';
import { axeFindsNothing } from './axe.ts';

const STARGAZERS = 'github/stargazers';

const rows = (panel: Page) => panel.locator('main').getByRole('listitem');

test('people are rows in the order of the page, chosen with the keyboard and copied', async ({ extension, recruiter }) => {
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await recruiter.visit(STARGAZERS);
  const panel = await recruiter.panelFor(page);
  await expect(rows(panel)).toHaveCount(3);
  await expect(rows(panel).first()).toContainText('Inés Prado');
  await panel.bringToFront();
  await panel.getByRole('checkbox', { name: 'Choose Inés Prado' }).press('Space');
  await panel.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Inés Prado' })).toBeFocused();
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Space');
  await expect(panel.getByRole('status')).toHaveText('2 chosen');
  await axeFindsNothing(panel);
  await panel.getByRole('button', { name: 'Copy names and links' }).click();
  await expect(panel.getByRole('status')).toHaveText('Copied 2 names with their links');
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Inés Prado\thttps:\/\/github\.com\/ines-fixture\n/,
  );
});

test('a profile opens in the same tab, and what was chosen is still chosen on the way back', async ({ extension, recruiter }) => {
  await extension.allowHost('https://github.com/*');
  const page = await recruiter.visit(STARGAZERS);
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('checkbox', { name: 'Choose Tomáš Veselý' }).check();
  const before = page.url();
  await panel.getByRole('button', { name: 'Tomáš Veselý' }).click();
  await expect.poll(() => page.url()).toBe('https://github.com/tomas-fixture');
  await page.goto(before);
  await expect(panel.getByRole('checkbox', { name: 'Choose Tomáš Veselý' })).toBeChecked();
});

test('a page of thousands is on show at once, and reading it again adds what is new', async ({ recruiter }) => {
  const page = await recruiter.visit(STARGAZERS);
  const add = (from: number, to: number) =>
    page.evaluate(
      ([first, last]) => {
        const row = document.querySelector('#repos .d-table')!;
        const more = Array.from({ length: last - first }, (_, n) => {
          const copy = row.cloneNode(true) as Element;
          for (const anchor of copy.querySelectorAll('a')) anchor.setAttribute('href', `/row-${first + n}-fixture`);
          copy.querySelector('img')!.setAttribute('src', `https://avatars.githubusercontent.com/u/${9_100_000_000 + first + n}`);
          copy.querySelector('span')!.textContent = `Row ${first + n}`;
          return copy;
        });
        row.parentElement!.append(...more);
      },
      [from, to] as const,
    );
  await add(0, 4997);
  const panel = await recruiter.panelFor(page);
  await expect(panel.getByRole('heading', { name: '5,000 people on this page' })).toBeVisible();
  await expect(rows(panel)).toHaveCount(100);
  await panel.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(panel)).toHaveCount(200);
  await add(4997, 5000);
  await panel.getByRole('button', { name: 'Read again' }).click();
  await expect(panel.getByRole('heading', { name: '5,003 people on this page' })).toBeVisible();
});
