/** The passphrase and "Forget everything" in Firefox: set on the options page, given in the panel, and all of it gone at the end. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { creates } from '../e2e/records.ts';
import { CONNECTION, pickJob, startRecruiter, textOf, VERDICT, type Recruiter } from './recruiter.ts';

const PASSPHRASE = 'seven grey herons at dusk';
const STATE = 'output[aria-label="Passphrase"]';

/**
 * By what stands on it, and also in a page that is behind another: there Firefox paints nothing, and a click by the mouse waits
 * for ever.
 */
const press = (page: Page, text: string) =>
  expect
    .poll(
      () =>
        page.evaluate((wanted) => {
          const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
          button?.click();
          return button !== undefined;
        }, text),
      { timeout: 10_000 },
    )
    .toBe(true);

let recruiter: Recruiter;
beforeAll(async () => {
  recruiter = await startRecruiter();
});
afterAll(() => recruiter.end());

test('locked here, unlocked in the panel, exported, and all forgotten', async () => {
  const { sandbox } = recruiter;
  await recruiter.holdFor(0);
  const options = await recruiter.connect();
  await textOf(options, CONNECTION).toContain('Birch Labs');
  await textOf(options, '.doctor').toContain('All 43 rights that Gleaner uses are there.');
  await options.locator('#read-github').click();

  await options.locator('summary::-p-text(Set a passphrase)').click();
  await options.locator('#first-0').fill(PASSPHRASE);
  await options.locator('#first-1').fill(PASSPHRASE);
  await press(options, 'Set a passphrase');
  await textOf(options, STATE).toBe('The passphrase is set. Gleaner is unlocked.');
  await press(options, 'Lock now');
  await textOf(options, STATE).toMatch(/^Gleaner is locked/);

  const panel = await recruiter.panelFor(await recruiter.visit('github/signed-in-complete'));
  const field = panel.locator('#unlock-0');
  expect(
    await field.map((element) => getComputedStyle(element).getPropertyValue('-webkit-text-security')).wait(),
    'shown as dots',
  ).toBe('disc');
  await field.fill(PASSPHRASE);
  await press(panel, 'Unlock');
  await textOf(panel, VERDICT).toMatch(/^New/);
  await textOf(options, STATE).toBe('Gleaner is unlocked.');
  await pickJob(panel, 'staff backend');
  await press(panel, 'Export to Greenhouse');
  await textOf(panel, 'footer').toContain('Open in Greenhouse');
  expect(creates(sandbox)).toBe(1);

  await press(options, 'Forget everything…');
  await press(options, 'Delete it all');
  await textOf(options, 'output[aria-label="Forget everything"]').toMatch(
    /^Deleted: 1 secret, .*1 connection, 1 export, .*permission for 1 site/,
  );
  await textOf(options, CONNECTION).toBe('Not connected');
  await textOf(panel, 'main').toContain('Not connected to Greenhouse');
  expect(await options.evaluate(async () => Object.keys(await chrome.storage.local.get()))).toEqual([]);
});
