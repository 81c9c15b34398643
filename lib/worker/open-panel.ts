/**
 * Opening the panel. The browser allows it only in the very turn of a click, so the opening is the first thing done, and the
 * panel is told afterwards that its tab may be read: the click has granted that for this page (`activeTab`).
 */
import { browser } from '#lib/browser.ts';
import { tell } from '#lib/messages/call.ts';

interface Place {
  tabId: number | undefined;
  windowId: number | undefined;
}

/** COMPAT(firefox): the sidebar has an API of its own, which the types of the framework do not know. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

export function openPanel({ tabId, windowId }: Place): Promise<void> {
  const opened = openNow(windowId);
  // A panel that was open already hears it at once; one that opens now reads its tab anyway.
  if (tabId !== undefined) void opened.then(() => tell('panel.read', { tabId }));
  return opened;
}

function openNow(windowId: number | undefined): Promise<void> {
  const { sidebarAction } = browser as unknown as WithSidebar;
  if (sidebarAction) return sidebarAction.open();
  return windowId === undefined ? Promise.resolve() : browser.sidePanel.open({ windowId });
}
