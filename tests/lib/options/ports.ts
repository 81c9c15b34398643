/** Ports of the options page that keep everything in memory and write down what was asked of them. */
import type { ExternalIdFields } from '#lib/greenhouse/external-ids.ts';
import type { IndexCommand, IndexStatus } from '#lib/identity/sync/status.ts';
import type { OptionsPorts } from '#lib/options/ports.ts';
import type { RuleSet } from '#lib/teach/rule-set.ts';
import type { Taught } from '#lib/teach/taught.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { StoredItem } from '#lib/storage/item.ts';
import { accountOf, identityOf } from '#lib/storage/account.ts';
import { DEFAULT_SETTINGS, type Connection, type Settings } from '#lib/storage/schema.ts';

export const CLIENT_ID = 'gleaner-fixture-71004';

/** A quarter of an hour after `tested` was. */
export const NOW = 1_795_000_900_000;

export const untested = {
  kind: 'harvest',
  clientId: CLIENT_ID,
  actingEmail: 'jonas.reed@birch.example',
  rights: [],
} satisfies Connection;

export const tested = {
  ...untested,
  identity: {
    organisation: { id: '9', name: 'Birch Labs' },
    actingUser: { id: 4012, name: 'Jonas Reed', email: 'jonas.reed@birch.example', siteAdmin: true },
  },
  rights: [{ scope: 'harvest:candidates:create', state: 'granted' }],
  testedAt: 1_795_000_000_000,
} satisfies Connection;

/** What a test says of a credential of the organisation's sandbox. */
export const inSandbox = {
  ...tested,
  clientId: 'gleaner-fixture-71005',
  environment: 'sandbox',
  identity: { ...tested.identity, organisation: { id: '10', name: 'Birch Labs Sandbox' } },
} satisfies Connection;

