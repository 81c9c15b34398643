/** Reading a tab: its site's script is injected, answers us directly what the page prints, and leaves nothing behind in it. */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { AppError } from '#lib/errors.ts';
import { hand } from '#lib/in-page/handed.ts';
import { readerFor } from '#lib/sites/list.ts';

import { isCredentialsPage } from './credentials-page.ts';
import { readingOf } from './reading-of.ts';

/** A page is about somebody or nobody; on Greenhouse's credentials page no reader is run. */
export type PageAnswer = Reading | 'credentials-page';

/**
 * The reading of the page that a tab shows. Rejects with `page/unsupported`, `page/not-allowed` (the organisation's policy
 * leaves the site out), `page/no-access` (the site is not allowed and the recruiter has not clicked for this page),
 * `page/moved` (it navigated away meanwhile) or `page/failed`.
 */
export async function readTab(tabId: number, now: () => number): Promise<PageAnswer> {
  const url = await addressOf(tabId);
  if (isCredentialsPage(url)) return 'credentials-page';
  const reader = readerFor(url);
  if (!reader) throw new AppError('page/unsupported');
  const { isAllowed } = await import('./policy.ts');
  if (!(await isAllowed(url))) throw new AppError('page/not-allowed');
  const { withTaught } = await import('./taught.ts');
  const printed = await withTaught(tabId, url, await inject(tabId, reader.script), now);
  try {
    return await readingOf(printed);
  } catch (cause) {
    throw new AppError('page/failed', {}, cause);
  }
}

/** The address that a tab shows. Rejects with `page/moved`, `page/no-access` or `page/unsupported`. */
export async function addressOf(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch((cause: unknown) => {
    throw new AppError('page/moved', {}, cause);
  });
  // Without access to a site the browser does not even tell us its address. Trying tells a site that was not allowed from a
  // page of the browser's own, which no click opens to us.
  return tab.url ?? askForAddress(tabId);
}

async function askForAddress(tabId: number): Promise<string> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: () => location.href });
    return z.string().parse(frame?.result);
  } catch (cause) {
    throw failure(cause);
  }
}

/**
 * Runs a script of ours in the page of a tab, and answers what it answers: parse it. Rejects like `readTab`.
 * @param handed what the script is to find in its world, where no page can see it.
 */
export async function inject(tabId: number, script: string, handed?: object): Promise<unknown> {
  try {
    if (handed) await browser.scripting.executeScript({ target: { tabId }, func: hand, args: [script, handed] });
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: [script as never] });
    return frame?.result;
  } catch (cause) {
    throw failure(cause);
  }
}

/** The browser tells its refusals apart only by their sentences (Chromium 156 and Firefox 153). */
function failure(cause: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/cannot access|missing host permission/i.test(said)) {
    return new AppError(
      /chrome:\/\/|gallery|webstore|chrome-extension/i.test(said) ? 'page/unsupported' : 'page/no-access',
      {},
      cause,
    );
  }
  if (/frame (was|with id).*removed|no tab with id|no frame|message manager disconnected/i.test(said)) {
    return new AppError('page/moved', {}, cause);
  }
  return new AppError('page/failed', {}, cause);
}
