import { describe, expect, it, onTestFinished } from 'vitest';

import { findOrMakeField } from '#lib/greenhouse/harvest/custom-fields.ts';
import { everybody } from '#lib/greenhouse/harvest/everybody.ts';
import { createPerson } from '#lib/greenhouse/harvest/writes.ts';
import type { EverybodyPage, EverybodyQuery, Greenhouse } from '#lib/greenhouse/port.ts';

import { stand } from '#tests/contract/stand.ts';

import { bench, somebody } from './bench.ts';

async function pagesOf(greenhouse: Greenhouse, query: EverybodyQuery): Promise<EverybodyPage[]> {
  const pages = [];
  for await (const page of greenhouse.everybody(query)) pages.push(page);
  return pages;
}

const visible = (row: Record<string, unknown>) => !row['private'];
/** The time of `bench`. */
const NOW = Date.UTC(2026, 10, 21, 10);
const idsOf = (pages: EverybodyPage[]): number[] => pages.flatMap(({ people }) => people.map(({ candidateId }) => candidateId));

it('tells everybody once, newest first, by pages of 500 that can be gone on from', async () => {
  const { greenhouse, sandbox } = await bench({ candidates: 1200 });
  const pages = await pagesOf(greenhouse, {});
  const [first, ...rest] = pages;
  expect(first?.people.length).toBeLessThanOrEqual(500);
  expect(rest).toHaveLength(2);
  expect(pages.map(({ full }) => full)).toEqual([true, true, false]);
  const all = idsOf(pages);
  expect(all).toEqual([...new Set(all)].sort((one, other) => other - one));
  const { candidates = [] } = sandbox.state();
  expect(all).toHaveLength(candidates.filter(visible).length);
  expect(idsOf(await pagesOf(greenhouse, { cursor: first?.cursor ?? '' }))).toEqual(idsOf(rest));
  expect(rest.at(-1)?.cursor).toBeUndefined();
  expect(first?.writtenAt, 'by the clock of the sandbox').toBe(NOW);
});

it('asks for no more than people are known by, and for a cursor alone', async () => {
  const { greenhouse, sandbox } = await bench({ candidates: 700 });
  await pagesOf(greenhouse, {});
  const [first, second] = sandbox.requests().filter(({ path }) => path === '/v3/candidates');
  expect(first?.query).toMatchObject({
    per_page: '500',
    fields:
      'id,first_name,last_name,preferred_name,company,private,created_at,email_addresses,phone_numbers,website_addresses,social_media_addresses,custom_fields',
  });
  expect(Object.keys(second?.query ?? {})).toEqual(['cursor']);
});

it('tells names, addresses and our own ids of a person', async () => {
  const { api, sandbox } = await stand({ candidates: 1 });
  onTestFinished(() => sandbox.close());
  const field = await findOrMakeField(api, { name: 'External ID', fieldType: 'candidate', valueType: 'short_text' });
  const { candidateId } = await createPerson(
    api,
    somebody({
      company: 'Quayside',
      phones: [{ value: '+44 20 7946 0000', type: 'mobile' }],
      links: [{ url: 'https://www.linkedin.com/in/ines-duarte-fixture', kind: 'linkedin' }],
    }),
  );
  const value = 'linkedin:ines-duarte-fixture github:inesd-fixture';
  await api.update('candidates', candidateId, { custom_fields: [{ custom_field_id: field.id, value }] });
  const { value: page } = await everybody(api, {}, undefined, 'external id').next();
  expect(page?.people[0]).toMatchObject({
    candidateId,
    firstName: 'Ines',
    lastName: 'Duarte',
    company: 'Quayside',
    private: false,
    emails: ['ines@duarte.example'],
    phones: ['+44 20 7946 0000'],
    urls: ['https://www.linkedin.com/in/ines-duarte-fixture'],
    externalIds: ['linkedin:ines-duarte-fixture', 'github:inesd-fixture'],
  });
  expect(Date.parse(page?.people[0]?.createdAt ?? '')).toBeGreaterThan(0);
});

it('tells those who were created, or changed, in a time', async () => {
  const { greenhouse, sandbox } = await bench({ candidates: 400 });
  const candidates = sandbox.state()['candidates']?.filter(visible) ?? [];
  const times = candidates.map((row) => Date.parse(String(row['created_at']))).sort((one, other) => one - other);
  const [from = 0, to = 0] = [times[100], times[200]];
  const created = idsOf(await pagesOf(greenhouse, { created: { from, to } }));
  expect(created).toHaveLength(101);
  const changed = idsOf(await pagesOf(greenhouse, { updated: { from } }));
  expect(changed).toEqual(
    candidates
      .filter((row) => Date.parse(String(row['updated_at'])) >= from)
      .map(({ id }) => id)
      .sort((one, other) => Number(other) - Number(one)),
  );
});

it('passes over those of whom Greenhouse says no more than a message', async () => {
  const { greenhouse, sandbox } = await bench({ candidates: 100, quirks: { privateStubs: true } });
  const seen = sandbox.state()['candidates']?.filter(visible) ?? [];
  expect(idsOf(await pagesOf(greenhouse, {}))).toHaveLength(seen.length);
});

describe('damaged rows', () => {
  const row = (id: number, rest: object = {}) => ({ id, first_name: 'Ines', last_name: 'Duarte', ...rest });
  const answer = async (body: unknown[]) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: { path: '/v3/candidates' }, do: 'status', status: 200, body });
    return greenhouse.everybody({}).next();
  };

  it.each([
    ['an address that is none', { email_addresses: 'ines@duarte.example' }],
    ['a name that is a number', { last_name: 7 }],
  ])('%s: that person is told as unreadable, and the others are read', async (_, damage) => {
    const { value } = await answer([row(3), row(2, damage), row(1)]);
    expect(value).toMatchObject({ people: [{ candidateId: 3 }, { candidateId: 1 }], unreadable: [2], full: false });
  });

  it('without an id they are nobody', async () => {
    const { value } = await answer([row(3), { id: null, message: 'Still processing' }, 'nonsense', null]);
    expect(value).toMatchObject({ people: [{ candidateId: 3 }], unreadable: [] });
  });

  it('where all are, and they are many, it is not the people who are wrong', async () => {
    const all = Array.from({ length: 20 }, (_, at) => row(at + 1, { email_addresses: 'ines@duarte.example' }));
    await expect(answer(all)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
    expect((await answer(all.slice(0, 2))).value).toMatchObject({ people: [], unreadable: [1, 2] });
  });
});

it('a cursor that Greenhouse does not know is refused, and says so', async () => {
  const { greenhouse } = await bench({ candidates: 1 });
  await expect(greenhouse.everybody({ cursor: 'old' }).next()).rejects.toMatchObject({ code: 'greenhouse/invalid' });
});
