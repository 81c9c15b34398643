/** A browser's content script registry, permissions and tabs, as far as the buttons use them; the fake browser has none. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vi } from 'vitest';

interface Script {
  id: string;
  js?: string[];
  matches?: string[];
}

export function pretendScripting() {
  const granted = new Set<string>();
  const registered = new Map<string, Script>();
  /** What was run in open tabs: a file, or a function. */
  const ran: string[] = [];

  const stubs = {
    permissions: {
      contains: ({ origins }: { origins: string[] }) => Promise.resolve(origins.every((pattern) => granted.has(pattern))),
      request: vi.fn(({ origins }: { origins: string[] }) => {
        for (const pattern of origins) granted.add(pattern);
        return Promise.resolve(true);
      }),
      remove: ({ origins }: { origins: string[] }) => {
        for (const pattern of origins) granted.delete(pattern);
        return Promise.resolve(true);
      },
      getAll: () => Promise.resolve({ origins: [...granted, 'https://harvest.greenhouse.io/*'], permissions: ['storage'] }),
    },
    scripting: {
      getRegisteredContentScripts: () =>
        Promise.resolve([...registered.values()].map((script) => ({ ...script, world: 'ISOLATED' }))),
      registerContentScripts: async (scripts: Script[]) => {
        await Promise.resolve();
        // As browsers do: one id that is taken refuses the whole call.
        if (scripts.some(({ id }) => registered.has(id))) throw new Error('Duplicate script ID');
        for (const script of scripts) registered.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        await Promise.resolve();
        if (ids.some((id) => !registered.has(id))) throw new Error('Nonexistent script ID');
        for (const id of ids) registered.delete(id);
      },
      executeScript: ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
        ran.push(`${files?.[0] ?? 'remove'} in ${target.tabId}`);
        return Promise.resolve([]);
      },
    },
  };
  Object.assign(fakeBrowser.permissions, stubs.permissions);
  Object.assign(fakeBrowser.scripting, stubs.scripting);
  fakeBrowser.tabs.query = (() => Promise.resolve([{ id: 7 }])) as unknown as typeof fakeBrowser.tabs.query;
  return { granted, registered, ran, request: stubs.permissions.request };
}
