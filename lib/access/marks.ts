/**
 * Marks stand on the lists of a site only while three things hold: the recruiter turned them on for that site, the site may be read,
 * and the organisation's policy does not leave it out.
 */
import { browser } from '#lib/browser.ts';
import { takeMarksAway } from '#lib/in-page/marks-script.ts';
import { MARKS_TAG } from '#lib/in-page/tag.ts';
import { allowsSite } from '#lib/policy/rules.ts';
import { patternsFor, siteFor } from '#lib/sites/list.ts';
import { hasListAt, LISTING } from '#lib/sites/lists-at.ts';
import { settingsItem } from '#lib/storage/items.ts';
import { policyItem } from '#lib/storage/policy.ts';

import { inEach } from './open-tabs.ts';
import { patternsOf } from './patterns.ts';
import { allowed } from './sites.ts';

/** The site, where this page is a list of it that may be marked. */
export async function markedSite(address: string): Promise<string | undefined> {
  const site = siteFor(address)?.id;
  if (site === undefined || !hasListAt(address) || !(await sitesOn()).includes(site)) return undefined;
  // A click that opened this one page is no word about its site.
  return (await allowed(patternsFor(address))) ? site : undefined;
}

async function sitesOn(): Promise<string[]> {
  const [{ marksOn = [] }, policy] = await Promise.all([settingsItem.get(), policyItem.get()]);
  return marksOn.filter((site) => allowsSite(policy, site));
}

/** Takes them away where they may not stand any more; with nobody connected, everywhere. To be called while the site may still be read. */
export async function clearMarks(connected: boolean): Promise<void> {
  const on = connected ? await sitesOn() : [];
  const off = LISTING.filter((site) => !on.includes(site));
  await inEach(off.flatMap(patternsOf), (tabId) =>
    browser.scripting.executeScript({ target: { tabId }, func: takeMarksAway, args: [MARKS_TAG] }),
  );
}
