/** The verdict, from the page to what a recruiter says to it: each kind with its reasons, words that are remembered, search, update. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { indexStatus } from '../support/ask-worker.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { axeFindsNothing } from './axe.ts';
import { expect, openLink, pickJob, test as base, verdict } from './fixture.ts';
import { seededIn, type Seeded } from './greenhouse-people.ts';
import { stored } from './records.ts';

/** The browser's folder stays when the browser is closed, so that it can be started on it again. */
const test = base.extend<{ profile: string; restart: () => Promise<Extension> }>({
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'gleaner-verdict-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  extension: async ({ pages, sandbox, profile }, use) => {
    const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { profile });
    await use(extension);
    await extension.close();
  },
  restart: async ({ extension, pages, sandbox, profile }, use) => {
    let again: Extension | undefined;
    await use(async () => {
      await extension.close();
      again = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { profile });
      return again;
    });
    await again?.close();
  },
});

/** Until the index is whole. Answers a page that can ask the worker. */
async function filled(extension: Extension): Promise<Page> {
  const ours = await extension.open('options.html');
  await expect.poll(async () => (await indexStatus(ours)).state, { timeout: 60_000 }).toBe('fresh');
  return ours;
}

const AT = 'https://somebody.example/';

const pageOf = (name: string, emails: readonly string[]): string => `<!doctype html><html lang="en"><title>${name}</title>
<main class="h-card"><h1 class="p-name">${name}</h1>
${emails.map((email) => `<a class="u-email" href="mailto:${email}">${email}</a>`).join('\n')}</main>`;

const emailOf = ({ email_addresses: [first] }: Seeded): string => first?.value ?? '';
const nameOf = ({ first_name, last_name }: Seeded): string => `${first_name} ${last_name}`;

/** People in Greenhouse with an email address of their own. */
function withEmail(sandbox: Sandbox): [Seeded, Seeded, Seeded] {
  const hidden = new Set(stored(sandbox).candidates.flatMap((one) => (one.private ? [one.id] : [])));
  const people = seededIn(sandbox).filter(({ id, email_addresses }) => email_addresses.length > 0 && !hidden.has(id));
  return people.slice(0, 3) as [Seeded, Seeded, Seeded];
}

test.beforeEach(async ({ recruiter }) => {
  await recruiter.withoutHold();
  await recruiter.connect();
});

async function reopened(extension: Extension, page?: Page): Promise<Page> {
  const shown = page ?? (await extension.context.newPage());
  if (!page) await shown.goto(AT);
  return extension.panelBeside(shown);
}

test('“Not them” is remembered when the browser is started again, and taken back', async ({
  recruiter,
  sandbox,
  pages,
  restart,
}) => {
  const [known] = withEmail(sandbox);
  pages.put({ url: AT, html: pageOf('Ingrid Aasen', [emailOf(known)]) });
  const panel = await recruiter.panelFor(await recruiter.visit(AT));
  await expect(verdict(panel)).toContainText(new RegExp(`^In Greenhouse.*${nameOf(known)}.*Same email ${emailOf(known)}`));
  await axeFindsNothing(panel);
  await panel.getByRole('button', { name: 'Not them' }).click();
  await expect(verdict(panel)).toContainText(/^New/);
  const again = await reopened(await restart());
  await expect(verdict(again)).toContainText('Whoever was found is somebody else, as you said.');
  await axeFindsNothing(again);
  await again.getByRole('button', { name: 'Show the matches again' }).click();
  await expect(verdict(again)).toContainText(/^In Greenhouse/);
});

test('of several the recruiter says who it is, and that is remembered', async ({ recruiter, sandbox, pages, restart }) => {
  const [one, other] = withEmail(sandbox);
  pages.put({ url: AT, html: pageOf('Ingrid Aasen', [emailOf(one), emailOf(other)]) });
  const panel = await recruiter.panelFor(await recruiter.visit(AT));
  await expect(verdict(panel)).toContainText(/^Possible match/);
  await expect(panel.getByRole('main')).toContainText(`Same email ${emailOf(one)}`);
  await expect(panel.getByRole('main')).toContainText(`Same email ${emailOf(other)}`);
  await axeFindsNothing(panel);
  await panel.getByRole('button', { name: `This is them: ${nameOf(other)}` }).click();
  await expect(verdict(panel)).toContainText(new RegExp(`^In Greenhouse.*${nameOf(other)}`));
  const again = await reopened(await restart());
  await expect(verdict(again)).toContainText(new RegExp(`^In Greenhouse.*${nameOf(other)}.*You said so`));
});

test('none of several: each is remembered to be somebody else', async ({ recruiter, sandbox, pages, extension }) => {
  const [one, other] = withEmail(sandbox);
  pages.put({ url: AT, html: pageOf('Ingrid Aasen', [emailOf(one), emailOf(other)]) });
  const page = await recruiter.visit(AT);
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('button', { name: `Not them: ${nameOf(one)}` }).click();
  await expect(verdict(panel)).toContainText('1 person in Greenhouse may be this one');
  await panel.getByRole('button', { name: 'Show the matches again' }).click();
  await panel.getByRole('button', { name: 'None of them' }).click();
  await expect(verdict(panel)).toContainText(/^New/);
  await panel.close();
  await expect(verdict(await reopened(extension, page))).toContainText('Whoever was found is somebody else');
});

