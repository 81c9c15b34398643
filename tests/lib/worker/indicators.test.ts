/** When is looked: at what somebody sees, once for many events, and never as often as a page would like. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { createIndicators } from '#lib/worker/indicators.ts';

import { speakEnglish } from '../../components/english.ts';
import { pretendScripting } from '../access/scripting.ts';
import { stranger } from '../indicators/verdicts.ts';

const LIST = 'https://github.com/acme-fixture/engine/stargazers';

let indicators: ReturnType<typeof createIndicators>;
/** Tabs by id; which were looked at, and which icons were set. */
let tabs: Map<number, { url: string; active: boolean }>;
let looked: number[];
let titled: number[];
/** How often the count was shown. */
let counted: number;
let now: number;
let timers: { at: number; run: () => void }[];

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  speakEnglish();
  pretendScripting();
  [tabs, looked, titled, counted, now, timers] = [new Map(), [], [], 0, 1_800_000_000_000, []];
  const all = () => [...tabs].map(([id, tab]) => ({ id, ...tab }));
  Object.assign(fakeBrowser.tabs, {
    get: async (id: number) => (looked.push(id), { id, ...tabs.get(id) }),
    query: async ({ active }: { active?: boolean }) => all().filter((tab) => active === undefined || tab.active === active),
  });
  Object.assign(fakeBrowser.action, {
    setIcon: async () => undefined,
    setBadgeText: async () => undefined,
    setTitle: async ({ tabId }: { tabId?: number }) => void (tabId === undefined ? (counted += 1) : titled.push(tabId)),
  });
  indicators = createIndicators({
    account: async () => 'acme',
    findLocally: async (people) => people.map(() => stranger()),
    unfinished: async () => undefined,
    counts: async () => ({ needsYou: 0, waits: 0 }),
    now: () => now,
    later: (ms, run) => void timers.push({ at: now + ms, run }),
  });
});

test('sixty tabs that are restored at a start are looked at where somebody sees them: once or twice, not sixty times', async () => {
  for (let id = 1; id <= 60; id += 1) tabs.set(id, { url: `https://github.com/person-${id}`, active: id === 3 });
  for (const step of [{ status: 'loading' }, { status: 'loading', url: 'https://github.com/x' }, {}, { status: 'complete' }])
    for (const [id, { active }] of tabs) indicators.updated(id, step, active);
  await settled();
  expect(new Set(looked)).toEqual(new Set([3]));
  // Two looks of the toolbar, each before and after, and two of the marks.
  expect(looked.length).toBeLessThanOrEqual(6);
  indicators.activated(9);
  await settled();
  expect(looked).toContain(9);
});

test('a tab in the background that goes to another page loses what was said of the one before', async () => {
  tabs.set(4, { url: 'https://github.com/somebody', active: false });
  indicators.updated(4, { url: 'https://github.com/somebody' }, false);
  await settled();
  expect(titled).toEqual([4]);
  expect(looked).toEqual([]);
});

test('a page that asks a hundred times a second is looked at once', async () => {
  tabs.set(5, { url: LIST, active: true });
  for (let n = 0; n < 100; n += 1) indicators.pageChanged(5);
  await settled();
  expect(looked).toHaveLength(1);
  now += 1001;
  indicators.pageChanged(5);
  await settled();
  expect(looked).toHaveLength(2);
});

test('an index that changes several times in a second is followed every few seconds', async () => {
  tabs.set(6, { url: 'https://github.com/somebody', active: true });
  for (let n = 0; n < 50; n += 1) indicators.known();
  expect(timers).toHaveLength(1);
  timers[0]!.run();
  await settled();
  expect(new Set(looked)).toEqual(new Set([6]));
  indicators.known();
  expect(timers).toHaveLength(2);
});

test('another account takes everything back first, from every tab, and then looks at what is seen', async () => {
  tabs.set(7, { url: 'https://github.com/somebody', active: true }).set(8, { url: 'https://github.com/other', active: false });
  await indicators.account();
  expect(new Set(titled.slice(0, 2))).toEqual(new Set([7, 8]));
  expect(titled.slice(2)).toEqual([7]);
});

test('an export that went on is counted anew, once for many steps in one turn', async () => {
  for (let n = 0; n < 20; n += 1) indicators.exported();
  await settled();
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThanOrEqual(2);
});
