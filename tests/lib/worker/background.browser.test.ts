/** The wiring of the worker, in a browser that has a real database and real locks; the extension's own APIs are fakes. */
import { fakeBrowser } from '../storage/fake-extension.ts';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { rows } from '#lib/export/rows.ts';
import { connectionItem, peopleIndexItem, settingsItem } from '#lib/storage/items.ts';
import { lock } from '#lib/storage/lock.ts';
import { managed } from '#lib/storage/managed.ts';
import { passphrase } from '#lib/storage/passphrase.ts';
import { forgetShelves } from '#lib/storage/people-shelf.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { vaultItem, type Vault } from '#lib/storage/vault-format.ts';
import { vault } from '#lib/storage/vault.ts';
import { LOCK_ALARM } from '#lib/worker/lock-in-time.ts';
import { MENU_ITEM } from '#lib/worker/menu.ts';
import { ALARM } from '#lib/worker/wake.ts';

import background from '../../../entrypoints/background.ts';
import { exportRequest } from '../../support/export-request.ts';
import { emptied, putRow } from '../storage/stored.ts';

interface Event {
  addListener: (listener: never) => void;
}

/** Every event that wakes the worker, or that it must not miss while it lives; one name for two listeners counts twice. */
const EVENTS: Record<string, Event> = {
  'runtime.onMessage': fakeBrowser.runtime.onMessage,
  'action.onClicked': fakeBrowser.action.onClicked,
  'contextMenus.onClicked': fakeBrowser.contextMenus.onClicked,
  'alarms.onAlarm': fakeBrowser.alarms.onAlarm,
  'runtime.onInstalled': fakeBrowser.runtime.onInstalled,
  'runtime.onStartup': fakeBrowser.runtime.onStartup,
  'permissions.onAdded': fakeBrowser.permissions.onAdded,
  'permissions.onRemoved': fakeBrowser.permissions.onRemoved,
  'tabs.onActivated': fakeBrowser.tabs.onActivated,
  'tabs.onUpdated': fakeBrowser.tabs.onUpdated,
  'storage.local.onChanged': fakeBrowser.storage.local.onChanged,
  'storage.onChanged': fakeBrowser.storage.onChanged,
  'storage.session.onChanged': fakeBrowser.storage.session.onChanged,
};

/** Registered, in order: which event, and who listens. */
let registered: { event: string; listener: (...args: unknown[]) => unknown }[];
let asked: string[];

/** Of the tests themselves: the worker's stand still until one of them says that a second is over. */
const inTime = setTimeout;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  fakeBrowser.reset();
  await emptied();
  registered = [];
  asked = [];
  for (const [event, target] of Object.entries(EVENTS)) {
    vi.spyOn(target, 'addListener').mockImplementation((listener) => void registered.push({ event, listener }));
  }
  const answering =
    (name: string, value: unknown) =>
    (...args: unknown[]) => {
      asked.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '));
      return Promise.resolve(value) as never;
    };
  vi.spyOn(fakeBrowser.storage.local, 'setAccessLevel').mockImplementation(answering('setAccessLevel', undefined));
  vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts').mockImplementation(answering('getRegisteredContentScripts', []));
  vi.spyOn(fakeBrowser.sidePanel, 'open').mockImplementation(answering('sidePanel.open', undefined));
  vi.spyOn(fakeBrowser.contextMenus, 'create').mockImplementation((properties) => {
    asked.push(`contextMenus.create ${JSON.stringify(properties)}`);
    return properties.id ?? '';
  });
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => key);
});

