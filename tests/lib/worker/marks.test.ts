import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { clearMarks, markedSite } from '#lib/access/marks.ts';
import type { ListedPerson } from '#lib/candidate/reading.ts';
import type { FindRequest } from '#lib/identity/schema.ts';
import type { Marks } from '#lib/in-page/marks.ts';
import { settingsItem } from '#lib/storage/items.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { markPage } from '#lib/worker/marks.ts';

import { speakEnglish } from '../../components/english.ts';
import { pretendScripting } from '../access/scripting.ts';
import { known, possible, stranger } from '../indicators/verdicts.ts';

const LIST = 'https://github.com/acme-fixture/engine/stargazers';
const person = (login: string, over: Partial<ListedPerson> = {}): ListedPerson => ({
  fullName: login.toUpperCase(),
  externalId: `github:${login}`,
  url: `https://github.com/${login}`,
  ...over,
});

let browser: ReturnType<typeof pretendScripting>;
let tab: { id: number; url: string | undefined; active: boolean };
/** What the reader says, what was handed to the marks, and who was asked about. */
let reading: object;
let handed: Marks[];
let asked: FindRequest[];
let account: string;

const verdicts: Record<string, ReturnType<typeof known>> = {
  'github:ada': known('export'),
  'github:cleo': possible('profile', 2),
};
const ports = {
  account: async () => account,
  findLocally: async (people: FindRequest[]) => {
    asked.push(...people);
    return people.map(({ externalIds }) => verdicts[externalIds[0] ?? ''] ?? stranger());
  },
  unfinished: async () => undefined,
  counts: async () => ({ needsYou: 0, waits: 0 }),
};

const listOf = (people: ListedPerson[]) => ({
  status: 'list',
  site: 'github',
  aliases: [],
  missing: [],
  needs: [],
  evidence: {},
  people,
});

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  speakEnglish();
  browser = pretendScripting();
  browser.granted.add('https://github.com/*');
  [handed, asked, account] = [[], [], 'acme'];
  tab = { id: 7, url: LIST, active: true };
  reading = listOf([person('ada'), person('ben'), { masked: true, headline: 'hidden' }, person('cleo', { fullName: null })]);
  await settingsItem.set({ undoSeconds: 10, buttonOn: [], marksOn: ['github'] });
  Object.assign(fakeBrowser.tabs, { get: async () => tab });
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ files, args }: { files?: string[]; args?: unknown[] }) => {
      browser.ran.push(files?.[0] ?? 'function');
      if (args?.[0] === '/page-marks.js') handed.push(args[1] as Marks);
      return [{ result: files?.[0] === '/read-github.js' ? reading : undefined }];
    },
  });
});

test('whoever is or may be in Greenhouse is marked with words and a reason, and everybody is handed on in order', async () => {
  await markPage(7, ports);
  expect(handed).toEqual([
    {
      at: LIST,
      label: 'Gleaner: who is in Greenhouse',
      people: [
        { url: 'https://github.com/ada', mark: { kind: 'known', words: 'In Greenhouse: ADA (exported from this browser)' } },
        { url: 'https://github.com/ben' },
        {
          url: 'https://github.com/cleo',
          mark: { kind: 'possible', words: 'Possibly in Greenhouse: github.com/cleo (2 people match)' },
        },
      ],
    },
  ]);
  expect(asked.flatMap(({ externalIds }) => externalIds)).toEqual(['github:ada', 'github:ben', 'github:cleo']);
});

const QUIET: [string, () => unknown][] = [
  ['the site is not turned on', () => settingsItem.set({ undoSeconds: 10, buttonOn: ['github'] })],
  ['the site may not be read', () => browser.granted.clear()],
  ['the organisation leaves the site out', () => policyItem.set({ allowedSites: ['linkedin'], locked: [], problems: [] })],
  ['nobody looks at the tab', () => (tab.active = false)],
  ['nobody is connected', () => (account = '')],
  ['the page is a profile', () => (tab.url = 'https://github.com/ada')],
  ['the browser does not tell the address', () => (tab.url = undefined)],
];
test.each(QUIET)('no page is read when %s', async (_when, change) => {
  await change();
  await markPage(7, ports);
  expect(browser.ran).toEqual([]);
  expect(asked).toEqual([]);
});

test('what was found for one account is not shown once another is connected', async () => {
  const slow = { ...ports, findLocally: async (people: FindRequest[]) => ((account = 'another'), ports.findLocally(people)) };
  await markPage(7, slow);
  expect(handed).toEqual([]);
});

test('turned off while it looked, nothing is put into the page', async () => {
  const slow = {
    ...ports,
    findLocally: async (people: FindRequest[]) => {
      await settingsItem.set({ undoSeconds: 10, buttonOn: [], marksOn: [] });
      return ports.findLocally(people);
    },
  };
  await markPage(7, slow);
  expect(handed).toEqual([]);
});

test('a profile that was opened over the list leaves the marks as they are', async () => {
  reading = { ...listOf([]), status: 'profile', people: undefined };
  await markPage(7, ports);
  expect(handed).toEqual([]);
});

test('a page that answers something else is not believed', async () => {
  reading = { status: 'list', people: 'everybody' };
  await expect(markPage(7, ports)).rejects.toThrow();
  expect(handed).toEqual([]);
});

test('a click that opened one page is no word about its site', async () => {
  browser.granted.clear();
  expect(await markedSite(LIST)).toBeUndefined();
});

test('marks are taken away where they may not stand: with nobody connected, everywhere', async () => {
  const urls: string[][] = [];
  fakeBrowser.tabs.query = (async ({ url }: { url: string[] }) => (urls.push(url), [])) as never;
  await clearMarks(true);
  await clearMarks(false);
  expect(urls.map((patterns) => patterns.includes('https://github.com/*'))).toEqual([false, true]);
  expect(urls.every((patterns) => patterns.includes('https://*.linkedin.com/*'))).toBe(true);
});
