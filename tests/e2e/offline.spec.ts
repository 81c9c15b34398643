/** Exports without a network: they wait, are counted on the toolbar, and go out by themselves as soon as there is one. */
import type { Page } from '@playwright/test';

import { ask } from '../support/ask-worker.ts';
import type { Extension } from '../support/extension.ts';
import { expect, exportButton, openLink, pickJob, test } from './fixture.ts';

const MIRA = 'linkedin/sdui-contact-overlay-open';

/** What the toolbar shows where no page has anything to say for itself. */
async function onEveryTab({ context }: Extension): Promise<[badge: string, title: string]> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.evaluate(() => Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]));
}

/** Waits until the one export has been tried, and its next try is far enough off to be told from an earlier one. */
async function resting(ours: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const [view] = await ask(ours, 'export.list', {});
        return view?.error?.code === 'greenhouse/unreachable' && (view.retryAt ?? 0) - Date.now() > 10_000;
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

const OF_GREENHOUSE = /^\/v3\/candidates$/;

test('waits for the network under the eyes of the recruiter, and goes out the moment it is back', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const panel = await recruiter.meet(MIRA);
  await pickJob(panel, 'No job');
  await extension.context.setOffline(true);
  await exportButton(panel).click();
  await resting(panel);
  await expect.poll(() => onEveryTab(extension)).toEqual(['1', 'Export to Greenhouse\n1 export is under way or waits']);
  const creates = () => sandbox.requests().filter(({ method, path }) => method === 'POST' && OF_GREENHOUSE.test(path)).length;
  expect(creates()).toBe(0);
  await extension.context.setOffline(false);
  await expect(openLink(panel)).toBeVisible({ timeout: 8000 });
  expect(creates()).toBe(1);
  await expect.poll(() => onEveryTab(extension)).toEqual(['', 'Export to Greenhouse']);
});

test('goes out with no panel open: the worker hears of the network itself', async ({ extension, recruiter, sandbox }) => {
  const panel = await recruiter.meet(MIRA);
  await pickJob(panel, 'No job');
  await extension.context.setOffline(true);
  await exportButton(panel).click();
  const options = await extension.open('options.html');
  await panel.close();
  await resting(options);
  await extension.context.setOffline(false);
  await expect
    .poll(() => sandbox.requests().filter(({ path }) => OF_GREENHOUSE.test(path)).length, { timeout: 8000 })
    .toBeGreaterThan(0);
});
