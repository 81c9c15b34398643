/** Somebody who is a prospect in one pool is exported to another, and to the one in which they are. */
import type { Page } from '@playwright/test';

import type { Sandbox } from '../sandbox/server.ts';
import { byApi } from './by-api.ts';
import { expect, openLink, pickJob, test, verdict, type Recruiter } from './fixture.ts';
import { creates, stored } from './records.ts';

const AT = 'https://somebody.example/';
const EMAIL = 'ingrid.aasen@post.example';
const PAGE = `<!doctype html><html lang="en"><title>Ingrid Aasen</title>
<main class="h-card"><h1 class="p-name">Ingrid Aasen</h1><a class="u-email" href="mailto:${EMAIL}">${EMAIL}</a></main>`;

const SITE_ADMIN = 4001;
const [FIRST, SECOND] = [12, 13];
const SCOPE = 'harvest:prospect_details:list';

interface Pooled {
  panel: Page;
  candidateId: number;
}

/** Somebody whom a colleague has put into the first pool, and whose page the recruiter has opened. */
async function pooled(recruiter: Recruiter, sandbox: Sandbox): Promise<Pooled> {
  const { candidate } = await byApi<{ candidate: { id: number } }>(sandbox, SITE_ADMIN, 'POST', 'candidates', {
    first_name: 'Ingrid',
    last_name: 'Aasen',
    email_addresses: [{ value: EMAIL, type: 'personal' }],
    application: { prospect: true, prospect_pool_id: FIRST },
  });
  await recruiter.withoutHold();
  await recruiter.connect();
  const panel = await recruiter.panelFor(await recruiter.visit(AT));
  await expect(verdict(panel)).toContainText(/^In Greenhouse.*Ingrid Aasen/);
  return { panel, candidateId: candidate.id };
}

const poolsAsked = (sandbox: Sandbox): number => sandbox.requests().filter(({ path }) => path === '/v3/prospect_details').length;

const nameOf = (sandbox: Sandbox, pool: number): string =>
  String(sandbox.state()['prospectPools']?.find(({ id }) => id === pool)?.['name']);

/** In which pools they stand, in the order in which they came into them. */
const poolsOf = (sandbox: Sandbox, candidateId: number): (number | null | undefined)[] =>
  stored(sandbox)
    .applications.filter(({ candidate_id }) => candidate_id === candidateId)
    .toSorted((a, b) => a.id - b.id)
    .map(({ id }) => stored(sandbox).prospectDetails.find(({ application_id }) => application_id === id)?.pool_id);

async function choosePool(panel: Page, label: string): Promise<void> {
  await panel.getByRole('radio', { name: 'Prospect' }).check();
  await pickJob(panel, '', 'No job (prospect)');
  const change = panel.getByRole('button', { name: /change/i });
  if (await change.isVisible()) await change.click();
  await panel.getByRole('combobox', { name: 'Pool', exact: true }).selectOption({ label });
}

test.beforeEach(({ pages }) => {
  pages.put({ url: AT, html: PAGE });
});

test('a prospect of one pool is added to another and stands in both; then they are told as there', async ({
  recruiter,
  sandbox,
}) => {
  const { panel, candidateId } = await pooled(recruiter, sandbox);
  const first = nameOf(sandbox, FIRST);
  const second = nameOf(sandbox, SECOND);
  expect(poolsAsked(sandbox), 'no pool was chosen yet').toBe(0);
  await choosePool(panel, second);
  await expect(panel.getByText(`as a prospect in ${second}`)).toBeVisible();
  await expect.poll(() => poolsAsked(sandbox)).toBe(1);
  const before = creates(sandbox);
  await panel.getByRole('button', { name: 'Add to job' }).click();
  await expect(openLink(panel).first()).toBeVisible();
  await expect.poll(() => poolsOf(sandbox, candidateId)).toEqual([FIRST, SECOND]);
  expect(creates(sandbox)).toBe(before + 1);

  const again = await recruiter.panelFor(await recruiter.visit(AT));
  await expect(verdict(again)).toContainText(/^In Greenhouse/);
  for (const name of [second, first]) {
    await choosePool(again, name);
    await expect(again.getByText(`They are in ${name} already.`)).toBeVisible();
    await expect(again.getByRole('button', { name: 'Update in Greenhouse' })).toBeEnabled();
  }
});

test('a prospect of the chosen pool is told as there already, and nothing is made', async ({ recruiter, sandbox }) => {
  const { panel, candidateId } = await pooled(recruiter, sandbox);
  const first = nameOf(sandbox, FIRST);
  await choosePool(panel, first);
  await expect(panel.getByText(`They are in ${first} already.`)).toBeVisible();
  const before = creates(sandbox);
  await panel.getByRole('button', { name: 'Update in Greenhouse' }).click();
  await expect(openLink(panel).first()).toBeVisible();
  expect(poolsOf(sandbox, candidateId)).toEqual([FIRST]);
  expect(creates(sandbox)).toBe(before);
});

test('without the right to see pools nobody is added twice, it is said, and the export goes on', async ({
  recruiter,
  sandbox,
}) => {
  sandbox.scopes({ without: [SCOPE] });
  const { panel, candidateId } = await pooled(recruiter, sandbox);
  await choosePool(panel, nameOf(sandbox, SECOND));
  await expect(panel.getByText('Greenhouse did not say in which pool')).toBeVisible();
  expect(poolsAsked(sandbox)).toBe(1);
  await panel.getByRole('button', { name: 'Update in Greenhouse' }).click();
  await expect(openLink(panel).first()).toBeVisible();
  expect(poolsOf(sandbox, candidateId)).toEqual([FIRST]);
});
