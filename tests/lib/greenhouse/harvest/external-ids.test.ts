import { describe, expect, it, onTestFinished } from 'vitest';

import { bucketOf } from '#lib/greenhouse/bucket.ts';
import { canLookUp, profileIdsOf } from '#lib/greenhouse/external-ids.ts';
import { harvestClient } from '#lib/greenhouse/harvest/client.ts';
import { type ExternalIdOptions, externalIds, memoryExternalIds } from '#lib/greenhouse/harvest/external-ids.ts';
import { withoutNumbers } from '#lib/greenhouse/harvest/external-id-fields.ts';
import type { NewPerson } from '#lib/greenhouse/port.ts';
import { referenceOf } from '#lib/sites/references.ts';
import { ACTING, NOW, stand } from '#tests/contract/stand.ts';
import { exportRequest } from '#tests/support/export-request.ts';
import type { SandboxOptions } from '#tests/sandbox/server.ts';

const idOf = (address: string): string | undefined => {
  const reference = referenceOf(address);
  return reference && `${reference.site}:${reference.handle}`;
};

async function browser(options: SandboxOptions = {}, given: Partial<ExternalIdOptions> = {}) {
  const at = await stand(options);
  onTestFinished(() => at.sandbox.close());
  const { sandbox } = at;
  const kept = memoryExternalIds();
  const ids = externalIds(at.api, { ...kept, idOf, ...given }, () => NOW, { sleep: async (ms) => sandbox.advance(ms) });
  const writes = () => sandbox.requests().filter(({ method, path }) => method !== 'GET' && path.startsWith('/v3'));
  const person = (id: number) => sandbox.state()['candidates']?.find((row) => row['id'] === id);
  const valuesOf = (id: number) => {
    const fields = person(id)?.['custom_fields'] as Record<string, { value: unknown }> | undefined;
    return { text: fields?.['external_id']?.value, bucket: fields?.['external_id_bucket']?.value };
  };
  /** Another recruiter's browser, that knows nothing of this one. */
  const another = () => externalIds(at.api, { ...memoryExternalIds(), idOf }, () => NOW, { sleep: async () => {} });
  const field = (body: object) => at.api.create('custom_fields', { field_type: 'candidate', ...body }) as Promise<{ id: number }>;
  return { ...at, ids, kept, writes, person, valuesOf, another, field };
}

const idsOf = async (found: Promise<{ id: number }[] | undefined>) => (await found)?.map(({ id }) => id);

const newPerson = (changes: Partial<NewPerson> = {}): NewPerson => {
  const { candidate, externalId } = exportRequest();
  return { candidate, externalId, target: { kind: 'prospect', jobIds: [] }, attribution: {}, tags: [], ...changes };
};

