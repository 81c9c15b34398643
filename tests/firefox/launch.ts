/** The built extension in a real Firefox, driven over WebDriver BiDi, with every host name led to servers of ours. */
import { resolve } from 'node:path';

import { launch, type Browser, type Page } from 'puppeteer-core';

import { findFirefox } from '../support/firefox-path.ts';

const BUILT = resolve(import.meta.dirname, '../../.output/firefox-mv3');
export const ADDON = 'gleaner@gleaner.invalid';
/** Firefox gives an extension a host of its own for every profile; a known one lets a test go to its pages. */
const UUID = '5b1f4b52-6a43-4b3c-9c2e-1d2f3a4b5c6d';

export interface Firefox {
  browser: Browser;
  /** Opens one of our pages in a tab, e.g. `options.html`. */
  open(path: string): Promise<Page>;
  /** Opens a page of the web in a tab. */
  visit(url: string): Promise<Page>;
  /** Runs an expression in the browser's own window, where a test can do what only a hand on the browser could. */
  inOwnWindow(expression: string): Promise<unknown>;
  /** The browser's id of the tab that shows this page. */
  tabId(page: Page): Promise<number>;
  close(): Promise<void>;
}

export async function launchFirefox(port: number): Promise<Firefox> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox was found. Install one or set FIREFOX_PATH to its file.');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    // Without it the driver may not go to pages of an extension.
    args: ['-remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
      // The question for a site is a window of the browser's own, which nobody can press here: yes to every one of them.
      'extensions.webextOptionalPermissionPrompts': false,
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${port}`,
      'network.trr.mode': 5,
      'network.http.http3.enable': false,
      'intl.locale.requested': 'en-US',
    },
  });
  try {
    await browser.installExtension(BUILT);
  } catch (cause) {
    await browser.close();
    throw new Error('Firefox did not take what was built: run `npm run build` first.', { cause });
  }

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    // No load event is told of an extension's pages.
    await page.goto(`moz-extension://${UUID}/${path}`, { waitUntil: [] });
    await page.waitForSelector('main');
    return page;
  };
  return {
    browser,
    open,
    async visit(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async tabId(page) {
      const ours = await open('options.html');
      await page.bringToFront();
      const id = await ours.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id);
      await ours.close();
      if (id === undefined) throw new Error(`no active tab for ${page.url()}`);
      return id;
    },
    inOwnWindow: (expression) => inOwnWindow(browser, expression),
    close: () => browser.close(),
  };
}

/** What the driver can say and puppeteer has no words for. */
interface Bidi {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}
interface Tree {
  contexts: { context: string }[];
}
type Evaluated = { type: 'success'; result: { value?: unknown } } | { type: 'exception'; exceptionDetails: { text: string } };

async function inOwnWindow(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as Bidi;
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree as Tree).contexts;
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const evaluated = result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
  return evaluated.result.value;
}
