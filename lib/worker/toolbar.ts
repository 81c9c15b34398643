/**
 * The toolbar icon of each tab, from its address alone: no page is read for it. The browser keeps what was set while the worker
 * sleeps, and takes it back when the tab goes to another page.
 */
import { browser } from '#lib/browser.ts';
import type { Counts } from '#lib/export/counts.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';
import { total, withCount } from '#lib/indicators/count.ts';
import { toolbarOf, type Seen, type Toolbar } from '#lib/indicators/toolbar.ts';
import { allowsUrl } from '#lib/policy/rules.ts';
import { siteFor } from '#lib/sites/list.ts';
import { referenceOf } from '#lib/sites/references.ts';
import { policyItem } from '#lib/storage/policy.ts';

export interface IndicatorPorts {
  /** Whose Greenhouse it is about; '' while nobody is connected. */
  account(): Promise<string>;
  /** From this machine alone, one for each. */
  findLocally(people: FindRequest[]): Promise<Verdict[]>;
  /** The unfinished export of whoever has this external id. */
  unfinished(externalId: string): Promise<ExportView | undefined>;
  /** How many exports are unfinished in all. */
  counts(): Promise<Counts>;
}

/** Pixels; what a toolbar shows on a plain screen, and on denser ones. */
const SIZES = [16, 32, 48];

/** Shows what is known of a tab. A tab that is gone by then is nobody's loss. */
export async function showInToolbar(tabId: number, ports: IndicatorPorts): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  const account = await ports.account();
  const [seen, counts] = await Promise.all([seenAt(url, account, ports), ports.counts()]);
  // Whatever changed meanwhile has asked for a look of its own.
  if ((await browser.tabs.get(tabId)).url !== url || (await ports.account()) !== account) return;
  await show(tabId, toolbarOf(seen), counts);
}

/** After a click the browser tells the address of every page that could be read; one that it still hides never can be. */
export async function clickedInToolbar(tabId: number, url: string | undefined, ports: IndicatorPorts): Promise<void> {
  if (url === undefined) await show(tabId, toolbarOf({ is: 'unsupported' }), await ports.counts());
  else await showInToolbar(tabId, ports);
}

/** Nothing said of one account stays for the next one. */
export async function clearToolbar(ports: Pick<IndicatorPorts, 'counts'>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [clearToolbarOf(id, ports)])));
}

export const clearToolbarOf = async (tabId: number, { counts }: Pick<IndicatorPorts, 'counts'>): Promise<void> =>
  show(tabId, toolbarOf({ is: 'nothing' }), await counts());

async function seenAt(url: string | undefined, account: string, ports: IndicatorPorts): Promise<Seen> {
  if (url === undefined) return { is: 'nothing' };
  if (!siteFor(url) || !allowsUrl(await policyItem.get(), url)) return { is: 'unsupported' };
  const reference = referenceOf(url);
  if (!reference || account === '') return { is: 'nothing' };
  const externalId = `${reference.site}:${reference.handle}`;
  const [verdict] = await ports.findLocally([{ externalIds: [externalId], emails: [], urls: [reference.url] }]);
  return { is: 'person', site: reference.site, export: await ports.unfinished(externalId), verdict };
}

async function show(tabId: number, { icon, badge, title }: Toolbar, counts: Counts): Promise<void> {
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${icon && `${icon}-`}${size}.png`]));
  await Promise.all([
    browser.action.setIcon({ tabId, path }),
    // With nothing to say for itself the tab shows what all show, the count: by null, which the types do not know.
    browser.action.setBadgeText({ tabId, text: (badge || null) as string }),
    // Of the one export that this tab is about it is said already.
    browser.action.setTitle({ tabId, title: icon === 'waiting' && total(counts) === 1 ? title : withCount(title, counts) }),
  ]);
}
