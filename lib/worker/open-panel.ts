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
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: { windowId?: number }): Promise<boolean>;
}

/** Pixels; as wide as a side panel is when it opens. */
const OWN_WINDOW = { width: 420, height: 800 };

export function openPanel(place: Place): Promise<void> {
  const opened = openNow(place);
  const { tabId } = place;
  // A panel that was open already hears it at once; one that opens now reads its tab anyway.
  if (tabId !== undefined) void opened.then(() => tell('panel.read', { tabId })).catch(() => undefined);
  return opened;
}

function openNow(place: Place): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: Sidebar };
  if (sidebarAction) return sidebarAction.open().catch(() => openWithoutGesture(sidebarAction, place));
  return place.windowId === undefined ? Promise.resolve() : browser.sidePanel.open({ windowId: place.windowId });
}

/**
 * COMPAT(firefox): a press on our button in a page is no gesture of ours to it (seen in 153), so it opens no sidebar. One that
 * is open already will hear of the press; else the panel gets a small window of its own, fixed to that tab.
 */
async function openWithoutGesture(sidebar: Sidebar, { tabId, windowId }: Place): Promise<void> {
  if (await sidebar.isOpen(windowId === undefined ? {} : { windowId })) return;
  if (tabId === undefined) throw new Error('no tab to open the panel for');
  await browser.windows.create({ type: 'popup', url: browser.runtime.getURL(`/sidepanel.html?tab=${tabId}`), ...OWN_WINDOW });
}
