import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { call } from '#lib/messages/call.ts';
import { isFrom } from '#lib/messages/sender.ts';
import { serve, type Handlers } from '#lib/messages/serve.ts';
import { MESSAGES } from '#lib/messages/table.ts';
import { AppError } from '#lib/errors.ts';

import { ALLOWED, EXTENSION_ID, EXTENSION_URL, SENDERS } from '../../support/senders.ts';

type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;

let listener: Listener | undefined;
const refused: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  refused.length = 0;
  Object.assign(fakeBrowser.runtime, { id: EXTENSION_ID });
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => EXTENSION_URL + path.replace(/^\//, ''));
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => void (listener = added as Listener));
});

/** Every row answered by the same function, so that only the table and the sender decide. */
function serveAll(context: 'worker' | 'extension', handle: () => unknown = () => ({})) {
  const handlers = Object.fromEntries(Object.keys(MESSAGES).map((name) => [name, handle]));
  serve(context, handlers as unknown as Handlers<typeof context>, (name) => refused.push(name));
}

const send = (message: unknown, sender: unknown): Promise<unknown> | 'ignored' => {
  let settle: (reply: unknown) => void = () => undefined;
  const reply = new Promise((resolve) => (settle = resolve));
  return listener?.(message, sender, settle) === true ? reply : 'ignored';
};

describe.each(Object.entries(SENDERS))('a message from %s', (name, sender) => {
  test.each(['extension', 'in-page', 'worker'] as const)('is told apart where %s is expected', (expected) => {
    expect(isFrom(expected, sender as never)).toBe(ALLOWED[expected].includes(name as keyof typeof SENDERS));
  });
});

describe('the worker', () => {
  test.each(Object.entries(MESSAGES).filter(([, row]) => row.to === 'worker' && row.from === 'extension'))(
    'refuses %s from a page, from a frame and from another extension, and does nothing',
    async (name) => {
      const handle = vi.fn();
      serveAll('worker', handle);
      for (const sender of [
        SENDERS.inPage,
        SENDERS.inPageFrame,
        SENDERS.panelInFrame,
        SENDERS.otherExtension,
        SENDERS.pretender,
      ]) {
        expect(await send({ v: 1, name, body: {} }, sender)).toEqual({ ok: false, error: { code: 'message/refused' } });
      }
      expect(handle).not.toHaveBeenCalled();
      expect(refused).toEqual(Array.from({ length: 5 }, () => name));
    },
  );

  const fromPages = Object.entries(MESSAGES).filter(([, row]) => row.from === 'in-page');

  test('hears no more of a page than two words without content', () => {
    expect(fromPages.map(([name]) => name)).toEqual(['panel.open', 'page.changed']);
  });

  test.each(fromPages)('takes %s from what stands in the page of a tab alone, and with nothing in it', async (name) => {
    const handle = vi.fn(() => ({}));
    serveAll('worker', handle);
    const { inPage, ...others } = SENDERS;
    for (const sender of Object.values(others))
      expect(await send({ v: 1, name, body: {} }, sender)).toEqual({ ok: false, error: { code: 'message/refused' } });
    for (const body of [{ people: ['linkedin:ada'] }, { tabId: 8 }, 'again', [], null])
      expect(await send({ v: 1, name, body }, inPage)).toEqual({ ok: false, error: { code: 'message/refused' } });
    expect(handle).not.toHaveBeenCalled();
    expect(await send({ v: 1, name, body: {} }, inPage)).toEqual({ ok: true, value: {} });
    expect(handle).toHaveBeenCalledExactlyOnceWith({}, inPage);
  });

  test('does not answer rows that are for the panel, so that it never answers in its place', () => {
    serveAll('worker');
    expect(send({ v: 1, name: 'panel.read', body: { tabId: 1 } }, SENDERS.worker)).toBe('ignored');
  });

  test('answers a failure in wire form, without its cause', async () => {
    serveAll('worker', () => {
      throw new AppError('greenhouse/limited', { until: 5 }, new Error('secret-in-a-cause'));
    });
    const reply = await send({ v: 1, name: 'jobs.list', body: { refresh: false } }, SENDERS.sidePanel);
    expect(reply).toEqual({ ok: false, error: { code: 'greenhouse/limited', detail: { until: 5 } } });
  });

  test('answers what it did not foresee as a bug', async () => {
    serveAll('worker', () => {
      throw new TypeError('undefined is not a function');
    });
    expect(await send({ v: 1, name: 'jobs.list', body: { refresh: false } }, SENDERS.sidePanel)).toEqual({
      ok: false,
      error: { code: 'bug' },
    });
  });
});

describe('a caller', () => {
  const answerWith = (reply: unknown) =>
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => reply as never);

  test('hears a refusal of Greenhouse as the error that it was', async () => {
    answerWith({ ok: false, error: { code: 'greenhouse/forbidden', detail: { scope: 'harvest:jobs:list' } } });
    await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({
      code: 'greenhouse/forbidden',
      detail: { scope: 'harvest:jobs:list' },
    });
  });

  test.each([undefined, null, {}, { ok: 'true' }])('hears %j as a lost message', async (reply) => {
    answerWith(reply);
    await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({ code: 'message/lost' });
  });

  const throwing = (words: string) =>
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
      throw new Error(words);
    });

  test.each(['Could not establish connection. Receiving end does not exist.', 'The message port closed before a response'])(
    'hears a dead worker as a lost message: %s',
    async (words) => {
      throwing(words);
      await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({ code: 'message/lost' });
    },
  );

  test('hears that an update has left its page behind', async () => {
    throwing('Extension context invalidated.');
    await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({ code: 'message/outdated' });
    throwing('anything');
    Object.assign(fakeBrowser.runtime, { id: undefined });
    await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({ code: 'message/outdated' });
  });

  test('hears it from a worker of another version too', async () => {
    serveAll('worker');
    const reply = { ok: false, error: { code: 'message/outdated' } };
    for (const v of [0, 2]) expect(await send({ v, name: 'jobs.list', body: {} }, SENDERS.sidePanel)).toEqual(reply);
    answerWith(reply);
    await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({ code: 'message/outdated' });
    for (const sender of [SENDERS.inPage, SENDERS.otherExtension, SENDERS.panelInFrame])
      expect(send({ v: 2, name: 'jobs.list', body: {} }, sender)).toBe('ignored');
    expect(send({ v: '2', name: 'jobs.list', body: {} }, SENDERS.sidePanel)).toBe('ignored');
    serveAll('extension');
    expect(send({ v: 2, name: 'jobs.list', body: {} }, SENDERS.worker), 'a page answers for no worker').toBe('ignored');
  });

  test('does not take an answer of the wrong shape', async () => {
    answerWith({ ok: true, value: { jobs: 'many' } });
    await expect(call('jobs.list', { refresh: false })).rejects.toMatchObject({ code: 'bug' });
  });
});