describe('the fields', () => {
  it('are made in three calls, and not once more', async () => {
    const { ids, writes } = await browser();
    expect(canLookUp(withoutNumbers(await ids.fields()))).toBe(false);
    const made = withoutNumbers(await ids.make());
    expect(made).toMatchObject({
      id: { state: 'there', type: 'short_text', private: true },
      bucket: { state: 'there' },
      buckets: 1024,
    });
    expect(writes().map(({ path }) => path)).toEqual([
      '/v3/custom_fields',
      '/v3/custom_fields',
      '/v3/custom_field_options/bulk',
      '/v3/custom_field_options/bulk',
    ]);
    await ids.make();
    expect(writes()).toHaveLength(4);
  });

  it('are asked for once, and then known', async () => {
    const { ids, sandbox } = await browser();
    await ids.make();
    const before = sandbox.requests().length;
    await ids.fields();
    expect(sandbox.requests()).toHaveLength(before);
  });

  it('are looked for once by all who ask at the same moment, and again by whoever asks after a look that failed', async () => {
    const { ids, another, sandbox } = await browser();
    await ids.make();
    const looks = () => sandbox.requests().filter(({ path }) => path === '/v3/custom_fields').length;
    const before = looks();
    const cold = another();
    sandbox.fault({ match: { path: '/v3/custom_fields' }, do: 'status', status: 500, times: 3 });
    const failed = await Promise.allSettled([cold.prepare(), cold.find(['linkedin:ines-fixture'])]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(looks() - before).toBe(3);
    await Promise.all([cold.prepare(), cold.find(['linkedin:ines-fixture'])]);
    expect(looks() - before).toBe(4);
  });

  it('that were half made are made whole: options that are missing, and those that somebody switched off', async () => {
    const { ids, api, field } = await browser();
    const { id } = await field({
      name: 'External ID bucket',
      value_type: 'single_select',
      custom_field_options: [{ name: '0003' }, { name: '0004' }],
    });
    const [off] = (await ids.look()).options;
    await api.remove('custom_field_options', off?.id ?? 0);
    const made = await ids.make();
    expect(withoutNumbers(made)).toMatchObject({ buckets: 1024, id: { state: 'there' } });
    expect(made.options.filter(({ bucket }) => bucket === 3)).toHaveLength(2);
    expect(made.bucket.fieldId).toBe(id);
  });

  it('that Greenhouse is slow to make are told as they are, and waited for the next time instead of made twice', async () => {
    const { ids, sandbox, writes } = await browser({ quirks: { bulkDelayMs: 100_000 } });
    expect(withoutNumbers(await ids.make()).buckets).toBeLessThan(1024);
    sandbox.quirks({ bulkDelayMs: 50_000 });
    const made = await ids.make();
    expect(withoutNumbers(made).buckets).toBe(1024);
    expect(made.options).toHaveLength(1024);
    expect(writes().filter(({ path }) => path.endsWith('/bulk'))).toHaveLength(2);
  });

  it('are open to all where the account has no private ones', async () => {
    const { ids } = await browser({ quirks: { privateFields: '422' } });
    const made = withoutNumbers(await ids.make());
    expect(made.id).toEqual({ name: 'External ID', state: 'there', type: 'short_text' });
    expect(made.buckets).toBe(1024);
  });

  it('with fewer options than buckets are of use to those who have one', async () => {
    const { ids, valuesOf, another } = await browser({ quirks: { optionsPerField: 700 } });
    expect(withoutNumbers(await ids.make()).buckets).toBe(700);
    const [low, high] = ['github:ada', 'github:bob'] as const;
    expect([bucketOf(low), bucketOf(high)].map((bucket) => bucket < 700)).toEqual([true, false]);
    const first = await ids.create(newPerson({ externalId: low }));
    const second = await ids.create(newPerson({ externalId: high }));
    expect(valuesOf(second.candidateId)).toEqual({ text: high, bucket: null });
    expect(await idsOf(another().find([low, high]))).toEqual([first.candidateId]);
  });

  it('are not made by somebody who may not, and nothing is left half done', async () => {
    const { ids, sandbox, writes } = await browser();
    sandbox.credential({ without: ['harvest:custom_fields:create'] });
    const refusal = { code: 'greenhouse/forbidden', detail: { scope: 'harvest:custom_fields:create' } };
    await expect(ids.make()).rejects.toMatchObject(refusal);
    expect(writes().map(({ status }) => status)).toEqual([403]);
  });

  it('are made call by call by a credential that may not see when bulk work ends', async () => {
    const { ids, sandbox } = await browser();
    sandbox.credential({ without: ['harvest:bulk_requests:list'] });
    await ids.make();
    expect(withoutNumbers(await ids.make()).buckets).toBe(1024);
  });

  it('that may not be looked at are unknown, and hold nothing up', async () => {
    const { ids, sandbox, person } = await browser();
    sandbox.credential({ without: ['harvest:custom_fields:list'] });
    expect(await ids.look()).toMatchObject({ id: { state: 'unknown' }, refused: 'harvest:custom_fields:list' });
    expect(await ids.find(['github:ada'])).toBeUndefined();
    const { candidateId } = await ids.create(newPerson());
    expect(person(candidateId)).toBeDefined();
    await expect(ids.make()).rejects.toMatchObject({ code: 'greenhouse/forbidden' });
  });

  it('of an organisation’s own are used by their names; one that holds something else is in the way', async () => {
    const names = async () => ({ id: 'Sourcing profiles', bucket: 'Portfolio' });
    const { ids, field } = await browser({}, { names });
    await field({ name: 'Sourcing profiles', value_type: 'long_text' });
    expect(await ids.fields()).toMatchObject({ id: { state: 'there', type: 'long_text' }, bucket: { state: 'other-kind' } });
    await expect(ids.make()).rejects.toMatchObject({ code: 'greenhouse/invalid', detail: { fields: ['Portfolio'] } });
  });
});

describe('somebody who is made', () => {
  it('carries the ids of their profiles, and is found by one of them from another machine', async () => {
    const { ids, valuesOf, another } = await browser();
    await ids.make();
    const aliases = ['linkedin-member:7', 'github-id:8', 'github:ada-fixture'];
    const { candidateId } = await ids.create(newPerson({ externalId: 'linkedin-sales:ACoAA', aliases }));
    expect(valuesOf(candidateId)).toEqual({
      text: 'github:ada-fixture linkedin-sales:ACoAA',
      bucket: String(bucketOf('github:ada-fixture')).padStart(4, '0'),
    });
    expect(await idsOf(another().find(['x:nobody', 'github:ada-fixture']))).toEqual([candidateId]);
    expect(await idsOf(another().find(['github:ada-fixtur', 'GitHub:Ada-Fixture']))).toEqual([]);
  });

  it('is not taken for somebody else in the same bucket', async () => {
    const { ids, another } = await browser();
    await ids.make();
    const bucket = bucketOf('github:ada');
    const other = Array.from({ length: 9000 }, (_, at) => `github:n${at}`).find((id) => bucketOf(id) === bucket) ?? '';
    const { candidateId } = await ids.create(newPerson({ externalId: 'github:ada' }));
    const second = await ids.create(newPerson({ externalId: other }));
    expect(await idsOf(another().find(['github:ada']))).toEqual([candidateId]);
    expect(await idsOf(another().find([other]))).toEqual([second.candidateId]);
  });

  it('is found after an option became unknown to Greenhouse: the fields are looked at anew', async () => {
    const { ids, sandbox } = await browser();
    await ids.make();
    const { candidateId } = await ids.create(newPerson({ externalId: 'github:ada-fixture' }));
    sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 1, do: 'status', status: 422 });
    expect(await idsOf(ids.find(['github:ada-fixture']))).toEqual([candidateId]);
  });

  it('is made though the field was deleted meanwhile, once, and told to be without', async () => {
    const { ids, api, person, writes, valuesOf } = await browser();
    await ids.make();
    const { id } = await ids.fields();
    await api.remove('custom_fields', id.fieldId ?? 0);
    const before = writes().length;
    const { candidateId, unlinked } = await ids.create(newPerson());
    expect(unlinked).toBe(true);
    expect(person(candidateId)).toBeDefined();
    expect(
      writes()
        .slice(before)
        .map(({ status }) => status),
    ).toEqual([422, 201]);
    expect(await ids.fields()).toMatchObject({ id: { state: 'missing' } });
    await ids.make();
    await ids.link(candidateId, { externalIds: [newPerson().externalId], links: [] });
    expect(valuesOf(candidateId).text).toBe(newPerson().externalId);
  });

  it('is made though the fields cannot be read for a moment, and told to be without', async () => {
    const { ids, another, sandbox, valuesOf } = await browser();
    await ids.make();
    sandbox.fault({ match: { path: '/v3/custom_fields' }, times: 9, do: 'truncate' });
    const { candidateId, unlinked } = await another().create(newPerson());
    expect(valuesOf(candidateId).text).toBeNull();
    expect(unlinked, 'or nobody would find them by their id').toBe(true);
  });

  it('is refused for a reason of their own once, not twice', async () => {
    const { ids, writes } = await browser();
    await ids.make();
    const before = writes().length;
    const target = { kind: 'candidate', jobId: 99 } as const;
    await expect(ids.create(newPerson({ target }))).rejects.toMatchObject({ code: 'greenhouse/invalid' });
    expect(writes().slice(before)).toHaveLength(1);
  });

  it('is not sent again when the answer is lost', async () => {
    const { ids, sandbox, writes } = await browser();
    await ids.make();
    sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, do: 'drop-after-commit' });
    const before = writes().length;
    await expect(ids.create(newPerson())).rejects.toMatchObject({ code: 'greenhouse/unknown-outcome' });
    expect(writes().slice(before)).toHaveLength(1);
  });
});