test('somebody found by hand is tied to the profile: an update writes its address, once', async ({
  recruiter,
  sandbox,
  extension,
}) => {
  const [known] = withEmail(sandbox);
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const panel = await recruiter.panelFor(page);
  await expect(verdict(panel)).toContainText(/^New/);
  await panel.getByText('Search Greenhouse').click();
  await panel.getByRole('searchbox').fill(emailOf(known));
  await panel.getByRole('searchbox').press('Enter');
  await expect(panel.getByRole('main')).toContainText(nameOf(known));
  await axeFindsNothing(panel);
  await panel.getByRole('button', { name: `This is them: ${nameOf(known)}` }).click();
  await expect(verdict(panel)).toContainText(new RegExp(`^In Greenhouse.*${nameOf(known)}`));
  await panel.getByRole('button', { name: 'Update in Greenhouse' }).click();
  await expect(panel.getByText(/is up to date in Greenhouse$/)).toBeVisible({ timeout: 20_000 });
  await expect(panel.getByText(/^Added:/)).toContainText('the address of this profile');
  const { social_media_addresses: addresses } = stored(sandbox).candidates.find(({ id }) => id === known.id)!;
  expect(addresses.map(({ value }) => value)).toContain('https://www.linkedin.com/in/oskar-lindqvist-fixture/');
  expect(stored(sandbox).candidates).toHaveLength(seededIn(sandbox).length);
  await panel.close();
  const again = await reopened(extension, page);
  await again.getByRole('button', { name: 'Update in Greenhouse' }).click();
  await expect(again.getByText('Nothing was missing there.')).toBeVisible({ timeout: 20_000 });
});

test('somebody on the chosen job is updated, and put nowhere new', async ({ recruiter, sandbox, pages }) => {
  const [known] = withEmail(sandbox);
  pages.put({ url: AT, html: pageOf(nameOf(known), [emailOf(known)]) });
  const panel = await recruiter.panelFor(await recruiter.visit(AT));
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Add to job' }).click();
  await expect(openLink(panel).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Another job for this person' }).click();
  await expect(verdict(panel)).toContainText(/Staff Backend/);
  const before = stored(sandbox).applications.length;
  await panel.getByRole('button', { name: 'Update in Greenhouse' }).click();
  await expect(panel.getByText(/is up to date in Greenhouse$/)).toBeVisible({ timeout: 20_000 });
  expect(stored(sandbox).applications).toHaveLength(before);
});

test('what could not be looked at is said, with the way to the settings', async ({ recruiter, extension }) => {
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  const panel = await recruiter.panelFor(page);
  await expect(verdict(panel)).toContainText('Nobody found under these email addresses.');
  await panel.getByText('2 things could not be looked at').click();
  const spots = panel.locator('.blind').getByRole('listitem');
  await expect(spots).toContainText([
    /The index of everybody in Greenhouse is off/,
    /Greenhouse keeps no profile IDs that this key may use/,
  ]);
  await axeFindsNothing(panel);
  for (const one of extension.context.pages()) if (one.url().endsWith('/options.html')) await one.close();
  const opened = extension.context.waitForEvent('page');
  await spots.first().getByRole('button', { name: 'Open settings' }).click();
  expect((await opened).url()).toMatch(/options\.html$/);
});

test('with an index of the last months: looked up by everything, and told who is not in it', async ({ recruiter, extension }) => {
  await recruiter.keepIndex({ kind: 'months', months: 12 });
  const page = await recruiter.visit('linkedin/sdui-contact-overlay-open');
  await filled(extension);
  const panel = await recruiter.panelFor(page);
  await expect(verdict(panel)).toContainText('Nobody found by profile, email address, phone or name.');
  await expect(panel.locator('.blind')).toContainText('Only people touched in the last 12 months are known here.');
});

test('a name in the other order is perhaps theirs at the same company, and nobody’s elsewhere', async ({
  recruiter,
  sandbox,
  pages,
  extension,
}) => {
  const known = seededIn(sandbox).find(({ company, private: hidden }) => company && !hidden) as Seeded;
  const turnedAt = (company: string | null) =>
    `<!doctype html><html lang="en"><title>${known.last_name}</title><main class="h-card">
    <h1 class="p-name"><span class="p-given-name">${known.last_name}</span> <span class="p-family-name">${known.first_name}</span></h1>
    <p class="p-job-title">Engineer</p><p class="p-org">${company}</p></main>`;
  const elsewhere = 'https://elsewhere.example/';
  pages.put({ url: AT, html: turnedAt(known.company) });
  pages.put({ url: elsewhere, html: turnedAt('Nowhere Known') });
  await recruiter.keepIndex();
  const page = await recruiter.visit(AT);
  await filled(extension);
  const panel = await recruiter.panelFor(page);
  await expect(verdict(panel)).toContainText(/^Possible match/);
  await expect(panel.getByRole('main')).toContainText(nameOf(known));
  await expect(panel.getByRole('main')).toContainText('Same name and company');
  await expect(verdict(await recruiter.panelFor(await recruiter.visit(elsewhere)))).toContainText(/^New/);
});
