/** The built extension in a real Chromium, with every host name mapped to servers of ours. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';

import { chromiumPath } from './chromium-path.ts';
import { crashBrowser, killWorker, reloadExtension } from './deaths.ts';
import { withOurPage } from './our-page.ts';

export const BUILT = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface Ports {
  /** Where sample pages are served from. */
  pages: number;
  /** Where Greenhouse's three hosts lead. */
  greenhouse: number;
}

export interface Extension {
  context: BrowserContext;
  id: string;
  /** Opens one of our pages in a tab, e.g. `options.html`. */
  open(path: string): Promise<Page>;
  /** The browser's id of the tab that shows this page. */
  tabId(page: Page): Promise<number>;
  /** A real click on the toolbar button while this page is shown: grants `activeTab` and opens the side panel. */
  clickToolbar(page: Page): Promise<void>;
  /**
   * The panel in a tab of its own, fixed to that page, after a real click on the toolbar button: quicker than the real one. It is in
   * front: behind another tab it would be painted once a second, and each click in it waits for two frames.
   */
  panelBeside(page: Page): Promise<Page>;
  /** The real side panel, once it is open. */
  sidePanel(): Promise<Page>;
  /** Allows a site as a recruiter would in the browser's own pages; the next request from a click is granted silently. */
  allowHost(pattern: string): Promise<void>;
  /** Kills the worker, as the browser does when it likes. */
  killWorker(): Promise<void>;
  /** Reloads the extension, as an update does: its pages close. Resolves when it is back. */
  reload(): Promise<void>;
  /** Kills the browser's own process. Only `relaunch` and `close` make sense after it. */
  crash(): Promise<void>;
  /** Starts a browser on what the one before has left, after `crash` or `context.close()`. */
  relaunch(): Promise<Extension>;
  /** The profile's folder. */
  profile: string;
  close(): Promise<void>;
}

const mapped = ({ pages, greenhouse }: Ports): string =>
  [
    ...['auth', 'harvest', 'api'].map((host) => `MAP ${host}.greenhouse.io 127.0.0.1:${greenhouse}`),
    `MAP * 127.0.0.1:${pages}`,
    'EXCLUDE 127.0.0.1',
  ].join(', ');

export interface LaunchOptions {
  headless?: boolean;
  /** Keeps the profile folder (and does not remove it), so that a browser can be started on it again. */
  profile?: string;
  colorScheme?: 'light' | 'dark';
  /** The index of everybody, as we ship it; off otherwise, so that no test counts calls that it did not ask for. */
  index?: boolean;
  /** The folder that it is loaded from, which gives it its id; ours as it was built, unless somebody needs one of their own. */
  folder?: string;
  /** More flags for the browser. */
  flags?: string[];
}

/** A browser, on a machine that has much else to do. */
const STARTS_WITHIN_MS = 20_000;

const INDEX_OFF = { scope: { kind: 'off' }, paused: [], agreed: [] };

export async function launchExtension(ports: Ports, options: LaunchOptions = {}): Promise<Extension> {
  if (options.profile !== undefined) return launchOn(options.profile, ports, options, async () => {});
  const profile = await mkdtemp(join(tmpdir(), 'gleaner-'));
  return launchOn(profile, ports, options, () => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
}

async function launchOn(profile: string, ports: Ports, options: LaunchOptions, tidy: () => Promise<void>): Promise<Extension> {
  const { folder = BUILT } = options;
  await allowDeveloperMode(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: options.headless ?? true,
    chromiumSandbox: false,
    colorScheme: options.colorScheme ?? 'light',
    viewport: null,
    ignoreHTTPSErrors: true,
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=${mapped(ports)}`,
      '--ignore-certificate-errors',
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=en-US',
      '--window-size=1280,900',
      ...(options.flags ?? []),
    ],
  });
  const worker = await Promise.race([workerOf(context), wait(STARTS_WITHIN_MS, undefined, { ref: false })]);
  if (!worker) {
    // Seen once in some hundred starts after a crash: nothing answers any more, and a person would start it again as well.
    process.stderr.write('a browser that did not get ready was started once more\n');
    await context.close();
    return launchOn(profile, ports, options, tidy);
  }
  if (!options.index) await worker.evaluate((off) => chrome.storage.local.set({ 'people-index': off }), INDEX_OFF);
  const id = new URL(worker.url()).host;
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };
  return {
    context,
    id,
    open,
    tabId: (page) => tabIdOf(context, id, page),
    clickToolbar: (page) => clickToolbar(context, id, page),
    async panelBeside(page) {
      const panel = await open(`sidepanel.html?tab=${await tabIdOf(context, id, page)}`);
      await clickToolbar(context, id, page);
      await panel.bringToFront();
      return panel;
    },
    sidePanel: () => sidePanel(profile, id),
    allowHost: (pattern) => allowHost(context, id, pattern),
    killWorker: () => killWorker(context, id),
    reload: () => reloadExtension(context, id),
    crash: () => crashBrowser(context, profile),
    relaunch: () => launchOn(profile, ports, options, tidy),
    profile,
    close: async () => {
      await context.close();
      await tidy();
    },
  };
}

/** Once it has had its first turn: before that a click would be heard by nobody. */
async function workerOf(context: BrowserContext): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  while (!(await worker.evaluate(() => chrome.action?.onClicked.hasListeners() ?? false))) await wait(20);
  return worker;
}

/** Without developer mode the browser disables an unpacked extension when it reloads itself. */
async function allowDeveloperMode(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const file = join(profile, 'Default/Preferences');
  await writeFile(file, JSON.stringify({ extensions: { ui: { developer_mode: true } } }), { flag: 'wx' }).catch(() => undefined);
}

async function tabIdOf(context: BrowserContext, id: string, page: Page): Promise<number> {
  // The browser tells addresses only of sites we may read; the title it tells of none. So the tab is made the active one.
  await page.bringToFront();
  return withOurPage(context, id, async (ours) => {
    await page.bringToFront();
    const [tab] = await ours.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true }));
    if (tab?.id === undefined) throw new Error('no active tab');
    return tab.id;
  });
}

async function clickToolbar(context: BrowserContext, id: string, page: Page): Promise<void> {
  await page.bringToFront();
  const browser = context.browser();
  const cdp = browser ? await browser.newBrowserCDPSession() : await context.newCDPSession(page);
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const target = targetInfos.find(({ url }) => url === page.url());
  if (!target) throw new Error(`no tab shows ${page.url()}`);
  await (cdp.send as (method: string, params: object) => Promise<unknown>)('Extensions.triggerAction', {
    id,
    targetId: target.targetId,
  });
}

/** Playwright's own connection does not list the panel; a second one does. */
async function sidePanel(profile: string, id: string): Promise<Page> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const deadline = performance.now() + 15_000;
  while (performance.now() < deadline) {
    const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = second.contexts().flatMap((context) => context.pages());
    const panel = pages.find((page) => page.url() === `chrome-extension://${id}/sidepanel.html`);
    if (panel) return panel;
    await wait(200);
  }
  throw new Error('the side panel did not open');
}

async function allowHost(context: BrowserContext, id: string, pattern: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([extension, host]) =>
      (
        chrome as unknown as { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } }
      ).developerPrivate.addHostPermission(extension as string, host as string),
    [id, pattern],
  );
  await page.close();
}