describe('linking', () => {
  const KNOWN = 4_000_001;
  const links = [{ url: 'https://github.com/ada-fixture', kind: 'github' }];

  it('writes the rest where the fields cannot be read for a moment, and tells that the id is missing', async () => {
    const { ids, another, sandbox, valuesOf } = await browser();
    await ids.make();
    sandbox.fault({ match: { path: '/v3/custom_fields' }, times: 9, do: 'truncate' });
    const link = { externalIds: ['github:ada-fixture'], links };
    expect(await another().link(KNOWN, link)).toMatchObject({ added: ['profile'], unlinked: true });
    sandbox.calm();
    expect(await another().link(KNOWN, link)).toEqual({ added: ['external-id'], leftOut: [] });
    expect(valuesOf(KNOWN).text).toBe('github:ada-fixture');
  });

  it('writes address, id and bucket, takes nothing away, and writes nothing the second time', async () => {
    const { ids, person, valuesOf, writes } = await browser();
    await ids.make();
    const before = person(KNOWN) ?? {};
    const linked = await ids.link(KNOWN, { externalIds: ['github:ada-fixture', 'github-id:1'], links });
    expect(linked.added).toEqual(['profile', 'external-id']);
    expect(valuesOf(KNOWN)).toEqual({
      text: 'github:ada-fixture',
      bucket: String(bucketOf('github:ada-fixture')).padStart(4, '0'),
    });
    const after = person(KNOWN) ?? {};
    expect(after['social_media_addresses']).toEqual([
      ...(before['social_media_addresses'] as object[]),
      { value: links[0]?.url },
    ]);
    for (const same of ['email_addresses', 'phone_numbers', 'website_addresses', 'tags', 'title', 'company'])
      expect(after[same]).toEqual(before[same]);
    const count = writes().length;
    // The same profile, spelt otherwise.
    const again = { externalIds: ['github:ada-fixture'], links: [{ url: 'http://www.github.com/Ada-Fixture/', kind: 'github' }] };
    expect(await ids.link(KNOWN, again)).toEqual({ added: [], leftOut: [] });
    expect(writes()).toHaveLength(count);
  });

  it('appends a second profile and leaves the bucket', async () => {
    const { ids, valuesOf } = await browser();
    await ids.make();
    await ids.link(KNOWN, { externalIds: ['github:ada-fixture'], links: [] });
    const { bucket } = valuesOf(KNOWN);
    await ids.link(KNOWN, { externalIds: ['x:ada_fixture'], links: [] });
    expect(valuesOf(KNOWN)).toEqual({ text: 'github:ada-fixture x:ada_fixture', bucket });
  });

  it('leaves out what has no room, and tells it', async () => {
    const { ids, valuesOf } = await browser();
    await ids.make();
    const long = `web:${'a'.repeat(240)}`;
    await ids.link(KNOWN, { externalIds: [long], links: [] });
    expect(await ids.link(KNOWN, { externalIds: ['github:ada-fixture', 'x:a'], links: [] })).toMatchObject({
      leftOut: ['github:ada-fixture'],
    });
    expect(valuesOf(KNOWN).text).toBe(`${long} x:a`);
  });

  it('updates what is missing and keeps what was written by hand', async () => {
    const { ids, api, person } = await browser();
    await api.update('candidates', KNOWN, { title: 'By hand', company: '' });
    const { candidate } = exportRequest();
    const more = {
      ...candidate,
      title: 'Engineer',
      company: 'Birch',
      emails: [{ value: 'new@fixture.example', type: 'personal' as const }],
    };
    const before = person(KNOWN) ?? {};
    await ids.link(KNOWN, { externalIds: [], links: [], candidate: more });
    expect(person(KNOWN)).toMatchObject({
      title: 'By hand',
      company: 'Birch',
      email_addresses: [...(before['email_addresses'] as object[]), { value: 'new@fixture.example', type: 'personal' }],
    });
  });

  it('is tried without the fields where writing them may be what is forbidden, and no more than that', async () => {
    const { ids, sandbox, person, writes } = await browser();
    await ids.make();
    const patched = () => writes().filter(({ method }) => method === 'PATCH').length;
    sandbox.fault({ match: { method: 'PATCH', path: `/v3/candidates/${KNOWN}` }, times: 1, do: 'status', status: 403 });
    await ids.link(KNOWN, { externalIds: ['github:ada-fixture'], links });
    expect(person(KNOWN)?.['social_media_addresses']).toContainEqual({ value: links[0]?.url });
    expect(patched()).toBe(2);
    sandbox.credential({ without: ['harvest:candidates:update'] });
    await expect(ids.link(KNOWN, { externalIds: ['x:ada'], links: [] })).rejects.toMatchObject({ code: 'greenhouse/forbidden' });
    expect(patched()).toBe(3);
    const more = [{ url: 'https://x.com/ada', kind: 'x' }];
    await expect(ids.link(KNOWN, { externalIds: ['x:ada'], links: more })).rejects.toMatchObject({
      code: 'greenhouse/forbidden',
    });
    expect(patched()).toBe(5);
  });

  it('tries nothing without the fields where it was the look-up of who acts that is forbidden', async () => {
    const { sandbox, writes } = await browser();
    const client = harvestClient({
      clientId: sandbox.clientId,
      secret: async () => sandbox.clientSecret,
      actingEmail: ACTING.email,
      now: () => NOW,
      hosts: { auth: sandbox.url, harvest: sandbox.url },
    });
    const ids = externalIds(client.api, { ...memoryExternalIds(), idOf }, () => NOW, {
      sleep: async (ms) => sandbox.advance(ms),
    });
    await ids.make();
    await client.tokens.refused('writing', await client.tokens.get('writing'));
    sandbox.fault({ match: { path: '/v3/users' }, times: 2, do: 'status', status: 403 });
    const before = writes().length;
    const refusal = { code: 'greenhouse/forbidden', detail: { scope: 'harvest:users:list' }, sent: 'no' };
    await expect(ids.link(KNOWN, { externalIds: ['github:ada-fixture'], links })).rejects.toMatchObject(refusal);
    await expect(ids.create(newPerson())).rejects.toMatchObject(refusal);
    expect(writes()).toHaveLength(before);
  });

  it('goes on with a field that was made anew since, and without one that is gone', async () => {
    const { ids, api, valuesOf, person } = await browser();
    await ids.make();
    await api.remove('custom_fields', (await ids.fields()).id.fieldId ?? 0);
    await api.create('custom_fields', { name: 'External ID', field_type: 'candidate', value_type: 'long_text' });
    await ids.link(KNOWN, { externalIds: ['github:ada-fixture'], links });
    const fields = person(KNOWN)?.['custom_fields'] as Record<string, { value: unknown }>;
    expect(Object.values(fields).map(({ value }) => value)).toContain('github:ada-fixture');
    expect(valuesOf(KNOWN).bucket).not.toBeNull();
  });
});

