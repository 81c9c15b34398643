/** What the documents leave open, each way: whichever it turns out to be, the client reads and writes as before. */
import { expect, onTestFinished, test } from 'vitest';

import { DEFAULT_QUIRKS, type Quirks } from '#tests/sandbox/quirks.ts';

import { LISTS } from './lists.ts';
import { makeRecords } from './records.ts';
import { ACTING, NOW, stand } from './stand.ts';
import { WRITES } from './writes.ts';

const SWITCHED: Partial<Quirks>[] = [
  { expiresInOnly: true },
  { expiresAtOnly: true },
  { oneTokenAtATime: true },
  // The other way round the client would fail: both work today, and it keeps to the documented one.
  { dateFilters: 'pipe' },
  { customFieldsReplace: true },
  { autoMerge: true },
  { bareCreateAnswer: true },
  { noteVisibilityAsWritten: true },
  { customFieldPriority: true },
  { privateFields: '422' },
  { unknownTags: '422' },
  { duplicateApplication: '422' },
  { bothDates: 'allow' },
  { bodyReferences: 'trusted' },
  { noteOnNobody: '422' },
  { privateFilter: 'only' },
  { nestedApplicationScope: true },
  { serviceUserSeesPrivate: true },
  { introspectScopes: false },
  { introspectRole: false },
  { jsonContentType: 'required' },
  { privateStubs: true },
  { websitesWithoutScheme: true },
  { moveFrom: 'application-stage' },
  { moveFrom: 'interview-stage' },
];

/** Held elsewhere, or nothing that this client would notice. */
const ELSEWHERE = [
  // What a refusal or a limit looks like: `failures.test.ts`.
  'forbiddenBody',
  'tooManyBody',
  'rateLimit',
  'tokenRateLimit',
  'retiredStatus',
  // Who may not read: `tests/lib/greenhouse/harvest/rights.test.ts`.
  'serviceUserIsSiteAdmin',
  'nonAdminReads',
  // An answer without ids, and rows that come later: the outbox's matter.
  'deferredCreateAnswer',
  'listLagMs',
  'bulkDelayMs',
  // Fields that cannot be made whole: `tests/lib/greenhouse/harvest/external-ids.test.ts`.
  'optionsPerField',
  // Candidate Ingestion, partners, browsers on other origins, and how large or how long.
  'ingestionDuplicate',
  'partnerRateLimit',
  'partnerReadsWithoutRights',
  'refreshIdleMs',
  'pkceRequired',
  'cors',
  'secretGraceMs',
  'attachmentLimitBytes',
];

test('no switch of the sandbox is forgotten', () => {
  const held = new Set([...SWITCHED.flatMap((quirks) => Object.keys(quirks)), ...ELSEWHERE]);
  expect([...held].toSorted()).toEqual(Object.keys(DEFAULT_QUIRKS).toSorted());
});

test.each(SWITCHED.map((quirks) => [JSON.stringify(quirks), quirks] as const))('with %s', async (_, quirks) => {
  const { api, sandbox } = await stand({ quirks });
  onTestFinished(() => sandbox.close());
  const window = { from: NOW - 1000, to: NOW + 1000 };
  for (const list of LISTS) await list.pages(api, { created_at: window }).next();
  const records = await makeRecords(api, ACTING.id);
  for (const { run, path, answer } of WRITES) {
    const bare = quirks.bareCreateAnswer && path(records) === '/v3/candidates';
    expect(await run(api, records)).toEqual(bare ? { candidateId: expect.any(Number) } : answer);
  }
  expect(sandbox.requests().length).toBeGreaterThan(WRITES.length);
});
