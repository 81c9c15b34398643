/** A recruiter's browser: the built extension, sample pages under their real addresses, and a Greenhouse of their own. */
import { test as base, expect, type Page } from '@playwright/test';

import type { IndexScope } from '#lib/identity/sync/status.ts';

import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { casePage, casePages, servePages, type Pages } from '../support/pages.ts';

export interface Recruiter {
  /** Opens the page of a case, e.g. `linkedin/sdui-c2-complete`, or any address. */
  visit(caseOrUrl: string): Promise<Page>;
  /** The panel in a tab of its own, fixed to that page. */
  panelFor(page: Page): Promise<Page>;
  /** The panel about somebody new, connected, and with no undo window: where most tests begin. */
  meet(caseName: string): Promise<Page>;
  /** Saves the sandbox's credential on the options page and waits for the answer. */
  connect(changes?: { secret?: string; email?: string; clientId?: string }): Promise<Page>;
  /** The page of a case as text. */
  html(name: string): string;
  /** How many drafts are in the database. */
  draftsKept(): Promise<number>;
  /** No undo window: most tests are not about waiting. */
  withoutHold(): Promise<void>;
  /** Lets the index of everybody fill, which it does not in these tests unless it is asked for: others count calls. */
  keepIndex(scope?: IndexScope): Promise<void>;
}

interface Fixtures {
  extension: Extension;
  recruiter: Recruiter;
  sandbox: Sandbox;
}

/** How long Greenhouse takes for an answer: what holds only where it is quick is found with `E2E_LATENCY_MS=300`. */
const LATENCY_MS = Number(process.env['E2E_LATENCY_MS'] ?? 0);

export const test = base.extend<Fixtures, { greenhouse: Sandbox; pages: Pages }>({
  greenhouse: [
    async ({}, use) => {
      const sandbox = await startSandbox({ latencyMs: LATENCY_MS });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  pages: [
    async ({}, use) => {
      const pages = await servePages(casePages().values());
      await use(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ greenhouse }, use) => {
    greenhouse.reset();
    await use(greenhouse);
  },
  extension: async ({ pages, sandbox }, use) => {
    const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port });
    await use(extension);
    await extension.close();
  },
  recruiter: ({ extension, sandbox }, use) => use(recruiterIn(extension, sandbox)),
});

/** What a recruiter does in this browser; a test of two recruiters has two browsers. */
export function recruiterIn(extension: Extension, sandbox: Sandbox): Recruiter {
  const steps: Recruiter = {
    async visit(caseOrUrl) {
      const page = await extension.context.newPage();
      await page.goto(caseOrUrl.startsWith('http') ? caseOrUrl : casePage(caseOrUrl).url);
      return page;
    },
    panelFor: (page) => extension.panelBeside(page),
    async connect({ secret = sandbox.clientSecret, email = sandbox.user.email ?? '', clientId = sandbox.clientId } = {}) {
      const options = await extension.open('options.html');
      await options.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
      await options.getByRole('textbox', { name: 'Client secret' }).fill(secret);
      await options.getByRole('textbox', { name: 'Acting user email' }).fill(email);
      await options.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(options.getByRole('status', { name: 'Connection' })).not.toContainText(/Asking|Looking up/);
      return options;
    },
    html: (name) => casePage(name).html,
    async draftsKept() {
      const page = await extension.open('options.html');
      const count = await page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('gleaner');
            opening.onerror = () => reject(new Error('no database'));
            opening.onsuccess = () => {
              const counting = opening.result.transaction('drafts').objectStore('drafts').count();
              counting.onsuccess = () => {
                opening.result.close();
                resolve(counting.result);
              };
            };
          }),
      );
      await page.close();
      return count;
    },
    async withoutHold() {
      const page = await extension.open('options.html');
      await page.evaluate(() => chrome.storage.local.set({ settings: { undoSeconds: 0, buttonOn: [] } }));
      await page.close();
    },
    async keepIndex(scope = { kind: 'everybody' }) {
      const page = await extension.open('options.html');
      await page.evaluate(
        (choice) => chrome.storage.local.set({ 'people-index': { paused: [], agreed: [], scope: choice } }),
        scope,
      );
      await page.close();
    },
    async meet(caseName) {
      await steps.withoutHold();
      await steps.connect();
      const panel = await steps.panelFor(await steps.visit(caseName));
      await expect(verdict(panel)).toContainText(/^New/);
      return panel;
    },
  };
  return steps;
}

export { expect };

/** What the panel says of the person: whether they are in Greenhouse. */
export const verdict = (panel: Page) => panel.getByRole('status', { name: 'Match' });

export async function pickJob(panel: Page, typed: string, option: string | RegExp = typed): Promise<void> {
  const box = panel.getByRole('combobox', { name: 'Job' });
  await box.click();
  await box.fill(typed);
  await panel.getByRole('option', { name: option }).first().click();
}

export const exportButton = (panel: Page) => panel.getByRole('button', { name: 'Export to Greenhouse' });
export const openLink = (panel: Page) => panel.getByRole('link', { name: 'Open in Greenhouse' });

/** The recruiter types an address that is in Greenhouse, and puts whom it belongs to on a job. */
export async function addKnown(panel: Page, email: string): Promise<void> {
  await panel.getByRole('group', { name: 'Emails' }).getByRole('textbox').first().fill(email);
  // Whatever was asked before may have used up what Greenhouse allows in half a minute.
  await expect(verdict(panel)).toContainText(/^In Greenhouse/, { timeout: 45_000 });
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Add to job' }).click();
  await expect(openLink(panel)).toBeVisible({ timeout: 30_000 });
}
