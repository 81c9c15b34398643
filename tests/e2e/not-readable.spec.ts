/** Nobody of Greenhouse can be read in the browser's profile folder: every stored byte of it is searched once the browser is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { launchExtension } from '../support/extension.ts';
import type { Needle } from '../support/stored-bytes/needles.ts';
import { tracesIn } from '../support/stored-bytes/profile-folder.ts';
import { expect, exportButton, openLink, pickJob, test as base, verdict } from './fixture.ts';
import { needlesOf, type Seeded, seededIn } from './greenhouse-people.ts';

/** The browser's folder stays when the browser is closed. */
const test = base.extend<{ profile: string }>({
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'gleaner-bytes-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  extension: async ({ pages, sandbox, profile }, use) => {
    const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { profile });
    await use(extension);
    await extension.close();
  },
});

const STRANGER = 'linkedin/sdui-contact-overlay-open';
const STRANGERS_DATA: Needle[] = [
  'Oskar Lindqvist',
  'oskar@lindqvist.example',
  '705550123',
  'linkedin.com/in/oskar-lindqvist-fixture',
].map((text) => ({ text, of: 'whom the recruiter visited' }));

/** Where the browser itself notes which pages were visited, and what they said: nobody's doing but the recruiter's. */
const BROWSERS_OWN =
  /^segmentation_platform|^Default\/(?:History|Top Sites|Favicons|Shortcuts|Sessions|Cache|Code Cache|Network Action Predictor|Visited Links|Web Data|Network)/;

/** A page of somebody who is in Greenhouse. */
const pageOf = ({ first_name, last_name, email_addresses }: Seeded): string => `<!doctype html><html lang="en">
<title>${first_name} ${last_name}</title>
<main class="h-card"><h1 class="p-name">${first_name} ${last_name}</h1>
<a class="u-email" href="mailto:${email_addresses[0]?.value}">${email_addresses[0]?.value}</a></main>`;

/** Into everything that an extension and its pages can write to: what lies there has to be found, or nothing that is not found says anything. */
async function leak(options: Page, people: string[]): Promise<void> {
  await options.evaluate(async ([local, record, long, url, cached]) => {
    await chrome.storage.local.set({ leaked: local ?? '' });
    localStorage.setItem('leaked', cached ?? '');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('leaked');
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('leaked'));
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('no database')));
    });
    const write = db.transaction('leaked', 'readwrite');
    write.objectStore('leaked').put({ name: record }, record);
    // Chromium packs a long value, and puts a longer one into a file of its own.
    write.objectStore('leaked').put('all alike '.repeat(4000) + long, 'long');
    await new Promise((resolve) => write.addEventListener('complete', resolve));
    db.close();
    history.replaceState(null, '', `?${url ?? ''}`);
  }, people);
}

/** How many people are in the index, once everybody is. */
const indexed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const reply = (await chrome.runtime.sendMessage({ v: 1, name: 'index.status', body: {} })) as {
      value?: { state: string; people: number };
    };
    return reply.value?.state === 'fresh' ? reply.value.people : 0;
  });

test('the search finds what is written anywhere', async ({ extension, sandbox, profile }) => {
  const people = seededIn(sandbox)
    .filter(({ email_addresses }) => email_addresses.length > 0)
    .slice(0, 5);
  const emails = people.map(({ email_addresses }) => email_addresses[0]?.value ?? '');
  await leak(await extension.open('options.html'), emails);
  await extension.close();
  const found = await tracesIn(
    profile,
    emails.map((text) => ({ text, of: text })),
  );
  expect(new Set(found.map(({ of }) => of))).toEqual(new Set(emails));
});

test('whoever is in Greenhouse cannot be read in the profile folder', async ({
  extension,
  recruiter,
  sandbox,
  pages,
  profile,
}) => {
  test.setTimeout(120_000);
  const people = seededIn(sandbox);
  const [known, ...others] = people.filter(({ email_addresses }) => email_addresses.length > 0) as [Seeded, ...Seeded[]];
  pages.put({ url: 'https://known-to-greenhouse.example/', html: pageOf(known) });
  await recruiter.withoutHold();
  await recruiter.keepIndex();
  const options = await recruiter.connect();
  await expect.poll(() => indexed(options), { timeout: 60_000 }).toBe(people.filter((person) => !person.private).length);

  const panel = await recruiter.panelFor(await recruiter.visit('https://known-to-greenhouse.example/'));
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
  const stranger = await recruiter.panelFor(await recruiter.visit(STRANGER));
  await expect(verdict(stranger)).toContainText(/^New/);
  await pickJob(stranger, 'staff backend');
  await exportButton(stranger).click();
  await expect(openLink(stranger)).toBeVisible();

  await extension.close();
  const visited = [...needlesOf([known]), ...STRANGERS_DATA];
  const nobodys = new Set(visited.map(({ text }) => text));
  const traces = await tracesIn(profile, [...visited, ...needlesOf(others).filter(({ text }) => !nobodys.has(text))]);
  const said = ({ text, file }: { text: string; file: string }) => `${text} in ${file}`;
  expect(traces.filter(({ text }) => !nobodys.has(text)).map(said), 'people who were not visited').toEqual([]);
  expect(
    traces.filter(({ text, file }) => nobodys.has(text) && !BROWSERS_OWN.test(file)).map(said),
    'people who were visited',
  ).toEqual([]);
  expect(traces.length, 'the browser’s own history was searched').toBeGreaterThan(0);
});
