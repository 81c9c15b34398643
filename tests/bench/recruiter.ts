/** A recruiter's browser for one benchmark: the built extension, sample pages, and a Greenhouse of its own. */
import type { Page } from '@playwright/test';

import { connect, credentialOf } from '../demo/connect.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { casePage, casePages, type Pages, servePages } from '../support/pages.ts';

export interface Recruiter {
  extension: Extension;
  sandbox: Sandbox;
  /** Where every page that is no Greenhouse is served. */
  pages: Pages;
  visit(caseOrUrl: string): Promise<Page>;
  /** The panel in a tab of its own, fixed to that page, with the access that a click on the toolbar gives. */
  panelFor(page: Page): Promise<Page>;
  close(): Promise<void>;
}

export interface RecruiterOptions {
  sandbox: SandboxOptions;
  /** Whose rights the recruiter has; the sandbox's default recruiter unless told. */
  email?: string;
  /** Whether the index of everybody is filled; it makes calls of its own. */
  index?: boolean;
  /** For the browser. */
  flags?: string[];
}

/** Nobody waits for a budget here: what it does is tested elsewhere. */
const NO_LIMIT = 100_000;

export async function recruiter({ sandbox: options, email, index = false, flags = [] }: RecruiterOptions): Promise<Recruiter> {
  const sandbox = await startSandbox({ rateLimit: NO_LIMIT, tokenRateLimit: NO_LIMIT, ...options });
  const pages = await servePages(casePages().values());
  const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { flags });
  const close = async () => {
    await extension.close();
    await pages.close();
    await sandbox.close();
  };
  try {
    const options = await extension.open('options.html');
    // No undo window: no benchmark is about waiting.
    await options.evaluate(
      (kind) =>
        chrome.storage.local.set({
          settings: { undoSeconds: 0, buttonOn: [] },
          'people-index': { paused: [], agreed: [], scope: { kind } },
        }),
      index ? 'everybody' : 'off',
    );
    await connect(options, { ...credentialOf(sandbox), ...(email === undefined ? {} : { email }) });
    await options.close();
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    extension,
    sandbox,
    pages,
    async visit(caseOrUrl) {
      const page = await extension.context.newPage();
      await page.goto(caseOrUrl.startsWith('https:') ? caseOrUrl : casePage(caseOrUrl).url);
      return page;
    },
    panelFor: (page) => extension.panelBeside(page),
    close,
  };
}
