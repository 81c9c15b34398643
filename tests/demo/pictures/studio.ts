/** A stage with a page and the real side panel beside it, and how they are photographed. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { request, type Page } from '@playwright/test';

import type { SandboxOptions } from '../../sandbox/server.ts';
import { connect, credentialOf } from '../connect.ts';
import { dressed } from '../dress.ts';
import { samples, type Sample } from '../samples.ts';
import { setUp, type Stage } from '../stage.ts';

export const PANEL_SIZE = { width: 380, height: 800 };
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface Studio extends Stage {
  /** The tab that the panel is about. */
  page: Page;
  /** The real side panel; there once a page was shown with a click. */
  panel(): Promise<Page>;
  connect(): Promise<void>;
  /** Opens a sample (perhaps with changes to its HTML) at its address. */
  open(name: string, change?: (html: string) => string, at?: string): Promise<void>;
  /** The same, and then clicks the toolbar button. */
  show(name: string, change?: (html: string) => string, at?: string): Promise<Page>;
  /** Somebody else puts a person into Greenhouse. */
  somebodyAdds(person: object): Promise<void>;
}

export async function openStudio(sandbox: SandboxOptions = {}): Promise<Studio> {
  const stage = await setUp({ headless: true, sandbox: { rateLimit: 5000, tokenRateLimit: 5000, ...sandbox } });
  const { extension, pages } = stage;
  const byName = new Map<string, Sample>(samples().map((sample) => [sample.name, sample]));
  const page = extension.context.pages()[0] ?? (await extension.context.newPage());
  let panel: Page | undefined;

  const open: Studio['open'] = async (name, change = (html) => html, at) => {
    const sample = byName.get(name);
    if (!sample) throw new Error(`There is no sample ${name}`);
    const url = at ?? sample.url;
    pages.put(dressed({ url, html: change(sample.html) }));
    await page.goto(url);
    await page.bringToFront();
  };
  const theirPanel = async (): Promise<Page> => {
    if (panel && !panel.isClosed()) return panel;
    panel = await extension.sidePanel();
    await panel.setViewportSize(PANEL_SIZE);
    return panel;
  };
  return {
    ...stage,
    page,
    panel: theirPanel,
    open,
    async show(name, change, at) {
      await open(name, change, at);
      await extension.clickToolbar(page);
      return theirPanel();
    },
    async connect() {
      const options = await extension.open('options.html');
      await connect(options, credentialOf(stage.sandbox));
      await options.close();
    },
    somebodyAdds: (person) => addTo(stage, person),
  };
}

async function addTo({ sandbox }: Stage, person: object): Promise<void> {
  const api = await request.newContext({ baseURL: sandbox.url, ignoreHTTPSErrors: true });
  const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64');
  const token = await api.post(`/token?grant_type=client_credentials&sub=${sandbox.user.id}`, {
    headers: { authorization: `Basic ${basic}` },
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await api.post('/v3/candidates', { data: person, headers: { authorization: `Bearer ${access_token}` } });
  if (!answer.ok()) throw new Error(`The sandbox did not take them: ${await answer.text()}`);
  await api.dispose();
}

/** Photographs a page of ours, light and dark; `whole`: all of it, as high as it is. */
export async function photograph(page: Page, file: (scheme: Scheme) => string, whole = false): Promise<void> {
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await write(page, file(scheme), whole);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function write(page: Page, path: string, fullPage: boolean): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage, animations: 'disabled', caret: 'hide' });
}
