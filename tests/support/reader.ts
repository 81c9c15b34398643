/** Reads saved pages in a real browser with the very scripts that the extension ships, and finishes the reading as the panel does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Browser, type Page } from '@playwright/test';

import type { Anonymised } from '#lib/anonymise/anonymise.ts';
import { ANONYMISE } from '#lib/anonymise/script.ts';
import { namesOf } from '#lib/anonymise/names-of.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { readingOf } from '#lib/page/reading-of.ts';
import { READ_PAGE, readerFor } from '#lib/sites/list.ts';

import { nestAnchors } from './case-page.ts';
import { chromiumPath } from './chromium-path.ts';
import { BUILT } from './extension.ts';

/** The page's own scripts stay off: a saved page is the page as it was seen, not as it would become without its site. */
const STILL = "script-src 'none'; connect-src 'none'; frame-src 'none'; object-src 'none'";

export interface Reader {
  read(url: string, html: string): Promise<Reading>;
  /** The page without anybody on it, and what was read on it before. */
  anonymise(url: string, html: string): Promise<{ reading: Reading; anonymised: Anonymised }>;
  close(): Promise<void>;
}

export async function startReader(): Promise<Reader> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false, args: ['--lang=en-US'] });
  return {
    read: (url, html) => opened(browser, url, html, (page) => readIn(page, url)),
    anonymise: (url, html) =>
      opened(browser, url, html, async (page) => {
        const reading = await readIn(page, url);
        await page.evaluate(
          ([script, known]) => ((globalThis as { gleanerHanded?: object }).gleanerHanded = { [script]: [known] }),
          [ANONYMISE, { names: namesOf(reading) }] as const,
        );
        return { reading, anonymised: await page.evaluate<Anonymised>(shipped(ANONYMISE)) };
      }),
    close: () => browser.close(),
  };
}

const shipped = (script: string): string => readFileSync(join(BUILT, script), 'utf8');

async function readIn(page: Page, address: string): Promise<Reading> {
  const entry = readerFor(address);
  if (!entry) throw new Error(`${address} is not an address that a page can stand at`);
  await page.evaluate(shipped(entry.script));
  return readingOf(await page.evaluate(shipped(READ_PAGE)));
}

/** The page as it was saved, standing at its address. */
async function opened<T>(browser: Browser, address: string, html: string, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    let served = false;
    // The page is answered once; whatever it asks for afterwards, a redirect to elsewhere included, goes nowhere.
    await page.route('**/*', async (route) => {
      if (served || !route.request().isNavigationRequest()) return route.abort();
      served = true;
      return route.fulfill({
        body: html,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': STILL },
      });
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    if (html.includes('<x-a')) await page.evaluate(`(${nestAnchors.toString()})(document)`);
    return await use(page);
  } finally {
    await context.close();
  }
}
