/**
 * The proof of the index: 200,000 people are fetched by a worker that is killed every few seconds, and then every one of 10,000 of
 * them is found by each of their keys, and none of 10,000 strangers.
 */
import type { Page } from '@playwright/test';

import type { FindRequest } from '#lib/identity/schema.ts';

import { connect, credentialOf } from '../demo/connect.ts';
import { startSandbox } from '../sandbox/server.ts';
import { ask, indexStatus } from '../support/ask-worker.ts';
import { launchExtension } from '../support/extension.ts';
import { expect, test } from './fixture.ts';

const PEOPLE = 200_000;
const SAMPLE = 10_000;
/** So high that the limit is not what this is about: pages come as quickly as they can be read. */
const NO_LIMIT = 100_000;
const DIES_EVERY_MS = 2500;
const AT_ONCE = 100;

interface Row {
  id: number;
  private: boolean;
  first_name: string;
  last_name: string;
  email_addresses: { value: string }[];
  phone_numbers: { value: string }[];
  website_addresses: { value: string }[];
  social_media_addresses: { value: string }[];
}
interface Question {
  /** Whom it should lead to; nobody for a stranger. */
  id?: number;
  by: string[];
  request: FindRequest;
}
const NOTHING: FindRequest = { externalIds: [], emails: [] };

/** One question for each key of a person. A number is shared by some, and proves something only together with the name. */
const questionsAbout = (row: Row): Question[] => [
  ...row.email_addresses.map(({ value }) => ({ id: row.id, by: ['email'], request: { ...NOTHING, emails: [value] } })),
  ...[...row.social_media_addresses, ...row.website_addresses].map(({ value }) => ({
    id: row.id,
    by: ['profile', 'external-id'],
    request: { ...NOTHING, urls: [value] },
  })),
  ...row.phone_numbers.map(({ value }) => ({
    id: row.id,
    by: ['phone'],
    request: { ...NOTHING, phones: [value], firstName: row.first_name, lastName: row.last_name },
  })),
];

const stranger = (number: number): Question => ({
  by: [],
  request: {
    externalIds: [`linkedin:stranger-${number}-fixture`],
    emails: [`stranger.${number}@elsewhere.example`],
    urls: [`https://github.com/stranger-${number}-fixture`, `https://stranger-${number}-fixture.example`],
    phones: [`+33 1 99 ${String(number).padStart(6, '0')}`],
  },
});

/** Those that were answered wrongly. */
async function wrongOf(page: Page, questions: Question[]): Promise<Question[]> {
  const wrong: Question[] = [];
  for (let from = 0; from < questions.length; from += AT_ONCE) {
    const some = questions.slice(from, from + AT_ONCE);
    const verdicts = await ask(page, 'candidate.known', { people: some.map(({ request }) => request) });
    some.forEach((question, at) => {
      const { matches = [], kind } = verdicts[at] ?? {};
      const right =
        question.id === undefined
          ? kind === 'new' && matches.length === 0
          : matches.some(
              ({ person, agrees }) => person.candidateId === question.id && agrees.some(({ by }) => question.by.includes(by)),
            );
      if (!right) wrong.push(question);
    });
  }
  return wrong;
}

test('everybody of 200,000 is in it though the worker dies every few seconds, and nobody else', async ({ pages }) => {
  test.setTimeout(420_000);
  const sandbox = await startSandbox({ candidates: PEOPLE, rateLimit: NO_LIMIT, tokenRateLimit: NO_LIMIT });
  const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { index: true });
  try {
    const options = await extension.open('options.html');
    await connect(options, credentialOf(sandbox));
    const cdp = await extension.context.newCDPSession(options);
    await cdp.send('ServiceWorker.enable');

    const told: number[] = [];
    let deaths = 0;
    for (;;) {
      const { state, people, error } = await indexStatus(options);
      told.push(people);
      expect(error, 'no failure but our own').toBeUndefined();
      if (state === 'fresh') break;
      await options.waitForTimeout(DIES_EVERY_MS);
      await cdp.send('ServiceWorker.stopAllWorkers');
      deaths += 1;
    }
    const rows = (sandbox.state()['candidates'] as unknown as Row[]).filter((row) => !row.private);
    const lists = sandbox.requests().filter(({ path }) => path === '/v3/candidates');
    console.log(`${deaths} deaths, ${lists.length} lists for ${Math.ceil(rows.length / 500)} pages`);
    expect(deaths).toBeGreaterThan(10);
    // Nobody begins anew after a death: what is told only grows, and a death costs a page at most, and a question how many there are.
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(rows.length);
    expect(lists.length).toBeLessThan(PEOPLE / 500 + 2 * deaths + 12);

    const step = Math.floor(rows.length / SAMPLE);
    const sampled = Array.from({ length: SAMPLE }, (_, at) => rows[at * step]).flatMap((row) => (row ? questionsAbout(row) : []));
    expect(sampled.length).toBeGreaterThan(2 * SAMPLE);
    expect(await wrongOf(options, sampled)).toEqual([]);
    expect(
      await wrongOf(
        options,
        Array.from({ length: SAMPLE }, (_, at) => stranger(at)),
      ),
    ).toEqual([]);
  } finally {
    await extension.close();
    await sandbox.close();
  }
});
