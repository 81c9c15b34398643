import { describe, expect, it, onTestFinished } from 'vitest';

import { CUSTOM_FIELD_OPTIONS } from '#lib/greenhouse/harvest/lists/fields.ts';
import { updatePerson } from '#lib/greenhouse/harvest/update-person.ts';
import { stand } from '#tests/contract/stand.ts';
import type { Quirks } from '#tests/sandbox/server.ts';

const LANGUAGES: unknown = expect.arrayContaining(['German', 'Danish']);

/** A person of whom somebody wrote down a notice period, two languages and two websites. */
async function known(quirks: Partial<Quirks> = {}) {
  const at = await stand();
  onTestFinished(() => at.sandbox.close());
  const { api, sandbox } = at;
  const options = await api.list(CUSTOM_FIELD_OPTIONS, { custom_field_key: 'languages' });
  const candidateId = 4_000_001;
  await api.update('candidates', candidateId, {
    website_addresses: [{ value: 'https://ines-fixture.example', type: 'blog' }],
    custom_fields: [
      { name_key: 'notice_period', value: '3 months' },
      { name_key: 'languages', value: options.filter(({ name }) => /German|Danish/.test(name ?? '')).map(({ id }) => id) },
    ],
  });
  sandbox.quirks(quirks);
  const before = sandbox.requests().length;
  return {
    ...at,
    candidateId,
    person: () => sandbox.state()['candidates']?.find((row) => row['id'] === candidateId) ?? {},
    patches: () =>
      sandbox
        .requests()
        .slice(before)
        .filter(({ method }) => method === 'PATCH')
        .map(({ body }) => body),
  };
}

const values = (person: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(person?.['custom_fields'] as Record<string, { value: unknown }>).map(([key, { value }]) => [key, value]),
  );

describe('updating a person', () => {
  it('adds, and keeps what was there', async () => {
    const { api, candidateId, person } = await known();
    const before = person();
    const add = { emails: [{ value: 'new@fixture.example', type: 'work' as const }], location: 'Porto' };
    const updated = await updatePerson(api, { candidateId, add, tags: ['Contract'] });
    expect(updated.changed.toSorted()).toEqual(['addresses', 'email_addresses', 'tags']);
    expect(person()).toMatchObject({
      email_addresses: [...(before['email_addresses'] as object[]), { value: 'new@fixture.example', type: 'work' }],
      tags: expect.arrayContaining([...(before['tags'] as string[]), 'Contract']),
      phone_numbers: before['phone_numbers'],
      custom_fields: before['custom_fields'],
    });
  });

  it('writes nothing when there is nothing new, and so nothing the second time', async () => {
    const { api, candidateId, patches } = await known({ websitesWithoutScheme: true });
    const changes = {
      candidateId,
      add: { links: [{ url: 'https://ines-fixture.example/', kind: 'blog' }] },
      set: { title: 'Engineer' },
      customFields: [{ key: 'languages', value: [1, 2], read: ['German', 'Danish'] }],
    };
    expect(await updatePerson(api, changes)).toEqual({ changed: ['title'] });
    expect(await updatePerson(api, changes)).toEqual({ changed: [] });
    expect(patches()).toEqual([{ title: 'Engineer' }]);
  });

  it.each([false, true])(
    'loses no custom field, whether those left out stay or go (they go: %s)',
    async (customFieldsReplace) => {
      const { api, candidateId, person, patches } = await known({ customFieldsReplace });
      await updatePerson(api, { candidateId, customFields: [{ key: 'portfolio', value: 'https://ines-fixture.example' }] });
      expect(values(person())).toMatchObject({
        notice_period: '3 months',
        languages: LANGUAGES,
        portfolio: 'https://ines-fixture.example',
      });
      expect(patches()).toHaveLength(customFieldsReplace ? 2 : 1);
    },
  );

  it('empties the field that is to be emptied, and does not write it back', async () => {
    const { api, candidateId, person } = await known({ customFieldsReplace: true });
    await updatePerson(api, { candidateId, customFields: [{ key: 'notice_period', value: null }] });
    expect(values(person())).toMatchObject({ notice_period: null, languages: LANGUAGES });
  });

  it('says that somebody is gone', async () => {
    const { api, patches } = await known();
    await expect(updatePerson(api, { candidateId: 17, set: { title: 'x' } })).rejects.toMatchObject({
      code: 'greenhouse/not-found',
    });
    expect(patches()).toEqual([]);
  });
});
