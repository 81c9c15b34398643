/** Which tab the panel is about: the active one of its own window, never a guess across windows. */
import { browser } from '#lib/browser.ts';
import { patternsFor, siteFor } from '#lib/sites/list.ts';

export interface FollowedTab {
  id: number;
  /** Absent while we may not know it. */
  url?: string;
}

/** `?tab=<id>` in the panel's own address fixes the tab; it grants nothing that the panel has not anyway. */
export function fixedTab(search: string): number | undefined {
  const id = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) && id >= 0 ? id : undefined;
}

const asFollowed = (tab: { id?: number | undefined; url?: string | undefined }): FollowedTab | undefined =>
  tab.id === undefined ? undefined : { id: tab.id, ...(tab.url === undefined ? {} : { url: tab.url }) };

/**
 * Calls back with the tab now, and again whenever another becomes active or its address changes (single-page moves too:
 * the browser reports them for every site we may read). Returns how to stop.
 */
export function followTab(search: string, changed: (tab: FollowedTab | undefined) => void): () => void {
  const fixed = fixedTab(search);
  let windowId: number | undefined;
  let current: number | undefined = fixed;

  const look = async () => {
    if (fixed !== undefined) return changed(await browser.tabs.get(fixed).then(asFollowed, () => undefined));
    windowId ??= (await browser.windows.getCurrent()).id;
    const [tab] = await browser.tabs.query({ active: true, ...(windowId === undefined ? {} : { windowId }) });
    current = tab?.id;
    changed(tab && asFollowed(tab));
  };
  const activated = (info: { windowId: number }) => {
    if (fixed === undefined && info.windowId === windowId) void look();
  };
  const updated = (tabId: number, change: { url?: string | undefined; status?: string | undefined }) => {
    if (tabId === current && (change.url !== undefined || change.status === 'complete')) void look();
  };
  const removed = (tabId: number) => {
    if (tabId === current) void look();
  };

  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
  };
}

export const mayRead = async (url: string): Promise<boolean> => {
  const origins = patternsFor(url);
  return origins.length > 0 && browser.permissions.contains({ origins });
};

/** Asks the recruiter. Call it first thing in a click: after any wait the browser no longer believes in the click. */
export const askToRead = (url: string): Promise<boolean> => browser.permissions.request({ origins: patternsFor(url) });

/** Calls back when a site was allowed or taken away. */
export function onAccessChange(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/** Shows an address in a tab. Addresses come from pages: nothing but a web page is opened. */
export async function openIn(tabId: number, url: string): Promise<void> {
  if (siteFor(url)) await browser.tabs.update(tabId, { url });
}
