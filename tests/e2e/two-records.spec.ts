/** A colleague's record of the same person comes to be between our last look and our create: the recruiter is shown both, and decides. */
import type { Page } from '@playwright/test';

import { bucketName, bucketOf } from '#lib/greenhouse/bucket.ts';

import { axeFindsNothing } from './axe.ts';
import { byApi } from './by-api.ts';
import { makeFields, test } from './colleague.ts';
import { expect, exportButton, openLink, pickJob, verdict, type Recruiter } from './fixture.ts';
import { stored, watchRecords } from './records.ts';
import type { Sandbox } from '../sandbox/server.ts';

/** No email stands on his page. */
const PAWEL = 'github/signed-out-email-hidden';
const PAWEL_ID = 'github:pawel-fixture';
/** Whoever may delete what they made. */
const SITE_ADMIN = 'amara.lindqvist@birchlabs.example';
const AMARA = 4001;
const ANOTHER_JOB = 9006;

/** The export is sent; while its create waits, a colleague makes the same person for another job. */
async function exportedTwice(
  recruiter: Recruiter,
  sandbox: Sandbox,
  email = sandbox.user.email ?? '',
): Promise<{ panel: Page; theirs: number }> {
  await recruiter.withoutHold();
  await recruiter.connect({ email });
  const panel = await recruiter.panelFor(await recruiter.visit(PAWEL));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  const gate = sandbox.gate({ method: 'POST', path: '/v3/candidates' });
  await exportButton(panel).click();
  await gate.arrived;
  // By its own number the gate takes one call: the colleague's goes by.
  const options = sandbox.state()['customFieldOptions'] ?? [];
  const bucket = options.find(({ name }) => name === bucketName(bucketOf(PAWEL_ID)));
  const { candidate } = await byApi<{ candidate: { id: number } }>(sandbox, AMARA, 'POST', 'candidates', {
    first_name: 'Pawel',
    last_name: 'Fixture',
    title: 'Principal Engineer',
    email_addresses: [{ value: 'pawel@home.example', type: 'personal' }],
    application: { job_id: ANOTHER_JOB },
    custom_fields: [
      { name_key: 'external_id', value: PAWEL_ID },
      { name_key: 'external_id_bucket', value: bucket?.['id'] },
    ],
  });
  gate.answer();
  await expect(panel.getByRole('alert').filter({ hasText: 'There are two records of this person' })).toBeVisible({
    timeout: 30_000,
  });
  return { panel, theirs: candidate.id };
}

test.beforeEach(async ({ colleague }) => {
  test.setTimeout(240_000);
  await makeFields(await colleague.connect());
});

test('they are made one, once both were on show', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  const { panel, theirs } = await exportedTwice(recruiter, sandbox);
  const alert = panel.getByRole('alert').filter({ hasText: 'There are two records of this person' });
  await expect(alert).toContainText('Emails: pawel@home.example');
  await expect(alert).toContainText(`Number ${theirs}, made by somebody else`);
  await axeFindsNothing(panel);
  await panel.getByRole('button', { name: `Make them one: number ${theirs} stays` }).click();
  await expect(panel.getByText('are one now')).toBeVisible({ timeout: 30_000 });
  await expect(openLink(panel)).toHaveAttribute('href', new RegExp(`/people/${theirs}\\b`));
  const people = records.people();
  expect(people).toMatchObject([{ id: theirs }]);
  expect(people[0]?.applications.map(({ job_id }) => job_id).toSorted()).toEqual([9001, ANOTHER_JOB]);
  await axeFindsNothing(panel);
});

test('ours steps back: one record is left, with the colleague’s application alone', async ({ recruiter, sandbox }) => {
  const records = watchRecords(sandbox);
  // Jonas may not delete what he made: he would be asked again, and told.
  const { panel, theirs } = await exportedTwice(recruiter, sandbox, SITE_ADMIN);
  await panel.getByRole('button', { name: 'Take mine back' }).click();
  await expect(panel.getByText('was taken back')).toBeVisible({ timeout: 60_000 });
  const people = records.people();
  expect(people).toMatchObject([{ id: theirs }]);
  expect(people[0]?.applications.map(({ job_id }) => job_id)).toEqual([ANOTHER_JOB]);
  expect(stored(sandbox).notes.filter(({ candidate_id }) => candidate_id === theirs)).toEqual([]);
  await expect(verdict(panel)).toContainText(/^In Greenhouse/, { timeout: 45_000 });
});

test('without the right to merge it is said which one is missing, and both stay', async ({ recruiter, sandbox }) => {
  sandbox.scopes({ without: ['harvest:candidates:merge'] });
  const records = watchRecords(sandbox);
  const { panel, theirs } = await exportedTwice(recruiter, sandbox);
  await panel.getByRole('button', { name: `Make them one: number ${theirs} stays` }).click();
  const alert = panel.getByRole('alert').filter({ hasText: 'There are two records of this person' });
  await expect(alert).toContainText('Greenhouse did not allow this', { timeout: 30_000 });
  await expect(alert).toContainText('harvest:candidates:merge');
  await panel.getByRole('button', { name: 'Take mine back' }).click();
  await expect(alert).toContainText('harvest:applications:destroy', { timeout: 30_000 });
  expect(records.people()).toHaveLength(2);
});
