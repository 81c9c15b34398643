/** Everybody who is not us sends everything there is to send, in a real browser; whatever they send, nothing is done. */
import type { Page } from '@playwright/test';

import { MESSAGES, type MessageName } from '#lib/messages/table.ts';

import { DEEP, LONG, samplesOf, spoilt } from '../support/hostile.ts';
import { ask } from '../support/ask-worker.ts';
import { BUILT, launchExtension, type Extension } from '../support/extension.ts';
import { otherExtension } from '../support/other-extension.ts';
import { addKnown, expect, exportButton, pickJob, recruiterIn, test as base, type Recruiter } from './fixture.ts';
import { stored } from './records.ts';
import type { Sandbox } from '../sandbox/server.ts';

const NAMES = Object.keys(MESSAGES) as MessageName[];
const REFUSED = JSON.stringify({ ok: false, error: { code: 'message/refused' } });

/** As text, in which ten megabytes, and ten thousand lists, are one sign: they are made where they are sent from. */
const written = (message: object): string =>
  JSON.stringify(message, (_key, value: unknown) => (value === LONG ? '§' : value === DEEP ? '¶' : value));

/** Every message as it should be, about an export that there is. */
const wellMade = (id: string): string[] =>
  NAMES.flatMap((name) => samplesOf(name).map((body) => written({ v: 1, name, body: 'id' in body ? { ...body, id } : body })));

type Sent = [name: string, reply: string][];

/** Run in a page, or put into one, so it stands alone: sends each, and answers what came back, by the name of the message. */
const sendAll = async (texts: string[]): Promise<Sent> => {
  const sent: Sent = [];
  for (const text of texts) {
    const whole = text.replaceAll('§', 'x'.repeat(10_000_000)).replaceAll('"¶"', '['.repeat(10_000) + ']'.repeat(10_000));
    const { to, ...message } = JSON.parse(whole) as { name: string; to?: string };
    let reply: unknown;
    try {
      reply = await (to === undefined ? chrome.runtime.sendMessage(message) : chrome.runtime.sendMessage(to, message));
    } catch (thrown) {
      reply = `nobody: ${String(thrown)}`;
    }
    sent.push([message.name, JSON.stringify(reply ?? null)]);
  }
  return sent;
};

/** All that is kept, as text; what is sealed by its bytes. */
async function everythingKept(ours: Page): Promise<string> {
  return ours.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    const db = await done(indexedDB.open('gleaner'));
    const stores = [...db.objectStoreNames].filter((name) => name !== 'keys');
    const rows = await Promise.all(stores.map((name) => done(db.transaction(name).objectStore(name).getAll())));
    db.close();
    const kept = { rows, local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null) };
    return JSON.stringify(kept, (_key, value: unknown) => {
      if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
      return value instanceof Uint8Array ? [...value] : value;
    });
  });
}

const kept = async (ours: Page, sandbox: Sandbox): Promise<string> =>
  `${sandbox.requests().length} calls, and ${await everythingKept(ours)}`;

/** What is there once nothing is under way any more: panels that were opened for the scene ask and write by themselves. */
async function settled(read: () => Promise<string>): Promise<string> {
  let last = await read();
  await expect(async () => {
    const before = last;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    last = await read();
    expect(last).toBe(before);
  }).toPass({ timeout: 30_000 });
  return last;
}

interface Scene {
  extension: Extension;
  recruiter: Recruiter;
  /** A page of ours, of the extension as it is. */
  ours: Page;
  /** The export that waits for the recruiter. */
  id: string;
  /** The address of somebody else's extension's page. */
  other: string;
  /** Runs something hostile, after which nothing is other than it was. */
  unharmed(this: void, attack: () => Promise<void>): Promise<void>;
}

/** A recruiter who has exported somebody, and is needed for the export of somebody else. */
async function scene(extension: Extension, sandbox: Sandbox, other: string): Promise<Scene> {
  const recruiter = recruiterIn(extension, sandbox);
  const panel = await recruiter.meet('linkedin/sdui-contact-overlay-open');
  // Somebody known: after somebody new the outbox goes on looking for a second record of them, by itself and for an hour.
  const known = stored(sandbox).candidates.find(({ email_addresses, private: hidden }) => email_addresses.length > 0 && !hidden);
  await addKnown(panel, known?.email_addresses[0]?.value ?? '');
  const ours = await extension.open('options.html');
  sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, do: 'status', status: 422 });
  const second = await recruiter.panelFor(await recruiter.visit('github/layout-of-2018'));
  await pickJob(second, 'No job');
  await exportButton(second).click();
  const stopped = async () => (await ask(ours, 'export.list', {})).find(({ state }) => state === 'needs-you')?.id;
  await expect.poll(stopped, { timeout: 20_000 }).toBeDefined();
  const id = await stopped();
  if (id === undefined) throw new Error('no export waits');
  return {
    extension,
    recruiter,
    ours,
    id,
    other,
    async unharmed(attack) {
      const before = await settled(() => kept(ours, sandbox));
      const lines: string[] = [];
      const [worker] = extension.context.serviceWorkers();
      worker!.on('console', (message) => void lines.push(message.text()));
      await attack();
      expect(await kept(ours, sandbox)).toBe(before);
      // By name only, and each name once however often it came.
      expect(lines.filter((line) => !/^refused a message [a-z.-]+$/.test(line))).toEqual([]);
      expect(new Set(lines).size).toBe(lines.length);
    },
  };
}

