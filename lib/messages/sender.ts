/**
 * Who sent this? The only file that reads a sender, which the browser stamps and no page can forge. Measured in Chromium 156:
 * a content script carries our id but the *page's* origin; a page of ours carries our own origin, and has a tab when it was
 * opened in one, so the presence of `tab` tells nothing.
 */
import { browser, type Browser } from '#lib/browser.ts';

import type { Context } from './table.ts';

type Sender = Pick<Browser.runtime.MessageSender, 'id' | 'origin' | 'url' | 'frameId' | 'tab'>;

/** Our own origin, e.g. `chrome-extension://abc`. */
const ourOrigin = (): string => browser.runtime.getURL('').replace(/\/$/, '');

/** Whether the browser says that this sender is what the row of the table allows. */
export function isFrom(expected: Context, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const ours = ourOrigin();
  // Firefox stamps the origin only in newer versions; the address is stamped everywhere.
  const fromUs = sender.origin === ours || (sender.origin === undefined && (sender.url ?? '').startsWith(`${ours}/`));
  if (expected === 'in-page') return !fromUs && sender.tab !== undefined && sender.frameId === 0;
  // A page of ours inside somebody's frame is not a page that a recruiter opened.
  return fromUs && (sender.frameId === undefined || sender.frameId === 0);
}
