/** The main job with a partner key: Candidate Ingestion alone, and a panel that offers no more than that. */
import type { Page } from '@playwright/test';

import type { Sandbox } from '../sandbox/server.ts';
import type { Extension } from '../support/extension.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { stored, watchRecords } from './records.ts';

const SOLVEIG = 'github/signed-in-complete';
const OSKAR = 'linkedin/sdui-contact-overlay-open';

const creates = (sandbox: Sandbox): number =>
  sandbox.requests().filter(({ method, path }) => method === 'POST' && path === '/v1/partner/candidates').length;

const externalIdOf = (sandbox: Sandbox, candidateId: number | undefined): unknown =>
  stored(sandbox).candidates.find(({ id }) => id === candidateId)?.external_id;

/** Nobody but the partner's own API was asked, and always on behalf of the recruiter. */
function expectPartnerOnly(sandbox: Sandbox) {
  const asked = sandbox.requests();
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter(({ path }) => !path.startsWith('/v1/partner/'))).toEqual([]);
  expect(new Set(asked.map(({ actingUser }) => actingUser))).toEqual(new Set([sandbox.user.email]));
}

async function connect(extension: Extension, sandbox: Sandbox, key = sandbox.partnerKey): Promise<Page> {
  const options = await extension.open('options.html');
  await options.getByRole('textbox', { name: 'Partner key' }).fill(key);
  await options.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByRole('status', { name: 'Connection' })).not.toContainText(/testing|checking/i);
  return options;
}

test('a person becomes a candidate on the picked job, once, under our own id, with the note, and no call to Harvest', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  const options = await connect(extension, sandbox);
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText(sandbox.user.name);
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(panel)).toContainText(/^New/);
  await expect(verdict(panel)).toContainText('A partner key cannot look people up');

  await expect(panel.getByText('A partner key cannot set source, credit, stage or tags')).toHaveCount(1);
  for (const name of ['Stage', 'Source', 'Credit', 'Tags', 'Who sees the note'])
    await expect(panel.getByRole('combobox', { name })).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Change' })).toHaveCount(0);

  await pickJob(panel, 'staff backend');
  await panel.getByRole('textbox', { name: 'Note' }).fill('Met at a meetup.');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();

  const [person, ...others] = records.people();
  expect(others).toEqual([]);
  expect(person).toMatchObject({ first_name: 'Oskar', last_name: 'Lindqvist', company: 'Fjordtech' });
  expect(externalIdOf(sandbox, person?.id)).toBe('linkedin:oskar-lindqvist-fixture');
  expect(person?.applications).toMatchObject([{ job_id: 9001, prospect: false }]);
  await expect
    .poll(() => stored(sandbox).notes.filter(({ candidate_id }) => candidate_id === person?.id))
    .toMatchObject([{ body: 'Met at a meetup.' }]);
  await expect(openLink(panel)).toHaveAttribute(
    'href',
    `https://app.greenhouse.io/people/${person?.id}?application_id=${person?.applications[0]?.id}`,
  );
  await expect(verdict(panel)).toContainText(/^In Greenhouse/);
  await expect(verdict(panel)).toContainText('Staff Backend Engineer');
  expect(creates(sandbox)).toBe(1);
  expectPartnerOnly(sandbox);

  // Another visit: they are known, and by this key to be opened only.
  const again = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(again)).toContainText(/^In Greenhouse/);
  await expect(again.getByRole('button', { name: 'Add to job' })).toBeDisabled();
  await expect(again.getByText('A partner key cannot add somebody known to a job.')).toBeVisible();
});

test('a person becomes a prospect in a stage of a pool', async ({ extension, recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  await connect(extension, sandbox);
  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await panel.getByRole('radio', { name: 'Prospect' }).check();
  await pickJob(panel, '', 'No job (prospect)');
  await expect(panel.getByRole('button', { name: /consider/i })).toHaveCount(0);
  await panel.getByRole('combobox', { name: 'Pool', exact: true }).selectOption({ index: 1 });
  await panel.getByRole('combobox', { name: 'Pool stage' }).selectOption({ index: 1 });
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  const [person, ...others] = records.people();
  expect(others).toEqual([]);
  expect(externalIdOf(sandbox, person?.id)).toMatch(/^github:/);
  expect(person?.applications).toMatchObject([{ job_id: null, prospect: true }]);
  const place = stored(sandbox).prospectDetails.find(({ application_id }) => application_id === person?.applications[0]?.id);
  expect(place?.pool_id).not.toBeNull();
  expect(place?.pool_stage_id).not.toBeNull();
  expect(creates(sandbox)).toBe(1);
  expectPartnerOnly(sandbox);
});

test('an answer that is lost is put to the recruiter at once, and the person is made once', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  await connect(extension, sandbox);
  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await pickJob(panel, 'staff backend');
  sandbox.fault({ match: { method: 'POST', path: '/v1/partner/candidates' }, do: 'drop-after-commit' });
  await exportButton(panel).click();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('a partner key cannot look people up');
  expect(records.people()).toHaveLength(1);
  expect(creates(sandbox), 'the browser repeats no create by itself').toBe(1);
  await alert.getByRole('button', { name: 'They are there' }).click();
  const [made] = records.people();
  await panel.getByRole('textbox', { name: 'Number or link of the person in Greenhouse' }).fill(String(made?.id));
  await panel.getByRole('button', { name: 'Look them up' }).click();
  // The key shows whom it brought.
  await panel.getByRole('button', { name: `Yes, this is them: ${made?.first_name} ${made?.last_name}` }).click();
  await expect(alert).toHaveCount(0);
  await expect(openLink(panel)).toHaveAttribute('href', new RegExp(`/people/${made?.id}\\b`));
  expect(records.people()).toHaveLength(1);
});

test('a create on a connection that was used before and breaks is not repeated by the browser behind our back', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  await connect(extension, sandbox);
  const panels = [];
  for (const page of [OSKAR, SOLVEIG]) {
    const panel = await recruiter.panelFor(await recruiter.visit(page));
    await pickJob(panel, 'staff backend');
    panels.push(panel);
  }
  const [first, second] = panels;
  if (!first || !second) throw new Error('two panels were opened');
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible();
  sandbox.fault({ match: { method: 'POST', path: '/v1/partner/candidates' }, do: 'drop-before' });
  await exportButton(second).click();
  await expect(second.getByRole('alert')).toContainText('a partner key cannot look people up');
  expect(creates(sandbox)).toBe(2);
  expect(records.people()).toHaveLength(1);
});

test('a tracking link is made for the picked job', async ({ extension, recruiter, sandbox }) => {
  await connect(extension, sandbox);
  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Make a tracking link' }).click();
  await expect(panel.getByRole('textbox', { name: 'Tracking link' })).toHaveValue(/^https:\/\/.*gh_src=/);
  expectPartnerOnly(sandbox);
});

test('a key that Greenhouse refuses is said so, and nothing else of Greenhouse is asked', async ({ extension, sandbox }) => {
  const options = await connect(extension, sandbox, 'not-the-key');
  await expect(options.getByRole('alert')).toBeVisible();
  expect(sandbox.requests().filter(({ path }) => !path.startsWith('/v1/partner/'))).toEqual([]);
});
