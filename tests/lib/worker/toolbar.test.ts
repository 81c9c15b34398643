import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { Counts } from '#lib/export/counts.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { showCount } from '#lib/worker/count.ts';
import { clearToolbar, clickedInToolbar, showInToolbar } from '#lib/worker/toolbar.ts';

import { speakEnglish } from '../../components/english.ts';
import { known } from '../indicators/verdicts.ts';
import { viewOf } from '../panel/people.ts';

/** What each tab's icon shows, and the addresses that the browser tells. */
let icons: Map<number | undefined, { title?: string; badge?: string | null; icon?: string }>;
let addresses: Map<number, string | undefined>;
let account: string;
let counts: Counts;
let open: ExportView | undefined;
let asked: FindRequest[];
let answer: () => Promise<Verdict>;

const ports = {
  account: async () => account,
  findLocally: async (people: FindRequest[]) => {
    asked.push(...people);
    return Promise.all(people.map(answer));
  },
  unfinished: async () => open,
  counts: async () => counts,
};

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  speakEnglish();
  [icons, addresses, account, asked] = [new Map(), new Map(), 'acme', []];
  [counts, open] = [{ needsYou: 0, waits: 0 }, undefined];
  answer = async () => known();
  const set = (tabId: number | undefined, what: object) => {
    icons.set(tabId, { ...icons.get(tabId), ...what });
    return Promise.resolve();
  };
  Object.assign(fakeBrowser.action, {
    setIcon: ({ tabId, path }: { tabId?: number; path: Record<number, string> }) => set(tabId, { icon: path[16] }),
    setBadgeText: ({ tabId, text }: { tabId?: number; text: string | null }) => set(tabId, { badge: text }),
    setTitle: ({ tabId, title }: { tabId?: number; title: string }) => set(tabId, { title }),
  });
  Object.assign(fakeBrowser.tabs, {
    get: async (id: number) => ({ id, url: addresses.get(id) }),
    query: async () => [...addresses.keys()].map((id) => ({ id })),
  });
});

const ADA = 'https://www.linkedin.com/in/Ada-Fixture/?trk=search';

test('somebody who is in Greenhouse is said to be by the address alone, however it is spelt', async () => {
  addresses.set(7, ADA);
  await showInToolbar(7, ports);
  expect(asked).toEqual([
    { externalIds: ['linkedin:ada-fixture'], emails: [], urls: ['https://www.linkedin.com/in/ada-fixture/'] },
  ]);
  expect(icons.get(7)).toEqual({
    title: 'Gleaner: in Greenhouse (same LinkedIn profile)',
    badge: '✓',
    icon: '/icon/known-16.png',
  });
});

test.each([
  ['an address that names nobody', 'https://www.linkedin.com/feed/'],
  ['an address that we may not know', undefined],
])('of %s nothing is asked, and nothing is said', async (_what, address) => {
  addresses.set(7, address);
  await showInToolbar(7, ports);
  expect(asked).toEqual([]);
  expect(icons.get(7)?.title).toBe('Export to Greenhouse');
});

test('with nobody connected nobody is in Greenhouse', async () => {
  [account] = [''];
  addresses.set(7, ADA);
  await showInToolbar(7, ports);
  expect(asked).toEqual([]);
  expect(icons.get(7)).toEqual({ title: 'Export to Greenhouse', badge: null, icon: '/icon/16.png' });
});

test('a site that the organisation leaves out is not looked up', async () => {
  await policyItem.set({ allowedSites: ['github'], locked: [], problems: [] });
  addresses.set(7, ADA);
  await showInToolbar(7, ports);
  expect(asked).toEqual([]);
  expect(icons.get(7)?.icon).toBe('/icon/unsupported-16.png');
});

test('an answer about one account is not shown once another one is connected', async () => {
  addresses.set(7, ADA);
  answer = async () => {
    account = 'another';
    return known();
  };
  await showInToolbar(7, ports);
  expect(icons.get(7)).toBeUndefined();
});

test('an answer about one page is not shown beside the next one', async () => {
  addresses.set(7, ADA);
  answer = async () => {
    addresses.set(7, 'https://www.linkedin.com/in/somebody-else-fixture/');
    return known();
  };
  await showInToolbar(7, ports);
  expect(icons.get(7)).toBeUndefined();
});

test('a page whose address is hidden even after a click can never be read', async () => {
  await clickedInToolbar(7, undefined, ports);
  expect(icons.get(7)?.title).toBe('Gleaner: this page cannot be read');
});

test('disconnecting takes it back from every tab, also those that nobody looks at', async () => {
  addresses.set(7, ADA).set(8, undefined);
  await showInToolbar(7, ports);
  await clearToolbar(ports);
  expect([...icons.values()].map(({ badge }) => badge)).toEqual([null, null]);
});

test.each([
  [{ needsYou: 0, waits: 0 }, '', 'Export to Greenhouse'],
  [{ needsYou: 0, waits: 1 }, '1', 'Export to Greenhouse\n1 export is under way or waits'],
  [{ needsYou: 2, waits: 5 }, '!2', 'Export to Greenhouse\n2 exports need you\n5 exports are under way or wait'],
  [{ needsYou: 1, waits: 0 }, '!1', 'Export to Greenhouse\n1 export needs you'],
  [{ needsYou: 400, waits: 0 }, '!99+', 'Export to Greenhouse\n400 exports need you'],
])('the count %j is a badge of its own on every tab, and words', async (found, badge, title) => {
  await showCount(async () => found);
  expect(icons.get(undefined)).toEqual({ badge, title });
});

test('a tab shows the count unless its own person has a sign; its words say it either way', async () => {
  counts = { needsYou: 2, waits: 0 };
  addresses.set(7, ADA).set(8, undefined);
  await showInToolbar(7, ports);
  await showInToolbar(8, ports);
  expect(icons.get(7)).toMatchObject({ badge: '✓', title: 'Gleaner: in Greenhouse (same LinkedIn profile)\n2 exports need you' });
  expect(icons.get(8)).toMatchObject({ badge: null, title: 'Export to Greenhouse\n2 exports need you' });
});

test('of the one export that a tab is about nothing is counted beside it', async () => {
  [open, counts] = [viewOf({ state: 'needs-you' }), { needsYou: 1, waits: 0 }];
  addresses.set(7, ADA);
  await showInToolbar(7, ports);
  expect(icons.get(7)).toMatchObject({ badge: '!', title: 'Gleaner: the export of this person needs you' });
  counts = { needsYou: 2, waits: 0 };
  await showInToolbar(7, ports);
  expect(icons.get(7)?.title).toBe('Gleaner: the export of this person needs you\n2 exports need you');
});
