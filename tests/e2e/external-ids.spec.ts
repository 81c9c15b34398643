/** The fields for external ids: made once, by them one recruiter's browser knows whom another's exported, and what is there stays. */
import { bucketName, bucketOf } from '#lib/greenhouse/bucket.ts';

import { byApi } from './by-api.ts';
import { make, makeFields, standing, test } from './colleague.ts';
import { addKnown, expect, exportButton, openLink, pickJob, verdict } from './fixture.ts';
import { creates, stored, watchRecords } from './records.ts';
import type { Sandbox } from '../sandbox/server.ts';

/** No email stands on his page. */
const PAWEL = 'github/signed-out-email-hidden';
const PAWEL_ID = 'github:pawel-fixture';
const OSKAR = 'linkedin/sdui-contact-overlay-open';
const OSKAR_ID = 'linkedin:oskar-lindqvist-fixture';
const AMARA = 4001;

const fieldsOf = (sandbox: Sandbox, candidateId: number): Record<string, unknown> => {
  const person = sandbox.state()['candidates']?.find(({ id }) => id === candidateId);
  const fields = (person?.['custom_fields'] ?? {}) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]));
};

/** What was asked of a list of candidates since `from`. */
const lookUps = (sandbox: Sandbox, from: number) =>
  sandbox
    .requests()
    .slice(from)
    .filter(({ method, path }) => method === 'GET' && path === '/v3/candidates')
    .map(({ query }) => query);

test('whoever may not manage custom fields is told so; a colleague who may makes both by one press', async ({
  recruiter,
  colleague,
  sandbox,
}) => {
  const options = await recruiter.connect();
  await expect(standing(options)).toContainText('Not there yet');
  await make(options).click();
  const alert = options.getByRole('alert').filter({ hasText: 'did not let the fields be made' });
  await expect(alert).toContainText('may not manage custom fields');

  await makeFields(await colleague.connect());
  const [field, bucket] = ['External ID', 'External ID bucket'].map((name) =>
    sandbox.state()['customFields']?.find((row) => row['name'] === name),
  );
  expect(field).toMatchObject({ field_type: 'candidate', value_type: 'short_text', private: true });
  const choices = sandbox.state()['customFieldOptions']?.filter((row) => row['custom_field_id'] === bucket?.['id']);
  expect(choices?.map(({ name }) => name).toReversed()).toEqual(Array.from({ length: 1024 }, (_, at) => bucketName(at)));

  await options.getByRole('button', { name: 'Look again' }).click();
  await expect(standing(options)).toContainText('All is there');
  await expect(make(options)).toHaveCount(0);
});

test('the second of two recruiters is told by the bucket alone that the first exported this person', async ({
  recruiter,
  colleague,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const records = watchRecords(sandbox);
  await makeFields(await colleague.connect());

  const first = await recruiter.meet(PAWEL);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible({ timeout: 30_000 });
  const [person] = records.people();
  expect(person?.email_addresses).toEqual([]);
  const fields = fieldsOf(sandbox, person?.id ?? 0);
  expect(String(fields['external_id']).split(' ')[0]).toBe(PAWEL_ID);
  expect(fields['external_id_bucket']).toBe(bucketName(bucketOf(PAWEL_ID)));

  const before = sandbox.requests().length;
  const second = await colleague.panelFor(await colleague.visit(PAWEL));
  // Making the fields may have used up what Greenhouse allows in half a minute; it is asked again by itself.
  await expect(verdict(second)).toContainText(/^In Greenhouse/, { timeout: 45_000 });
  const asked = lookUps(sandbox, before);
  expect(asked.some((query) => 'custom_field_option_id' in query)).toBe(true);
  expect(asked.filter((query) => 'email' in query || 'updated_at' in query || 'cursor' in query)).toEqual([]);
  await expect(exportButton(second)).toHaveCount(0);
  expect(creates(sandbox)).toBe(1);
});

test('adding a known person to a job writes the profile’s address and id, and takes nothing away', async ({
  recruiter,
  colleague,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await makeFields(await colleague.connect());
  const panel = await recruiter.meet(OSKAR);
  const known = stored(sandbox).candidates.find(({ email_addresses, private: hidden }) => email_addresses.length > 0 && !hidden);
  if (!known) throw new Error('The seed has nobody with an email');
  await addKnown(panel, known.email_addresses[0]?.value ?? '');
  await expect.poll(() => fieldsOf(sandbox, known.id)['external_id']).toMatch(new RegExp(`^${OSKAR_ID}( |$)`));

  const after = sandbox.state()['candidates']?.find(({ id }) => id === known.id) ?? {};
  expect(fieldsOf(sandbox, known.id)['external_id_bucket']).toBe(bucketName(bucketOf(OSKAR_ID)));
  expect(after['social_media_addresses']).toEqual([
    ...known.social_media_addresses,
    { value: expect.stringContaining('linkedin.com/in/oskar-lindqvist-fixture') as unknown },
  ]);
  const { social_media_addresses: _grown, ...rest } = known;
  for (const [name, value] of Object.entries(rest).filter(([key]) => !/_at$|^custom_fields$/.test(key)))
    expect(after[name], name).toEqual(value);
});

test('an organisation’s own field is pointed at, and what stands in it stays', async ({ recruiter, colleague, sandbox }) => {
  test.setTimeout(120_000);
  const known = stored(sandbox).candidates.find(({ email_addresses, private: hidden }) => email_addresses.length > 0 && !hidden);
  if (!known) throw new Error('The seed has nobody with an email');
  const own = { name: 'Sourcing profiles', field_type: 'candidate', value_type: 'long_text' };
  await byApi(sandbox, AMARA, 'POST', 'custom_fields', own);
  const kept = { custom_fields: [{ name_key: 'sourcing_profiles', value: 'Agency 4711' }] };
  await byApi(sandbox, AMARA, 'PATCH', `candidates/${known.id}`, kept);

  await recruiter.withoutHold();
  for (const one of [colleague, recruiter]) {
    const options = await one.connect();
    await expect(standing(options)).toContainText('Not there yet');
    await options.getByText('Use fields of your own').click();
    await options.getByRole('textbox', { name: 'Field for external IDs' }).fill('sourcing profiles');
    await options.getByRole('textbox', { name: 'Field for external IDs' }).press('Enter');
    await options.getByRole('textbox', { name: 'Field for external IDs' }).blur();
    if (one === colleague) await makeFields(options);
    await expect(standing(options)).toContainText('All is there: “sourcing profiles”');
  }
  expect(sandbox.state()['customFields']?.filter((row) => row['name'] === 'External ID')).toEqual([]);

  const page = await recruiter.visit(OSKAR);
  const panel = await recruiter.panelFor(page);
  await addKnown(panel, known.email_addresses[0]?.value ?? '');
  await expect
    .poll(() => fieldsOf(sandbox, known.id)['sourcing_profiles'], { timeout: 30_000 })
    .toMatch(new RegExp(`^Agency 4711 ${OSKAR_ID}( |$)`));
});
