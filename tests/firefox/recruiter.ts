/** A recruiter at a Firefox: pages of ours by the names of what is on them, sample pages under their addresses, a Greenhouse of their own. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

import type { SandboxOptions } from '../sandbox/options.ts';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { casePage, casePages, servePages, type Pages } from '../support/pages.ts';
import { openFront, type Front } from './front.ts';
import { launchFirefox, type Firefox } from './launch.ts';

/**
 * A field, switch, button or link by what it is called. Firefox takes seconds to say it of each element of a page as long as our options;
 * that a screen reader says the same is seen in Chromium.
 */
export const called = (name: string): string => {
  const words = `[normalize-space()="${name}"]`;
  return `::-p-xpath(//a${words} | //button${words} | //*[@id=//label${words}/@for] | //label${words}//input | //*[@aria-label="${name}"])`;
};
export const by = (page: Page, name: string) => page.locator(called(name));

/** What stands in an element now. */
export const shown = (page: Page, selector: string): Promise<string> =>
  page.evaluate((css) => document.querySelector<HTMLElement>(css)?.innerText ?? '', selector);

/** The same, for as long as it takes to become what is expected. */
export const textOf = (page: Page, selector: string) => expect.poll(() => shown(page, selector), { timeout: 20_000 });

export const VERDICT = 'output[aria-label="Match"]';
export const CONNECTION = 'output[aria-label="Connection"]';

export interface Recruiter {
  firefox: Firefox;
  sandbox: Sandbox;
  pages: Pages;
  front: Front;
  /** Saves a credential on the options page, and leaves it open. */
  connect(changes?: { secret?: string }): Promise<Page>;
  /** Opens the page of a case, e.g. `github/signed-in-complete`. */
  visit(name: string): Promise<Page>;
  /** The panel in a tab of its own, fixed to that page. */
  panelFor(page: Page): Promise<Page>;
  holdFor(seconds: number): Promise<void>;
  end(): Promise<void>;
}

/** @param options.beforeFirefox what must be there when Firefox starts. */
export async function startRecruiter(
  options: { greenhouse?: SandboxOptions; beforeFirefox?: (sandbox: Sandbox) => void } = {},
): Promise<Recruiter> {
  const sandbox = await startSandbox(options.greenhouse);
  options.beforeFirefox?.(sandbox);
  const pages = await servePages(casePages().values());
  const front = await openFront({ pages: pages.port, greenhouse: sandbox.port });
  const firefox = await launchFirefox(front.port);
  return {
    firefox,
    sandbox,
    pages,
    front,
    async connect({ secret = sandbox.clientSecret } = {}) {
      const options = await firefox.open('options.html');
      await by(options, 'Client ID').fill(sandbox.clientId);
      await by(options, 'Client secret').fill(secret);
      await by(options, 'Acting user email').fill(sandbox.user.email ?? '');
      await by(options, 'Connect').click();
      return options;
    },
    visit: (name) => firefox.visit(casePage(name).url),
    panelFor: async (page) => firefox.open(`sidepanel.html?tab=${await firefox.tabId(page)}`),
    async holdFor(undoSeconds) {
      const options = await firefox.open('options.html');
      await options.evaluate(
        (seconds) => chrome.storage.local.set({ settings: { undoSeconds: seconds, buttonOn: [] } }),
        undoSeconds,
      );
      await options.close();
    },
    async end() {
      await firefox.close();
      await front.close();
      await pages.close();
      await sandbox.close();
    },
  };
}

/** Types a part of a job's name into the picker and takes the first that fits. */
export async function pickJob(panel: Page, typed: string): Promise<void> {
  const box = by(panel, 'Job');
  await box.click();
  await box.fill(typed);
  await panel.waitForSelector('[role="option"]');
  await panel.keyboard.press('Enter');
}
