/** Tabs that were open before a button was turned on or off: without this they would be wrong until their next load. */
import { browser } from '#lib/browser.ts';
import { BUTTON_TAG } from '#lib/in-page/tag.ts';

export async function putButtonInto(matches: readonly string[]): Promise<void> {
  await inEach(matches, (tabId) => browser.scripting.executeScript({ target: { tabId }, files: ['/page-button.js'] }));
}

/** Does nothing where the permission is gone already: such a page keeps its button until its next load. */
export async function takeButtonFrom(matches: readonly string[]): Promise<void> {
  await inEach(matches, (tabId) => browser.scripting.executeScript({ target: { tabId }, func: removeAll, args: [BUTTON_TAG] }));
}

/** Runs in the page: it can use nothing from around it. */
function removeAll(tag: string): void {
  for (const button of document.querySelectorAll(tag)) button.remove();
}

/** Discarded tabs, error pages and tabs closed meanwhile refuse scripts; each is right again at its next load. */
export async function inEach(matches: readonly string[], run: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = matches.length > 0 ? await browser.tabs.query({ url: [...matches] }).catch(() => []) : [];
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [run(id)])));
}
