/**
 * The index of everybody in Firefox, which keeps its databases in another way and ends a background page as it likes: filled through
 * such ends, it knows whoever is met, nobody else, and leaves nothing behind.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { IndexCommand, IndexStatus } from '#lib/identity/sync/status.ts';
import type { Answers, Asks, MessageName } from '#lib/messages/table.ts';

import { seededIn, type Seeded } from '../e2e/greenhouse-people.ts';
import { clickToolbar, closeSidebar, endBackground, sidebarText } from './own-window.ts';
import { CONNECTION, startRecruiter, textOf, type Recruiter } from './recruiter.ts';

const PEOPLE = 15_000;
/** Some way into a page, of which each takes longer. */
const ENDS_AFTER_MS = 100;
const ENDS = 8;
const SAMPLE = 300;
const AT = 'https://ingrid-aasen.example/';

let recruiter: Recruiter;
let options: Page;
beforeAll(async () => {
  // Greenhouse's limit is not what this is about; but on a quick machine, too, there shall be time to be ended in.
  recruiter = await startRecruiter({ greenhouse: { candidates: PEOPLE, rateLimit: 100_000, latencyMs: 150 } });
  options = await recruiter.connect();
});
afterAll(() => recruiter.end());

/** As the panel asks. A background page that ends before it answers is asked again. */
function ask<N extends MessageName>(name: N, body: Asks<N>): Promise<Answers<N>> {
  return options.evaluate(
    async (message) => {
      for (;;) {
        const reply: { ok: boolean; value: unknown } | undefined = await chrome.runtime
          .sendMessage(message)
          .catch(() => undefined);
        if (reply?.ok) return reply.value;
        if (reply) throw new Error(JSON.stringify(reply));
      }
    },
    { v: 1, name, body },
  ) as Promise<Answers<N>>;
}
const status = (): Promise<IndexStatus> => ask('index.status', {});
const command = (body: IndexCommand): Promise<IndexStatus> => ask('index.command', body);

/** Whom the index has under this address: Greenhouse is not asked. */
async function idsOf(emails: string[]): Promise<(number | undefined)[]> {
  const verdicts = await ask('candidate.known', { people: emails.map((email) => ({ externalIds: [], emails: [email] })) });
  return verdicts.map(({ matches: [match] }) => match?.person.candidateId);
}

const emailOf = ({ email_addresses: [first] }: Seeded): string => first!.value;

test(
  'everybody is in it, though the background page is ended again and again while it is filled; nobody else is',
  { timeout: 120_000 },
  async () => {
    await textOf(options, CONNECTION).toContain('Birch Labs');
    const told: number[] = [-1];
    let ends = 0;
    for (let { state, people } = await status(); state !== 'fresh'; { state, people } = await status()) {
      expect(state).toBe('filling');
      const hasGrown = people > told.at(-1)!;
      told.push(people);
      await new Promise((resolve) => setTimeout(resolve, ENDS_AFTER_MS));
      if (!hasGrown || ends === ENDS) continue;
      await endBackground(recruiter.firefox);
      ends += 1;
    }
    expect(ends).toBe(ENDS);
    expect(told, 'what is there stays there').toEqual(told.toSorted((one, other) => one - other));
    const everybody = seededIn(recruiter.sandbox).filter((person) => !person.private);
    expect((await status()).people).toBe(everybody.length);

    const withEmail = everybody.filter(({ email_addresses }) => email_addresses.length > 0);
    const step = Math.floor(withEmail.length / SAMPLE);
    const sample = Array.from({ length: SAMPLE }, (_, at) => withEmail[at * step]!);
    for (let from = 0; from < SAMPLE; from += 100) {
      const some = sample.slice(from, from + 100);
      await expect(idsOf(some.map(emailOf))).resolves.toEqual(some.map(({ id }) => id));
      const strangers = some.map((person) => `not.${emailOf(person)}`);
      await expect(idsOf(strangers)).resolves.toEqual(some.map(() => undefined));
    }
  },
);

test('whoever is met on a page is told as known while Greenhouse is silent, by a background page that had ended', async () => {
  const { firefox, sandbox, pages } = recruiter;
  const known = seededIn(sandbox).find((person) => !person.private && person.email_addresses.length > 0)!;
  const email = emailOf(known);
  pages.put({
    url: AT,
    html: `<!doctype html><html lang="en"><title>Ingrid Aasen</title>
<main class="h-card"><h1 class="p-name">Ingrid Aasen</h1><a class="u-email" href="mailto:${email}">${email}</a></main>`,
  });
  const page = await firefox.visit(AT);
  await page.bringToFront();
  await endBackground(firefox);
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 9, do: 'delay', delayMs: 5000 });
  await clickToolbar(firefox);
  const sidebar = () => expect.poll(() => sidebarText(firefox), { timeout: 20_000, interval: 100 });
  await sidebar().toMatch(/In Greenhouse[\s\S]*Looking up where they stand/);
  await sidebar().toContain(`${known.first_name} ${known.last_name}`);
  await closeSidebar(firefox);
  await page.close();
});

test('turned off, its databases are gone', async () => {
  const databases = () =>
    options.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('people')),
    );
  expect((await databases()).length).toBeGreaterThan(0);
  expect((await command({ do: 'choose', scope: { kind: 'off' } })).state).toBe('off');
  await expect.poll(databases, { timeout: 20_000 }).toEqual([]);
});