export function memoryItem<T>(first: T, empty: T): StoredItem<T> {
  let value = first;
  const watchers = new Set<(value: T) => void>();
  const write = async (next: T) => {
    await Promise.resolve();
    value = next;
    for (const watcher of watchers) watcher(next);
  };
  return {
    get: () => Promise.resolve(value),
    set: write,
    remove: () => write(empty),
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

interface World {
  connection?: Connection | null;
  secret?: string;
  settings?: Settings;
  policy?: Policy;
  /** What the worker finds out in a test, and keeps as it does. */
  answer?: () => Promise<Connection>;
  /** Exports that are not finished. */
  unfinished?: number;
  index?: IndexStatus;
  /** How the fields for external ids stand. */
  fields?: ExternalIdFields;
  /** What the recruiter says to the browser's question. */
  says?: () => Promise<boolean>;
}

/** A vault's lock that keeps its passphrase in a variable. */
function fakePassphrase() {
  const kept = { right: undefined as string | undefined, open: false, idleMinutes: 60 };
  let heard = () => {};
  const set = (changes: Partial<typeof kept>) => {
    Object.assign(kept, changes);
    heard();
    return Promise.resolve();
  };
  const port: OptionsPorts['passphrase'] = {
    state: () => {
      const { right, open, idleMinutes } = kept;
      if (right === undefined) return Promise.resolve({ is: 'free' });
      return Promise.resolve(open ? { is: 'unlocked', idleMinutes, until: 0 } : { is: 'locked' });
    },
    watch: (changed) => {
      heard = changed;
      return () => {
        heard = () => {};
      };
    },
    unlock: async (typed) => {
      if (typed === kept.right) await set({ open: true });
      return typed === kept.right;
    },
    set: (typed, idleMinutes) => set({ right: typed, open: true, idleMinutes }),
    change: async (present, next) => {
      if (present !== kept.right) return false;
      await set({ right: next, open: next !== undefined });
      return true;
    },
    setIdle: (idleMinutes) => set({ idleMinutes }),
    lock: () => set({ open: false }),
  };
  return { kept, set, port };
}

export const NO_INDEX: IndexStatus = { scope: { kind: 'off' }, state: 'off', people: 0, damaged: 0 };

/** As they stand once somebody has made them. */
export const ALL_FIELDS: ExternalIdFields = {
  id: { name: 'External ID', state: 'there', type: 'short_text', private: true },
  bucket: { name: 'External ID bucket', state: 'there', type: 'single_select', private: true },
  buckets: 1024,
  fetchedAt: NOW,
};

/** An index that does what it is told; `tell` is the worker's word while it works. */
export function fakeIndex(first: IndexStatus) {
  let now = first;
  const said: IndexCommand[] = [];
  const listeners = new Set<(status: IndexStatus) => void>();
  let failure: Error | undefined;
  const after = (command: IndexCommand): IndexStatus => {
    if (command.do === 'choose') {
      const { scope } = command;
      return scope.kind === 'off' ? { ...NO_INDEX, scope } : { ...now, scope, state: 'filling' };
    }
    return { ...now, state: command.do === 'pause' ? 'paused' : 'filling', error: undefined };
  };
  const port: OptionsPorts['peopleIndex'] = {
    status: () => Promise.resolve(now),
    command: (command) => {
      said.push(command);
      if (failure) return Promise.reject(failure);
      now = after(command);
      return Promise.resolve(now);
    },
    watch: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  return {
    port,
    /** What it was told. */
    said,
    fails: (thrown: Error | undefined) => void (failure = thrown),
    tell(next: IndexStatus): void {
      now = next;
      for (const listener of listeners) listener(next);
    },
  };
}

export function fakePorts(world: World = {}) {
  const {
    connection = null,
    secret,
    settings = DEFAULT_SETTINGS,
    answer,
    says,
    unfinished = 0,
    policy = null,
    index: stands = NO_INDEX,
    fields = ALL_FIELDS,
  } = world;
  const vault: { secret?: string | undefined; pending?: string | undefined } = { secret };
  const did: string[] = [];
  const passphrase = fakePassphrase();
  const index = fakeIndex(stands);
  const granted = new Set<string>();
  const watchers = new Set<() => void>();
  const connectionItem = memoryItem<Connection | null>(connection, null);
  const policyItem = memoryItem<Policy | null>(policy, null);
  const pendingItem = memoryItem<Connection | null>(null, null);
  const forgetPending = async () => {
    delete vault.pending;
    await pendingItem.remove();
  };
  const adopt = async (next: Connection) => {
    await connectionItem.set(next);
    if (vault.pending !== undefined) vault.secret = vault.pending;
    await forgetPending();
  };
  /** As the worker: a refused one is forgotten, one of another account waits for an answer. */
  async function afterTrial(result: Connection): Promise<void> {
    const [trial, inUse] = [await pendingItem.get(), await connectionItem.get()];
    const after: Connection = { ...result, savedAt: trial?.savedAt };
    if (result.error?.code === 'greenhouse/unauthorized') await forgetPending();
    else if (!inUse || !identityOf(inUse) || (result.identity && accountOf(result) === accountOf(inUse))) await adopt(after);
    else await pendingItem.set(after);
  }

  const secretChanged = new Set<() => void>();
  const ports: OptionsPorts = {
    connection: connectionItem,
    settings: memoryItem(settings, DEFAULT_SETTINGS),
    policy: policyItem,
    credentials: {
      pending: pendingItem,
      put: async (next, typed) => {
        did.push(typed === '' ? 'trial' : 'vault');
        if (typed !== '') vault.pending = typed;
        await pendingItem.set(next);
      },
      kept: () => Promise.resolve(vault.secret !== undefined),
      watch: (changed) => {
        secretChanged.add(changed);
        return () => secretChanged.delete(changed);
      },
      setEnvironment: async (environment) => {
        const now = await connectionItem.get();
        if (now) await connectionItem.set({ ...now, environment });
      },
      forgetAll: async () => {
        delete vault.secret;
        await forgetPending();
        await connectionItem.remove();
      },
    },
    passphrase: passphrase.port,
    peopleIndex: index.port,
    externalIds: {
      look: () => Promise.resolve(fields),
      make: () => {
        did.push('make fields');
        return Promise.resolve(ALL_FIELDS);
      },
    },
    forgetEverything: () => Promise.resolve({ vault: 1, token: 2, ledger: 14, drafts: 3 }),
    test: async (which) => {
      did.push(which === 'pending' ? 'test' : 'test current');
      const result = await (answer ?? (() => Promise.resolve(tested)))();
      await (which === 'pending' ? afterTrial(result) : connectionItem.set(result));
      return result;
    },
    settle: async (take) => {
      did.push(take ? 'switch' : 'stay');
      const trial = await pendingItem.get();
      await (take && trial ? adopt(trial) : forgetPending());
    },
    unfinished: () => Promise.resolve(unfinished),
    access: {
      allowed: (patterns) => Promise.resolve(patterns.every((pattern) => granted.has(pattern))),
      ask: async (patterns) => {
        did.push(`ask ${patterns.join()}`);
        if (!(await (says ?? (() => Promise.resolve(true)))())) return false;
        for (const pattern of patterns) granted.add(pattern);
        return true;
      },
      forget: (patterns) => {
        did.push('forget');
        for (const pattern of patterns) granted.delete(pattern);
        return Promise.resolve();
      },
      allowedOrigins: () => Promise.resolve([...granted]),
      watch: (changed) => {
        watchers.add(changed);
        return () => watchers.delete(changed);
      },
    },
    clearMarks: () => {
      did.push('clear');
      return Promise.resolve();
    },
    syncButtons: () => {
      did.push('sync');
      return Promise.resolve();
    },
    now: () => NOW,
    copy: (text) => {
      did.push(`copy ${text}`);
      return Promise.resolve();
    },
    print: () => did.push('print'),
    taught: memoryItem<Taught[]>([], []),
    ruleSets: memoryItem<RuleSet[]>([], []),
    saveFile: () => undefined,
  };
  return {
    ports,
    passphrase,
    index,
    vault,
    did,
    granted,
    accessChanged: () => watchers.forEach((watcher) => watcher()),
    secretChanged: () => secretChanged.forEach((watcher) => watcher()),
  };
}
