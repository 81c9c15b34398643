/** Reading a tab: its site's script is injected, answers us directly what the page prints, and leaves nothing behind in it. */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { AppError } from '#lib/errors.ts';
import { readerFor } from '#lib/sites/list.ts';

import { isCredentialsPage } from './credentials-page.ts';
import { failure, injectReader } from './inject.ts';
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
  const printed = await withTaught(tabId, url, await injectReader(tabId, reader), now);
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
