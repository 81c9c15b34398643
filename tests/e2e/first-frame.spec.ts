/** The verdict stands in the first frame that shows the person: by what this browser knows, while Greenhouse is silent. */
import { indexStatus } from '../support/ask-worker.ts';
import { watchFrames, withPerson } from '../support/frames.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { seededIn, type Seeded } from './greenhouse-people.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';

test('somebody known: not a moment without the verdict, also when the worker must be started for it', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const first = await recruiter.meet(OSKAR);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible();
  await first.close();
  const page = extension.context.pages().find((one) => one.url().includes('linkedin.com'))!;
  const tab = await extension.tabId(page);
  const shown = await watchFrames(extension.context);
  await extension.killWorker();
  // Greenhouse is silent for longer than anybody waits.
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 9, do: 'delay', delayMs: 4000 });
  const panel = await extension.open(`sidepanel.html?tab=${tab}`);
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
  const seen = withPerson(await shown(panel));
  expect(seen.some(({ frame }) => frame)).toBe(true);
  expect(seen[0]).toMatchObject({
    person: 'Oskar Lindqvist',
    match: expect.stringMatching(/^In Greenhouse.*Exported by you.*Looking up where they stand/),
  });
  expect(seen.filter(({ match }) => match === undefined)).toEqual([]);
  await expect(verdict(panel), 'Greenhouse fills in the rest').toContainText(/Staff Backend/, { timeout: 15_000 });
});

test('somebody unknown: being looked up from the first frame, and never new before Greenhouse has spoken', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  await recruiter.connect();
  const page = await recruiter.visit(OSKAR);
  const tab = await extension.tabId(page);
  await extension.clickToolbar(page);
  const shown = await watchFrames(extension.context);
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 9, do: 'delay', delayMs: 2000 });
  const panel = await extension.open(`sidepanel.html?tab=${tab}`);
  await expect(verdict(panel)).toContainText(/^New/, { timeout: 20_000 });
  const seen = withPerson(await shown(panel));
  const firstNew = seen.find(({ match }) => match?.startsWith('New'));
  expect(seen[0]?.match).toMatch(/^Checking Greenhouse/);
  expect(seen.filter(({ match }) => match === undefined)).toEqual([]);
  expect((firstNew?.at ?? 0) - (seen[0]?.at ?? 0), 'it waited for Greenhouse').toBeGreaterThan(1500);
});

test('somebody of whom this browser has nothing but the index: known from the first frame, by the worker’s first word', async ({
  extension,
  recruiter,
  sandbox,
  pages,
}) => {
  const [known] = seededIn(sandbox).filter(({ email_addresses }) => email_addresses.length > 0) as [Seeded];
  const email = known.email_addresses[0]!.value;
  const at = 'https://somebody.example/';
  const html = `<main class="h-card"><h1 class="p-name">Ingrid Aasen</h1><a class="u-email" href="mailto:${email}">${email}</a></main>`;
  pages.put({ url: at, html: `<!doctype html><html lang="en"><title>Me</title>${html}` });
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(async () => (await indexStatus(options)).state, { timeout: 60_000 }).toBe('fresh');
  const page = await recruiter.visit(at);
  const tab = await extension.tabId(page);
  await extension.clickToolbar(page);
  const shown = await watchFrames(extension.context);
  await extension.killWorker();
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 9, do: 'delay', delayMs: 3000 });
  const panel = await extension.open(`sidepanel.html?tab=${tab}`);
  await expect(verdict(panel)).toContainText(`${known.first_name} ${known.last_name}`, { timeout: 20_000 });
  const seen = withPerson(await shown(panel));
  expect(seen[0]).toMatchObject({
    person: 'Ingrid Aasen',
    match: expect.stringMatching(/^In Greenhouse.*Same email .*Looking up where they stand/),
  });
  expect(seen.filter(({ match }) => match === undefined)).toEqual([]);
});
