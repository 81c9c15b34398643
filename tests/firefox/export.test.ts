/** The main job in Firefox: connected on the options page, a person from a page, one record in Greenhouse. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { creates, stored, watchRecords } from '../e2e/records.ts';
import { by, called, CONNECTION, pickJob, startRecruiter, textOf, VERDICT, type Recruiter } from './recruiter.ts';

let recruiter: Recruiter;
beforeAll(async () => {
  recruiter = await startRecruiter();
});
afterAll(() => recruiter.end());
beforeEach(() => recruiter.sandbox.reset());

const SOLVEIG = 'github/signed-in-complete';
const OSKAR = 'linkedin/sdui-contact-overlay-open';

test('Connect says to whom, and keeps the secret where nobody can read it', async () => {
  const options = await recruiter.connect();
  await textOf(options, CONNECTION).toBe('Connected to Birch Labs as Jonas Reed');
  const kept = await options.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
  expect(kept).toContain('Birch Labs');
  expect(kept).not.toContain(recruiter.sandbox.clientSecret);
  await options.close();
});

test('a wrong secret is said in plain words, and what is connected stays connected', async () => {
  const options = await recruiter.connect({ secret: 'not-the-secret' });
  await textOf(options, '[role="alert"]').toMatch(/secret/i);
  await textOf(options, CONNECTION).toContain('Birch Labs');
  await options.close();
});

test('a site is read once it is allowed, and the person becomes one candidate on the picked job', async () => {
  const { sandbox, front } = recruiter;
  const records = watchRecords(sandbox);
  await recruiter.holdFor(0);
  const options = await recruiter.connect();
  await textOf(options, CONNECTION).toContain('Birch Labs');
  await by(options, 'Read pages of GitHub without a click each time').click();
  await expect.poll(() => options.evaluate(() => chrome.permissions.contains({ origins: ['https://github.com/*'] }))).toBe(true);

  const page = await recruiter.visit(SOLVEIG);
  const before = await page.content();
  const panel = await recruiter.panelFor(page);
  await textOf(panel, VERDICT).toMatch(/^New/);
  const asked = front.hosts.length;
  await pickJob(panel, 'staff backend');
  await by(panel, 'Export to Greenhouse').click();
  await panel.waitForSelector(called('Open in Greenhouse'), { timeout: 30_000 });

  const [person, ...others] = records.people();
  expect(others).toEqual([]);
  expect(creates(sandbox)).toBe(1);
  expect(person).toMatchObject({ first_name: 'Solveig', last_name: 'Dahl' });
  expect(person?.email_addresses.map(({ value }) => value)).toEqual(['solveig@dahl.example']);
  const [application] = person?.applications ?? [];
  expect(application).toMatchObject({ job_id: 9001, prospect: false });
  const state = stored(sandbox);
  expect(state.sources.find(({ id }) => id === application?.source_id)?.name).toMatch(/GitHub/i);
  expect(state.referrers.find(({ id }) => id === application?.referrer_id)?.user_id).toBe(sandbox.user.id);
  const create = sandbox.requests().find(({ method, path }) => method === 'POST' && path === '/v3/candidates');
  expect(create?.actingUser).toBe(sandbox.user.id);

  expect(await page.content(), 'the page is as it was').toBe(before);
  // Firefox's own services are looked for by Firefox.
  const elsewhere = front.hosts
    .slice(asked)
    .filter((host) => !/(?:^|\.)(?:greenhouse\.io|mozilla\.(?:com|net|org)|firefox\.com)$/.test(host));
  expect(elsewhere, 'nobody but Greenhouse was contacted').toEqual([]);

  const again = await recruiter.panelFor(page);
  await textOf(again, VERDICT).toMatch(/^In Greenhouse/);
  await Promise.all([options, page, panel, again].map((each) => each.close()));
});

test('a page of a site that nobody allowed is not read, and the panel says what to do', async () => {
  const page = await recruiter.visit(OSKAR);
  const panel = await recruiter.panelFor(page);
  await textOf(panel, 'main').toContain('Gleaner has not been allowed to read this page');
  await expect(panel.evaluate(() => document.body.innerText)).resolves.not.toContain('Oskar');
  await Promise.all([page, panel].map((each) => each.close()));
});

test('a page of ours can contact Greenhouse and nobody else', async () => {
  const options = await recruiter.firefox.open('options.html');
  const outcomes = await options.evaluate(() =>
    Promise.all(
      ['https://evil.example/', 'https://harvest.greenhouse.io.evil.example/', 'https://app.greenhouse.io/'].map((url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ),
  );
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  expect(recruiter.front.hosts).not.toContain('evil.example');
  await options.close();
});
