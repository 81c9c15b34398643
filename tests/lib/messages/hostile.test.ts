/** Every message × every sender × every way to spoil it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { hear } from '#lib/messages/hear.ts';
import { refusals } from '#lib/messages/refusals.ts';
import { serve, type Handlers, type NamesTo } from '#lib/messages/serve.ts';
import { MESSAGES, type MessageName } from '#lib/messages/table.ts';

import { NO_NAMES, samplesOf, spoilt, unwritable } from '../../support/hostile.ts';
import { ALLOWED, EXTENSION_ID, EXTENSION_URL, SENDERS } from '../../support/senders.ts';

type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;
type Sender = keyof typeof SENDERS;

let listener: Listener;

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { id: EXTENSION_ID });
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => EXTENSION_URL + path.replace(/^\//, ''));
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => void (listener = added as Listener));
});

const NAMES = Object.keys(MESSAGES) as MessageName[];
const SENDS = Object.keys(SENDERS) as Sender[];
const REFUSED = { ok: false, error: { code: 'message/refused' } };

/** A context that answers every row, so that only the table and the sender decide. */
function serving(): { handled: ReturnType<typeof vi.fn>; refused: ReturnType<typeof vi.fn> } {
  const handled = vi.fn(() => ({}));
  const refused = vi.fn();
  serve('worker', Object.fromEntries(NAMES.map((name) => [name, handled])) as unknown as Handlers<'worker'>, refused);
  return { handled, refused };
}

/** The answer, or `ignored`; a message that is not refused at once is under way. */
function send(message: unknown, sender: Sender): unknown {
  let reply: unknown = 'under way';
  const answers = listener(message, SENDERS[sender], (said) => (reply = said)) === true;
  return answers ? reply : 'ignored';
}

const bodies = (name: MessageName) => samplesOf(name).flatMap((body) => [...spoilt(body), ...unwritable(body)]);
const asTheyAre = (name: MessageName) => samplesOf(name).map((body) => ['as it is', body] as const);
const toWorker = NAMES.filter((name) => MESSAGES[name].to === 'worker');

describe.each(toWorker)('%s', { timeout: 30_000 }, (name) => {
  const allowed = (sender: Sender) => ALLOWED[MESSAGES[name].from].includes(sender);

  test('is spoilt at every level, and accepted as it is', () => {
    const { handled, refused } = serving();
    expect(bodies(name).length).toBeGreaterThanOrEqual(16);
    const samples = samplesOf(name);
    for (const sender of SENDS.filter(allowed))
      for (const body of samples) expect(send({ v: 1, name, body }, sender)).toBe('under way');
    expect(handled).toHaveBeenCalledTimes(SENDS.filter(allowed).length * samples.length);
    for (const body of samples) expect(handled).toHaveBeenCalledWith(body, expect.anything());
    expect(refused).not.toHaveBeenCalled();
  });

  test.each(SENDS)('is refused to %s with anything in it that is not in its row', (sender) => {
    const { handled, refused } = serving();
    const asked = allowed(sender) ? bodies(name) : [...asTheyAre(name), ...bodies(name)];
    const heeded = asked.filter(([, body]) => JSON.stringify(send({ v: 1, name, body }, sender)) !== JSON.stringify(REFUSED));
    expect(heeded.map(([what]) => what)).toEqual([]);
    expect(handled).not.toHaveBeenCalled();
    // The name, which is the table's own, and nothing of what was sent.
    expect(refused.mock.calls).toEqual(asked.map(() => [name]));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

const toPages = NAMES.filter((name): name is NamesTo<'extension'> => MESSAGES[name].to === 'extension');

describe.each(toPages)('%s', (name) => {
  test.each(SENDS)('from %s is heard by our pages only as its row says', (sender) => {
    const heard = vi.fn();
    hear(name, heard);
    const asked = [...asTheyAre(name), ...bodies(name)];
    for (const [, body] of asked) expect(send({ v: 1, name, body }, sender)).toBe('ignored');
    const good = ALLOWED[MESSAGES[name].from].includes(sender) ? samplesOf(name).map((body) => [body]) : [];
    expect(heard.mock.calls).toEqual(good);
  });

  test.each(SENDS)('is not answered by the worker in their place, to %s', (sender) => {
    const { handled } = serving();
    for (const body of samplesOf(name)) expect(send({ v: 1, name, body }, sender)).toBe('ignored');
    expect(handled).not.toHaveBeenCalled();
  });
});

test.each(SENDS)('no name but one of the table is looked at, or written down, from %s', (sender) => {
  const { handled, refused } = serving();
  for (const name of NO_NAMES) expect(send({ v: 1, name, body: {} }, sender)).toBe('ignored');
  for (const message of [null, 'export.list', [], { v: 1, name: 'export.list', body: {}, more: 1 }])
    expect(send(message, sender)).toBe('ignored');
  expect(handled).not.toHaveBeenCalled();
  expect(refused).not.toHaveBeenCalled();
});

test('a flood of refused messages is one line of each name in a minute', () => {
  let now = 1_000_000;
  const say = vi.fn();
  const refused = refusals(() => now, say);
  for (let each = 0; each < 1000; each += 1) refused(each % 2 === 0 ? 'export.start' : 'jobs.list');
  expect(say.mock.calls).toEqual([['export.start'], ['jobs.list']]);
  now += 59_999;
  refused('export.start');
  expect(say).toHaveBeenCalledTimes(2);
  now += 1;
  refused('export.start');
  expect(say).toHaveBeenCalledTimes(3);
  // Set back by an hour, it does not fall silent for an hour.
  now -= 3_600_000;
  refused('export.start');
  expect(say).toHaveBeenCalledTimes(4);
});
