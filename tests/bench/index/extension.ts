/** The real extension, connected, with its own index as large as asked: nothing in it is made for tests. */
import { resolve } from 'node:path';

import { type CDPSession, type Page } from '@playwright/test';

import { type Shown, watchFrames, withPerson } from '../../support/frames.ts';
import { casePage } from '../../support/pages.ts';
import { bundled } from '../bundle.ts';
import { type Recruiter, recruiter } from '../recruiter.ts';
import { CLOSED_MS } from './browser.ts';
import { asked, candidateId } from './people.ts';

/** Somebody whom the sandbox knows by their profile, and whom the page of a case is given to. */
const CASE = 'linkedin/sdui-contact-overlay-open';
const CASES_HANDLE = 'oskar-lindqvist-fixture';
const PAGE_SIZE = 500;
const PATIENCE_MS = 60_000;

export interface RealExtension {
  /** Kills the worker, and waits until what it held open is closed. */
  sleep(): Promise<void>;
  /** Milliseconds from the panel's question about a profile to the answer of the worker; of somebody whom it knows. */
  roundTrip(round: number): Promise<number>;
  /** A panel that is opened on the profile of somebody who is in Greenhouse, from the first moment that shows the person. */
  shown(): Promise<Shown[]>;
  close(): Promise<void>;
}

export async function realExtension(people: number, flags: string[]): Promise<RealExtension> {
  const one = await recruiter({ sandbox: { candidates: 50 }, index: true, flags });
  try {
    const ours = await one.extension.open('options.html');
    const cdp = await one.extension.context.newCDPSession(ours);
    await cdp.send('ServiceWorker.enable');
    await fillIndex(cdp, people);
    const shownIn = await watchFrames(one.extension.context);
    const panel = await panelOnSomebody(one);
    return {
      async sleep() {
        await cdp.send('ServiceWorker.stopAllWorkers');
        await new Promise((resolve) => setTimeout(resolve, CLOSED_MS));
      },
      roundTrip: (round) => roundTrip(ours, people, round),
      async shown() {
        await panel.bringToFront();
        await panel.reload();
        await saysKnown(panel);
        return withPerson(await shownIn(panel));
      },
      close: () => one.close(),
    };
  } catch (thrown) {
    await one.close();
    throw thrown;
  }
}

async function evaluated<T>(cdp: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** Behind the policy of the page, which lets no script in: the debugger may. */
async function fillIndex(cdp: CDPSession, people: number): Promise<void> {
  await evaluated(cdp, await bundled(resolve(import.meta.dirname, 'in-page.ts')));
  const deadline = performance.now() + PATIENCE_MS;
  let account: string | undefined;
  while ((account = await evaluated<string | undefined>(cdp, 'bench.account()')) === undefined) {
    if (performance.now() > deadline) throw new Error('The extension has not begun to keep an index.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await evaluated(cdp, `bench.fill(${JSON.stringify(account)}, 0, ${people}, ${PAGE_SIZE})`);
}

const saysKnown = (panel: Page): Promise<void> =>
  panel
    .getByRole('status', { name: 'Match' })
    .filter({ hasText: /^In Greenhouse/ })
    .waitFor();

/** Opened once, by a click on the toolbar, so that it may read the page from then on. */
async function panelOnSomebody(one: Recruiter): Promise<Page> {
  const people = one.sandbox.state()['candidates'] as { private?: boolean; social_media_addresses?: { value: string }[] }[];
  const url = people
    .filter((person) => person.private === false)
    .flatMap(({ social_media_addresses: addresses = [] }) => addresses)
    .find(({ value }) => value.includes('linkedin.com/in/'))?.value;
  if (!url) throw new Error('Nobody in the sandbox has a profile.');
  const handle = url.slice(url.lastIndexOf('/') + 1);
  one.pages.put({ url: `${url}/`, html: casePage(CASE).html.replaceAll(CASES_HANDLE, handle) });
  const panel = await one.panelFor(await one.visit(`${url}/`));
  await saysKnown(panel);
  return panel;
}

async function roundTrip(page: Page, people: number, round: number): Promise<number> {
  const {
    people: [person],
    expected,
  } = asked('profile', 1, people, 100, round);
  const externalIds = person?.keys.flatMap((key) => (key.startsWith('id ') ? [key.slice(3)] : [])) ?? [];
  const { took, reply } = await page.evaluate(async (externalIds) => {
    const message = { v: 1, name: 'candidate.known', body: { people: [{ externalIds, emails: [] }] } };
    const started = performance.now();
    const reply: unknown = await chrome.runtime.sendMessage(message);
    return { took: performance.now() - started, reply };
  }, externalIds);
  if (!JSON.stringify(reply).includes(String(expected[0] ?? candidateId(0))))
    throw new Error(`not found: ${JSON.stringify(reply)}`);
  return took;
}
