/**
 * The in-page button stands on a site only while three things hold: the recruiter turned it on for that site, the site may be
 * read, and the organisation's policy does not leave it out. `syncButtons` makes the browser's registered content scripts equal to that, and nothing else decides it.
 */
import { browser } from '#lib/browser.ts';
import { allowsSite } from '#lib/policy/rules.ts';
import { settingsItem } from '#lib/storage/items.ts';
import { policyItem } from '#lib/storage/policy.ts';

import { putButtonInto, takeButtonFrom } from './open-tabs.ts';
import { patternsOf } from './patterns.ts';
import { allowed } from './sites.ts';

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const PREFIX = 'button-';
export const BUTTON_SCRIPT = 'page-button.js';

/**
 * Call it on install, on start, and whenever the settings or the permissions change. Idempotent, and safe to call from several
 * contexts at once: they take turns, and each turn reads what holds by then. Open tabs follow at once, without a reload.
 */
export function syncButtons(): Promise<void> {
  return navigator.locks.request('buttons', async () => {
    const { buttonOn } = await settingsItem.get();
    const policy = await policyItem.get();
    const wanted = await scriptsFor(buttonOn.filter((site) => allowsSite(policy, site)));
    const registered = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) => id.startsWith(PREFIX));

    const stale = registered.filter((script) => !wanted.some((other) => same(script, other)));
    const fresh = wanted.filter((script) => !registered.some((other) => same(script, other)));
    if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale.map(({ id }) => id) });
    if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);

    for (const { matches = [] } of stale) await takeButtonFrom(matches);
    for (const { matches = [] } of fresh) await putButtonInto(matches);
  });
}

async function scriptsFor(sites: readonly string[]): Promise<Script[]> {
  const scripts: Script[] = [];
  for (const site of new Set(sites)) {
    const matches = patternsOf(site);
    // A pattern that the browser cannot read is granted to nobody, and must not keep the other sites from their buttons.
    if (!(await allowed(matches).catch(() => false))) continue;
    scripts.push({ id: PREFIX + site, js: [BUTTON_SCRIPT], matches, runAt: 'document_idle', persistAcrossSessions: true });
  }
  return scripts;
}

/** The browser answers file names with or without a leading slash, and fills in defaults: only what we chose is compared. */
const same = (a: Script, b: Script): boolean =>
  a.id === b.id && (a.matches ?? []).join() === (b.matches ?? []).join() && file(a) === file(b);

const file = ({ js = [] }: Script): string => (js[0] ?? '').replace(/^\//, '');
