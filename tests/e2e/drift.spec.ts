/** A site changes: the panel says so in time, makes a report that nobody is on, and is quiet again when it is told or mended. */
import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import type { Extension } from '../support/extension.ts';
import { expect, test } from './fixture.ts';

const CASE = 'github/signed-in-complete';
const FIELDS = ['profile', 'name', 'headline', 'title', 'company', 'location', 'positions', 'education', 'photo'];

/** A machine that has read many such profiles, and on the last few of them missed some fields. */
async function seed(extension: Extension, reader: string, missing: Record<string, number>, since: string): Promise<void> {
  const page = await extension.open('options.html');
  await page.evaluate(
    ([id, fields, missed, day]) => {
      const usual = Object.fromEntries(fields.map((field) => [field, 60]));
      const counts = {
        version: chrome.runtime.getManifest().version,
        days: [{ day: '2026-01-01', of: usual, found: usual }],
        missed: Object.fromEntries(Object.entries(missed).map(([field, row]) => [field, { row, since: day }])),
        longest: {},
      };
      return chrome.storage.local.set({ 'found-fields': { [id]: counts } });
    },
    [reader, FIELDS, missing, since] as const,
  );
  await page.close();
}

const kept = async (
  extension: Extension,
): Promise<Record<string, { days: { found: Record<string, number> }[]; missed: Record<string, { row: number }> }>> => {
  const page = await extension.open('options.html');
  const all = await page.evaluate(() => chrome.storage.local.get('found-fields'));
  await page.close();
  return (all['found-fields'] ?? {}) as never;
};

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const weekday = (days: number): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.now() - days * 86_400_000);
const notice = (panel: Page) => panel.getByRole('region', { name: 'A site has changed' });

test('what readings found is counted once for each person, and nothing else of them is written down', async ({
  extension,
  recruiter,
}) => {
  await recruiter.connect();
  const page = await recruiter.visit(CASE);
  const panel = await recruiter.panelFor(page);
  await expect(panel.getByRole('textbox', { name: 'First name' })).not.toHaveValue('');
  // The toolbar's click has opened the browser's own panel as well, and each of the two reads the page.
  await expect.poll(async () => (await kept(extension))['github']?.days[0]?.found['name']).toBeGreaterThan(0);
  const before = await kept(extension);
  for (let times = 0; times < 3; times += 1) {
    await panel.reload();
    await extension.clickToolbar(page);
    await expect(panel.getByRole('textbox', { name: 'First name' })).not.toHaveValue('');
  }
  const counts = await kept(extension);
  expect(counts['github']?.days[0]?.found['name']).toBe(1);
  expect(before['github']?.days[0]?.found['name']).toBe(1);
  expect(JSON.stringify(counts)).not.toMatch(/solveig|fixture/i);
});

test('a field that is gone is said with its day and with what works, and not again once it was put away', async ({
  extension,
  recruiter,
}) => {
  await recruiter.connect();
  await seed(extension, 'github', { title: 5 }, daysAgo(3));
  const page = await recruiter.visit(CASE);
  const panel = await recruiter.panelFor(page);
  // The sixth profile without a title: GitHub never had one, so the seeded machine believes in a redesign.
  await expect(notice(panel)).toContainText(`GitHub changed: titles`);
  await expect(notice(panel)).toContainText(`are missing since ${weekday(3)}.`);
  await expect(notice(panel)).toContainText(/Names, .*still work\./);
  await notice(panel).getByRole('button', { name: 'Not now' }).click();
  await expect(notice(panel)).toHaveCount(0);
  await panel.reload();
  await extension.clickToolbar(page);
  await expect(panel.getByRole('textbox', { name: 'First name' })).not.toHaveValue('');
  await expect(notice(panel)).toHaveCount(0);
});

test('a value that comes back ends the notice', async ({ extension, recruiter }) => {
  await recruiter.connect();
  await seed(extension, 'github', { name: 9, company: 9 }, daysAgo(2));
  const panel = await recruiter.panelFor(await recruiter.visit('github/signed-in-complete'));
  await expect(panel.getByRole('textbox', { name: 'First name' })).not.toHaveValue('');
  await expect.poll(async () => Object.keys((await kept(extension))['github']?.missed ?? { wait: 1 })).not.toContain('company');
  await expect(notice(panel)).toHaveCount(0);
});

test('profiles that are no profiles any more are noticed too', async ({ extension, recruiter }) => {
  await seed(extension, 'linkedin', { profile: 8 }, daysAgo(0));
  const panel = await recruiter.panelFor(await recruiter.visit('linkedin/sdui-skeleton'));
  await expect(notice(panel)).toContainText('LinkedIn changed: its profiles cannot be read since today.', { timeout: 20_000 });
});

test('a report is shown before it is saved, with nobody in it', async ({ extension, recruiter }) => {
  await seed(extension, 'linkedin', { headline: 8 }, daysAgo(40));
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  // The headline is gone from the page, as after a redesign.
  await page.evaluate(() => {
    for (const line of document.querySelectorAll('p')) if (line.textContent?.startsWith('Engineering Ma')) line.remove();
  });
  const panel = await recruiter.panelFor(page);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Oskar');
  await expect(notice(panel)).toContainText('LinkedIn changed: headlines are missing since');
  await notice(panel).getByRole('button', { name: 'Make a report' }).click();
  const file = notice(panel).getByRole('textbox', { name: 'What is in the file' });
  await expect(file).toHaveValue(/<!doctype html>/);
  const html = await file.inputValue();
  expect(html).not.toMatch(/oskar|lindqvist|fjordtech|nordlys|tadeusz|ACoAAPRhCWsB|555 01 23/i);
  expect(html).toMatch(/<!-- gleaner report \{"reader":"linkedin"/);
  expect(html).toContain('data-sdui-screen="com.linkedin.sdui.');
  await notice(panel).getByRole('searchbox', { name: 'Find in the report' }).fill('Experience');
  await expect(notice(panel).getByText(/^\d+ places$/)).toBeVisible();
  await notice(panel).getByRole('searchbox', { name: 'Find in the report' }).fill('Lindqvist');
  await expect(notice(panel).getByText('0 places')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: panel }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    notice(panel).getByRole('link', { name: 'Save file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('gleaner-report-linkedin.html');
  expect(readFileSync(await download.path(), 'utf8')).toBe(html);
  await notice(panel).getByRole('button', { name: 'Close' }).click();
  await expect(notice(panel).getByRole('button', { name: 'Make a report' })).toBeVisible();
});

test('forgetting everything forgets what was counted, and says so', async ({ extension, recruiter }) => {
  await seed(extension, 'github', {}, daysAgo(1));
  const options = await extension.open('options.html');
  await options.getByRole('button', { name: /^Forget everything/ }).click();
  await options.getByRole('button', { name: 'Delete it all' }).click();
  await expect(options.getByText(/Deleted: .*count of what was found on sites/)).toBeVisible();
  expect(await kept(extension)).toEqual({});
  void recruiter;
});