describe('an organisation’s own fields', () => {
  const names = async () => ({ id: 'Profile', bucket: 'Shelf' });

  it('may hold an address, which is understood and written as one', async () => {
    const { ids, field, person } = await browser({}, { names });
    await field({ name: 'Profile', value_type: 'url' });
    await field({ name: 'Shelf', value_type: 'multi_select' });
    await ids.make();
    const { candidate } = exportRequest();
    const links = [{ url: 'https://github.com/ada-fixture', kind: 'github' }];
    const made = await ids.create(
      newPerson({ externalId: 'github:ada-fixture', aliases: ['x:ada'], candidate: { ...candidate, links } }),
    );
    expect(person(made.candidateId)?.['custom_fields']).toMatchObject({
      profile: { value: 'https://github.com/ada-fixture' },
      shelf: { value: [String(bucketOf('github:ada-fixture')).padStart(4, '0')] },
    });
    expect(await idsOf(ids.find(['github:ada-fixture']))).toEqual([made.candidateId]);
  });
});

it('writes only ids that name a profile', () => {
  expect(
    profileIdsOf([
      'github-id:1',
      ' linkedin-sales:A ',
      'linkedin:ada',
      'linkedin:ada',
      'linkedin-member:3',
      'bluesky-did:did:plc:1',
      'no id',
      '',
    ]),
  ).toEqual(['linkedin:ada', 'linkedin-sales:A']);
});
