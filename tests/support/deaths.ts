/** The three ways in which the extension dies under a recruiter's hands. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { BrowserContext, CDPSession, Page } from '@playwright/test';

import { withOurPage } from './our-page.ts';

/** The worker alone, as the browser does when it likes. */
export const killWorker = (context: BrowserContext, id: string): Promise<void> =>
  withOurPage(context, id, (_page, cdp) => stopWorkers(cdp));

/** All that the browser has. */
export async function stopWorkers(cdp: CDPSession): Promise<void> {
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
}

/**
 * The extension, as with an update: worker and pages at once. Resolves when it is back. After a reload in the middle of a request Chromium
 * now and then has a worker that it has lost sight of, which hears of nothing: then once more, as the panel offers it to a recruiter.
 */
export async function reloadExtension(context: BrowserContext, id: string): Promise<void> {
  if (await reloaded(context, id)) return;
  process.stderr.write('a worker that Chromium had lost sight of: the extension was reloaded once more\n');
  if (!(await reloaded(context, id))) throw new Error('nothing is heard of the extension');
}

/** Answers whether its worker is heard. */
async function reloaded(context: BrowserContext, id: string): Promise<boolean> {
  const options = `chrome-extension://${id}/options.html`;
  const page = await context.newPage();
  await page.goto(options);
  const gone = page.waitForEvent('close');
  await page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await gone;
  const deadline = performance.now() + 15_000;
  for (;;) {
    const again = await context.newPage();
    const back = await again.goto(options).then(
      () => true,
      () => false,
    );
    const heard = back && (await isHeard(again));
    await again.close();
    if (back) return heard;
    if (performance.now() > deadline) throw new Error('the extension did not come back');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ANSWERS_WITHIN_MS = 5000;

const isHeard = (page: Page): Promise<boolean> =>
  page.evaluate(
    (ms) =>
      Promise.race([
        chrome.runtime.sendMessage({ v: 1, name: 'export.list', body: {} }).then(
          () => true,
          () => true,
        ),
        new Promise<false>((late) => {
          setTimeout(() => late(false), ms);
        }),
      ]),
    ANSWERS_WITHIN_MS,
  );

/** The browser, without a chance to put anything in order. The profile can be started on again. */
export async function crashBrowser(context: BrowserContext, profile: string): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('this browser is not ours to kill');
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('the browser does not tell its process');
  const gone = context.waitForEvent('close');
  process.kill(own.id, 'SIGKILL');
  await gone;
  // What tells the next one that the profile is in use.
  for (const left of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) await rm(join(profile, left), { force: true });
}
