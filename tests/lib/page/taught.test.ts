import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { handleOf, placeOf } from '#lib/page/taught.ts';
import { readTab } from '#lib/page/read.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { ruleSetsItem, taughtItem } from '#lib/storage/taught.ts';
import type { RuleSet } from '#lib/teach/rule-set.ts';
import type { Taught } from '#lib/teach/taught.ts';

const URL_OF_TOVE = 'https://www.linkedin.com/in/tove-ekdal-fixture/';
const printed = (title?: string) => ({
  status: 'profile',
  site: 'linkedin',
  externalId: 'linkedin:tove-ekdal-fixture',
  url: URL_OF_TOVE,
  person: {
    name: { full: 'Tove Ekdal', splitFrom: 'landmark' },
    ...(title ? { title } : {}),
    emails: [],
    phones: [],
    links: [],
    positions: [],
    education: [],
    skills: [],
    languages: [],
  },
  aliases: [],
  missing: [],
  needs: [],
  evidence: title ? { title: { from: 'landmark', confidence: 0.9 } } : {},
});
const RULE: Taught['rule'] = {
  field: 'title',
  ways: [{ from: { label: 'title' }, go: [{ beside: 'dd', by: 1 }] }],
  around: ['dd'],
};
const TAUGHT: Taught = {
  id: 'a',
  site: 'linkedin',
  host: 'linkedin.com',
  rule: RULE,
  taughtAt: 1,
  used: 0,
  against: 0,
  missed: 0,
};
const SET: RuleSet = {
  format: 'gleaner-rule-set',
  version: 2,
  site: 'linkedin',
  signedOff: { by: 'Ada Admin', on: '2026-11-20' },
  rules: [RULE],
};

interface Injection {
  files?: string[];
  args?: [script: string, handed: { rules: unknown[] }];
}
const executeScript = vi.fn<(injection: Injection) => Promise<unknown>>();
const handed = () => executeScript.mock.calls.flatMap(([{ args }]) => args?.[1] ?? []);
let page: Record<string, unknown>;

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset();
  page = { '/read-linkedin.js': printed() };
  executeScript.mockImplementation(({ files }) => Promise.resolve([{ result: page[files?.[0] ?? ''] }]));
  Object.assign(fakeBrowser.scripting, { executeScript });
});

const answers = (value: string | null, address = URL_OF_TOVE) => {
  page['/read-taught.js'] = { address, found: [value === null ? null : { value, confidence: 0.9, vouched: false }] };
};
let people = 0;
/** Each time another person, or the same page would be counted once. */
const read = async () => {
  people += 1;
  const printedNow = page['/read-linkedin.js'] as { externalId: string };
  page['/read-linkedin.js'] = { ...printedNow, externalId: `linkedin:person-${people}-fixture` };
  const tab = await fakeBrowser.tabs.create({ url: URL_OF_TOVE });
  const reading = await readTab(tab.id ?? -1, () => 9);
  return reading === 'credentials-page' ? undefined : reading;
};

test('without rules for the site nothing more is run in the page', async () => {
  await taughtItem.set([{ ...TAUGHT, site: 'github' }]);
  await read();
  expect(executeScript).toHaveBeenCalledTimes(1);
});

test('a rule’s value is in the reading, and its use is counted once for each person', async () => {
  await taughtItem.set([TAUGHT]);
  answers('Tide modeller');
  const reading = await read();
  expect(reading).toMatchObject({ candidate: { title: 'Tide modeller' }, evidence: { title: { from: 'taught' } } });
  expect(handed()).toEqual([{ rules: [RULE], subject: { name: 'Tove Ekdal', handle: 'tove-ekdal-fixture' }, wholePage: false }]);
  expect((await taughtItem.get())[0]?.used).toBe(1);
});

test('three people in a row on whom it disagrees, and it is used no more', async () => {
  await taughtItem.set([TAUGHT]);
  page['/read-linkedin.js'] = printed('Head of Tides');
  answers('Tide modeller');
  for (let person = 0; person < 3; person += 1) expect((await read())?.candidate?.title).toBe('Head of Tides');
  expect((await taughtItem.get())[0]?.stopped).toEqual({ at: 9, because: 'disagrees' });
  executeScript.mockClear();
  await read();
  expect(executeScript).toHaveBeenCalledTimes(1);
});

test.each([
  ['another page by now', { address: `${URL_OF_TOVE}details/`, found: [{ value: 'x', confidence: 0.9, vouched: true }] }],
  ['nonsense', { address: URL_OF_TOVE, found: [{ value: 7 }] }],
  ['nothing', undefined],
])('the reader’s word stands where the page answers %s', async (_title, answered) => {
  await taughtItem.set([TAUGHT]);
  page['/read-taught.js'] = answered;
  expect((await read())?.candidate?.title).toBeUndefined();
  expect((await taughtItem.get())[0]?.used).toBe(0);
});

test('rule sets hold as well: the policy’s, those taken in, and of two the higher version', async () => {
  await ruleSetsItem.set([SET]);
  answers('Tide modeller');
  expect((await read())?.candidate?.title).toBe('Tide modeller');
  const newer: RuleSet = { ...SET, version: 3, rules: [{ ...RULE, field: 'company' }] };
  await policyItem.set({ locked: [], problems: [], ruleSets: ['{ no set', JSON.stringify(newer)] });
  executeScript.mockClear();
  await read();
  expect(handed()).toMatchObject([{ rules: [{ field: 'company' }] }]);
});

test.each([
  ['https://www.linkedin.com/in/x/', 'linkedin'],
  ['https://github.com/x', 'github'],
  ['https://people.example/team/x', 'https://people.example'],
])('rules for %s are kept under %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});

test.each([
  ['https://www.linkedin.com/in/%C5%82ucja-fixture/', 'łucja-fixture'],
  ['https://scholar.example/citations?user=AbC1', 'AbC1'],
  ['https://jane.example/', undefined],
  [undefined, undefined],
])('the handle of %s is %s', (address, handle) => {
  expect(handleOf(address)).toBe(handle);
});