const test = base.extend<{ attacked: Scene }>({
  attacked: async ({ pages, sandbox }, use) => {
    const other = await otherExtension();
    const extension = await launchExtension(
      { pages: pages.port, greenhouse: sandbox.port },
      { folder: [BUILT, other.folder].join(',') },
    );
    await use(await scene(extension, sandbox, other.page));
    await extension.close();
    await other.remove();
  },
});

const fromPages = NAMES.filter((name) => MESSAGES[name].from === 'in-page');
const isOneOf = (names: readonly string[]) => (text: string) => names.includes((JSON.parse(text) as { name: string }).name);
const spoiltOnes = (names: readonly MessageName[]): string[] =>
  names.flatMap((name) =>
    samplesOf(name)
      // The first of each: all of them are spoilt in `tests/lib/messages/hostile.test.ts`, where ten megabytes take no minute.
      .slice(0, 1)
      .flatMap((sample) => [...spoilt(sample)].map(([, body]) => written({ v: 1, name, body }))),
  );

/** Put into the page of a tab as our own script, which is what a site that broke into it would speak with. */
const fromInside = (ours: Page, target: { tabId: number; frameIds?: number[] }, texts: string[]): Promise<Sent> =>
  ours.evaluate<Sent>(
    `chrome.scripting.executeScript({ target: ${JSON.stringify(target)}, func: ${String(sendAll)}, args: [${JSON.stringify(texts)}] })
      .then(([{ result }]) => result)`,
  );

/** What is for our pages is refused by whichever of them is open, and else heard by nobody; lists in lists do not even leave. */
const heeded = (sent: Sent): Sent =>
  sent.filter(([name, reply]) => {
    const unheard = reply === 'null' && MESSAGES[name as MessageName].to === 'extension';
    return reply !== REFUSED && !unheard && !reply.includes('Could not serialize message');
  });

test('whoever sends it and however it is spoilt, it is refused, and nothing is done', async ({ attacked }) => {
  test.setTimeout(240_000);
  const { extension, recruiter, ours, id, other, unharmed } = attacked;
  const page = await recruiter.visit('github/signed-in-complete');
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { src: '/signed-in-complete-frame' });
    return new Promise((loaded) => {
      frame.addEventListener('load', loaded);
      document.body.append(frame);
    });
  });
  const tabId = await extension.tabId(page);
  await extension.clickToolbar(page);
  const wellMadeOnes = wellMade(id);

  await test.step('a page has nothing to send with', () =>
    unharmed(async () => {
      expect(await page.evaluate(() => typeof (globalThis as { chrome?: typeof chrome }).chrome?.runtime?.sendMessage)).toBe(
        'undefined',
      );
    }));

  await test.step('our own script in a page, with every message that is not for pages, and with those that are, spoilt', () =>
    unharmed(async () => {
      const notTheirs = wellMadeOnes.filter((text) => !isOneOf(fromPages)(text));
      const sent = await fromInside(ours, { tabId }, [...notTheirs, ...spoiltOnes(fromPages)]);
      expect(sent.length).toBeGreaterThan(NAMES.length + 20);
      expect(heeded(sent)).toEqual([]);
    }));

  await test.step('the same in a frame of the page, where even the right ones are refused', () =>
    unharmed(async () => {
      const frames = await ours.evaluate(
        (tab) => chrome.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: () => location.pathname }),
        tabId,
      );
      const { frameId } = frames.find(({ result }) => result === '/signed-in-complete-frame')!;
      expect(frameId).not.toBe(0);
      expect(heeded(await fromInside(ours, { tabId, frameIds: [frameId] }, wellMadeOnes))).toEqual([]);
    }));

  await test.step('a page of ours, with everything spoilt', () =>
    unharmed(async () => {
      const texts = spoiltOnes(NAMES);
      const sent = await ours.evaluate(sendAll, texts);
      expect(sent.length).toBe(texts.length);
      expect(heeded(sent)).toEqual([]);
    }));

  await test.step('a page of ours is not shown in a frame, nor in one of its own', () =>
    unharmed(async () => {
      for (const around of [page, ours]) {
        const shown = await around.evaluate(
          (address) =>
            new Promise<string>((resolve) => {
              const frame = Object.assign(document.createElement('iframe'), { src: address });
              frame.addEventListener('load', () => {
                resolve(frame.contentDocument?.title ?? 'nothing that we may see');
                frame.remove();
              });
              document.body.append(frame);
            }),
          `chrome-extension://${extension.id}/sidepanel.html`,
        );
        expect(shown).toBe('nothing that we may see');
      }
    }));

  await test.step('another extension', () =>
    unharmed(async () => {
      const theirs = await extension.context.newPage();
      await theirs.goto(other);
      const sent = await theirs.evaluate(
        sendAll,
        wellMadeOnes.map((text) => text.replace('{', `{"to":"${extension.id}",`)),
      );
      expect(sent.map(([, reply]) => reply)).toEqual(sent.map(() => expect.stringMatching(/^"nobody: /)));
    }));
});
