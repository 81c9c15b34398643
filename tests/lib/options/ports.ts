/** Ports of the options page that keep everything in memory and write down what was asked of them. */
import type { OptionsPorts } from '#lib/options/ports.ts';
import type { StoredItem } from '#lib/storage/item.ts';
import { DEFAULT_SETTINGS, type Connection, type Settings } from '#lib/storage/schema.ts';

export const CLIENT_ID = 'gleaner-fixture-71004';

/** A quarter of an hour after `tested` was. */
export const NOW = 1_795_000_900_000;

export const untested: Connection = { kind: 'harvest', clientId: CLIENT_ID, actingEmail: 'jonas.reed@birch.example', rights: [] };

export const tested: Connection = {
  ...untested,
  identity: {
    organisation: { id: '9', name: 'Birch Labs' },
    actingUser: { id: 4012, name: 'Jonas Reed', email: 'jonas.reed@birch.example', siteAdmin: true },
  },
  rights: [{ scope: 'harvest:candidates:create', state: 'granted' }],
  testedAt: 1_795_000_000_000,
};

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
  /** What the worker answers to a test. */
  answer?: () => Promise<Connection>;
  /** What the recruiter says to the browser's question. */
  says?: () => Promise<boolean>;
}

export function fakePorts({ connection = null, secret, settings = DEFAULT_SETTINGS, answer, says }: World = {}) {
  const vault: { secret?: string | undefined } = { secret };
  const did: string[] = [];
  const granted = new Set<string>();
  const watchers = new Set<() => void>();
  const connectionItem = memoryItem<Connection | null>(connection, null);

  const ports: OptionsPorts = {
    connection: connectionItem,
    settings: memoryItem(settings, DEFAULT_SETTINGS),
    vault: {
      put: (typed) => {
        did.push('vault');
        vault.secret = typed;
        return Promise.resolve();
      },
      has: () => Promise.resolve(vault.secret !== undefined),
      forget: () => {
        delete vault.secret;
        return Promise.resolve();
      },
    },
    test: async () => {
      did.push('test');
      return (answer ?? (() => Promise.resolve(tested)))();
    },
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
    syncButtons: () => {
      did.push('sync');
      return Promise.resolve();
    },
    now: () => NOW,
    copy: (text) => {
      did.push(`copy ${text.split('\n').length} lines`);
      return Promise.resolve();
    },
  };
  return { ports, vault, did, granted, accessChanged: () => watchers.forEach((watcher) => watcher()) };
}