/** Fires an event at everybody who registered for it in the first turn. */
const fire = (event: string, ...args: unknown[]) => {
  const listening = registered.filter((each) => each.event === event);
  expect(listening.length, event).toBeGreaterThan(0);
  for (const { listener } of listening) listener(...args);
};
const settled = () => new Promise((resolve) => inTime(resolve, 50));
/** So long after its start the worker does what nobody waits for. */
const chores = () => vi.advanceTimersByTime(1000);
// What a test set going ends before its fakes do.
afterEach(async () => {
  await settled();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const syncs = () => asked.filter((call) => call.startsWith('getRegisteredContentScripts')).length;

test('every listener is there at the end of the first turn, and none is added later', async () => {
  const returned: unknown = background.main();
  const first = registered.map(({ event }) => event);
  expect(returned, 'it waits for nothing').toBeUndefined();
  // Five times: for the settings, the connection, the index, the policy, and the vault.
  const local = 'storage.local.onChanged';
  expect(first.toSorted()).toEqual([...Object.keys(EVENTS), local, local, local, local].toSorted());
  await settled();
  expect(registered).toHaveLength(first.length);
});

test('storage is closed to web pages at once', () => {
  background.main();
  expect(asked).toContain('setAccessLevel {"accessLevel":"TRUSTED_CONTEXTS"}');
});

describe('the index of the account that is connected', () => {
  const shelves = async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('people ')).length;
  beforeEach(async () => {
    await connectionItem.set({
      kind: 'harvest',
      clientId: 'client-1',
      actingEmail: 'a@b.example',
      rights: [],
      identity: {
        organisation: { id: 'org-7', name: 'Birch Labs' },
        actingUser: { id: 4001, name: 'Nobody', email: 'a@b.example', siteAdmin: false },
      },
    });
    await forgetShelves();
  });
  afterEach(async () => void (await forgetShelves()));

  test('is opened by the chores, and by nothing before: whoever has woken the worker is answered first', async () => {
    background.main();
    await settled();
    expect(await shelves()).toBe(0);
    chores();
    await expect.poll(shelves).toBe(1);
  });

  test('is left alone where it is off', async () => {
    await peopleIndexItem.set({ scope: { kind: 'off' }, paused: [], agreed: [] });
    background.main();
    chores();
    await settled();
    expect(await shelves()).toBe(0);
  });
});

describe('the panel is opened in the very turn of', () => {
  const tab = { id: 7, windowId: 3 };

  test('a click on the toolbar button', () => {
    background.main();
    fire('action.onClicked', tab);
    expect(asked).toContain('sidePanel.open {"windowId":3}');
  });

  test('a choice of our item in the menu, and of no other', () => {
    background.main();
    fire('contextMenus.onClicked', { menuItemId: 'another' }, tab);
    expect(asked).not.toContain('sidePanel.open {"windowId":3}');
    fire('contextMenus.onClicked', { menuItemId: MENU_ITEM }, tab);
    expect(asked).toContain('sidePanel.open {"windowId":3}');
  });

  test('a click on our button in a page', () => {
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://us/');
    background.main();
    const { id } = fakeBrowser.runtime;
    const sender = { id, origin: 'https://github.com', url: 'https://github.com/x', frameId: 0, tab };
    fire('runtime.onMessage', { v: 1, name: 'panel.open', body: {} }, sender, () => undefined);
    expect(asked).toContain('sidePanel.open {"windowId":3}');
  });
});

describe('the buttons in pages are put right', () => {
  test.each(['runtime.onInstalled', 'runtime.onStartup', 'permissions.onAdded', 'permissions.onRemoved'])(
    'on %s',
    async (event) => {
      background.main();
      await settled();
      const before = syncs();
      fire(event, {});
      await expect.poll(syncs).toBe(before + 1);
    },
  );

  test('when the settings changed', async () => {
    background.main();
    const before = syncs();
    fire('storage.local.onChanged', { settings: { newValue: { undoSeconds: 3, buttonOn: ['github'] } } });
    await expect.poll(syncs).toBe(before + 1);
  });
});

test('the menu is made at the installation, and not at every waking', () => {
  background.main();
  expect(asked.join()).not.toContain('contextMenus.create');
  fire('runtime.onInstalled', {});
  expect(asked.join()).toContain(`contextMenus.create {"id":"${MENU_ITEM}"`);
});

test('when the connection is removed no token is left that could speak for the recruiter', async () => {
  await fakeBrowser.storage.session.set({ 'token client-1 writing': { value: 'secret', expiresAt: 1 } });
  background.main();
  fire('storage.local.onChanged', {
    connection: { newValue: { kind: 'harvest', clientId: 'c', actingEmail: 'a@b.example', rights: [] } },
  });
  await settled();
  expect(Object.keys(await fakeBrowser.storage.session.get())).toHaveLength(1);
  fire('storage.local.onChanged', { connection: { oldValue: {} } });
  await expect.poll(() => fakeBrowser.storage.session.get()).toEqual({});
});

describe('what the organisation has set', () => {
  const GIVEN = { clientId: 'gleaner-fixture-71004', clientSecret: 'given-secret' };
  const givenTo = async () => (await connectionItem.get())?.byPolicy;

  test.each([
    ['the start of the browser', () => fire('runtime.onStartup')],
    ['the installation', () => fire('runtime.onInstalled', {})],
    ['any waking, once that has been answered', chores],
  ])('holds from %s', async (_when, comes) => {
    await fakeBrowser.storage.managed.set(GIVEN);
    background.main();
    await settled();
    expect(await givenTo()).toBeUndefined();
    comes();
    await expect.poll(givenTo).toBe(true);
    expect(await vault.open()).toBe('given-secret');
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('given-secret');
  });

  test('holds from the moment it is changed, and goes with it', async () => {
    background.main();
    await settled();
    expect(await connectionItem.get()).toBeNull();
    await fakeBrowser.storage.managed.set(GIVEN);
    fire('storage.onChanged', {}, 'managed');
    await expect.poll(givenTo).toBe(true);
    await fakeBrowser.storage.managed.clear();
    fire('storage.onChanged', {}, 'managed');
    await expect.poll(() => connectionItem.get()).toBeNull();
    expect(await vault.has()).toBe(false);
  });

  test('is taken when the vault is unlocked, if it was locked when it came', async () => {
    await vault.put('former-secret');
    await passphrase.set('seven grey herons at dusk', 15, Date.now());
    await lock();
    await fakeBrowser.storage.managed.set(GIVEN);
    background.main();
    chores();
    await settled();
    expect(await connectionItem.get()).toBeNull();
    await passphrase.unlock('seven grey herons at dusk', Date.now());
    fire('storage.session.onChanged', { 'vault-key': { newValue: {} } });
    await expect.poll(givenTo).toBe(true);
    expect(await vault.open()).toBe('given-secret');
  });

  test('puts the buttons in pages right', async () => {
    background.main();
    await settled();
    const before = syncs();
    fire('storage.local.onChanged', { policy: { newValue: { allowedSites: ['github'], locked: [], problems: [] } } });
    await expect.poll(syncs).toBe(before + 1);
  });
});

describe('a vault that nobody uses', () => {
  test('is locked on the next waking after its time, though no alarm came', async () => {
    await passphrase.set('seven grey herons at dusk', 15, Date.now() - 15 * 60_000);
    background.main();
    chores();
    await expect.poll(() => fakeBrowser.storage.session.get()).toEqual({});
    expect(await fakeBrowser.alarms.get(LOCK_ALARM)).toBeFalsy();
  });

  test('is locked by an alarm, which is set as soon as it is unlocked', async () => {
    background.main();
    const now = Date.now();
    await passphrase.set('seven grey herons at dusk', 15, now);
    fire('storage.session.onChanged', { 'vault-key': { newValue: {} } });
    await expect.poll(async () => (await fakeBrowser.alarms.get(LOCK_ALARM))?.scheduledTime).toBe(now + 15 * 60_000);
    vi.spyOn(Date, 'now').mockReturnValue(now + 15 * 60_000);
    fire('alarms.onAlarm', { name: LOCK_ALARM });
    await expect.poll(() => fakeBrowser.storage.session.get()).toEqual({});
  });
});

describe('what was begun is gone on with', () => {
  /** A row that a worker left behind when it died, of an account whose secret is not in this browser: it comes to that error. */
  async function leftBehind() {
    const request = exportRequest();
    const { id, externalId } = request;
    await connectionItem.set({ kind: 'harvest', clientId: 'client-1', actingEmail: 'a@b.example', rights: [] });
    const view = { id, externalId, name: 'Mira Okafor', state: 'matching' as const, startedAt: Date.now(), followUps: [] };
    await putRow({
      account: 'client-1',
      request,
      writtenAt: 0,
      sends: [],
      before: [],
      looks: 0,
      keys: [`id ${externalId}`],
      view,
    });
    return async () => (await rows.get(id))?.view.error?.code;
  }

  test('on every waking, whatever for, once that has been answered', async () => {
    const error = await leftBehind();
    background.main();
    await settled();
    expect(await error()).toBeUndefined();
    chores();
    await expect.poll(error).toBe('settings/incomplete');
  });

  test('when the vault was unlocked', async () => {
    await vault.put('fixture-secret-of-nobody');
    await passphrase.set('seven grey herons at dusk', 15, Date.now());
    await lock();
    // A secret that no key opens: nothing in this test is to reach for the network.
    const kept = (await vaultItem.get()) as Vault;
    await vaultItem.set({ ...kept, current: { iv: '', data: '' } });
    const error = await leftBehind();
    background.main();
    chores();
    await expect.poll(error).toBe('settings/passphrase');
    await passphrase.unlock('seven grey herons at dusk', Date.now());
    fire('storage.session.onChanged', { 'vault-key': { newValue: {} } });
    await expect.poll(error).toBe('settings/locked');
  });

  test('when the account that it waited for is connected', async () => {
    const error = await leftBehind();
    const kept = await connectionItem.get();
    await connectionItem.remove();
    background.main();
    chores();
    await settled();
    expect(await error(), 'with nobody connected it waits').toBeUndefined();
    await connectionItem.set(kept);
    fire('storage.local.onChanged', { connection: { newValue: kept } });
    await expect.poll(error).toBe('settings/incomplete');
  });

  test('when the policy lets its acting user act again', async () => {
    const error = await leftBehind();
    await policyItem.set({ actingUsers: ['@birch.example'], locked: [], problems: [] });
    vi.spyOn(managed, 'get').mockRejectedValue(new Error('not yet'));
    background.main();
    chores();
    await settled();
    expect(await error()).toBeUndefined();
    await policyItem.remove();
    fire('storage.local.onChanged', { policy: {} });
    await expect.poll(error).toBe('settings/incomplete');
  });

  test('on our alarm, and on no other', async () => {
    expect((await settingsItem.get()).undoSeconds).toBeGreaterThan(0);
    background.main();
    await settled();
    const error = await leftBehind();
    fire('alarms.onAlarm', { name: 'another' });
    await settled();
    expect(await error()).toBeUndefined();
    fire('alarms.onAlarm', { name: ALARM });
    await expect.poll(error).toBe('settings/incomplete');
  });
});
