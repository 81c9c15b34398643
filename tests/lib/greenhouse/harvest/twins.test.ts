/** Two records of one person that came to be at one moment, seen right after a create. */
import { expect, it } from 'vitest';

import { memoryExternalIds } from '#lib/greenhouse/harvest/external-ids.ts';
import type { NewPerson } from '#lib/greenhouse/port.ts';
import { referenceOf } from '#lib/sites/references.ts';
import type { SandboxOptions } from '#tests/sandbox/server.ts';

import { bench, SITE_ADMIN, somebody } from './bench.ts';

const ID = 'linkedin:ines-duarte-fixture';
const NOW = Date.UTC(2026, 10, 21, 10);
const idOf = (address: string): string | undefined => {
  const reference = referenceOf(address);
  return reference && `${reference.site}:${reference.handle}`;
};

async function browsers(options: SandboxOptions = {}) {
  const at = await bench(options);
  const browser = () => at.connect({ actingEmail: SITE_ADMIN, externalIds: { ...memoryExternalIds(), idOf } });
  const [ours, colleague] = [browser(), browser()];
  const make = async (changes: Partial<NewPerson> = {}, by = ours) => (await by.createPerson(somebody({}, changes))).candidateId;
  const told = async (ids = [ID]) => (await ours.twins(ids, NOW)).map(({ candidateId }) => candidateId).toSorted((a, b) => a - b);
  const since = (before: number) => at.calls().slice(before);
  return { ...at, ours, colleague, make, told, since };
}

it('are told by their external id, with when they were made, in one call', async () => {
  const { ours, colleague, make, told, calls, since } = await browsers();
  await ours.makeExternalIdFields();
  const ids = [await make(), await make({}, colleague)];
  await make({ externalId: 'linkedin:somebody-else-fixture' });
  const before = calls().length;
  expect(await told()).toEqual(ids);
  expect(since(before)).toEqual(['GET /v3/candidates']);
  expect((await ours.twins([ID], NOW)).map(({ createdAt }) => Date.parse(createdAt ?? ''))).toEqual([NOW, NOW]);
  expect(await told(['linkedin:nobody-fixture'])).toEqual([]);
});

it('are told by the address as well where ours may lack the ids, each once', async () => {
  const { ours, colleague, make, told } = await browsers();
  const bare = await make();
  await ours.makeExternalIdFields();
  const theirs = await make({}, colleague);
  expect(await told()).toEqual([theirs]);
  const both = await ours.twins([ID], NOW, true);
  expect(both.map(({ candidateId }) => candidateId).toSorted((a, b) => a - b)).toEqual([bare, theirs]);
});

it('are told, without the fields, by the address of their profile among those made within minutes', async () => {
  const { make, told, calls, sandbox, since } = await browsers();
  const ids = [await make(), await make({ externalId: 'linkedin:other-name-fixture' })];
  await make({ candidate: { ...somebody().candidate, links: [{ url: 'https://ines.example/', kind: 'website' }] } });
  sandbox.advance(6 * 60_000);
  await make();
  const before = calls().length;
  expect(await told()).toEqual(ids);
  expect(since(before).filter((call) => !call.includes('custom_field'))).toEqual(['GET /v3/candidates']);
});

it.each([true, false])('are told as soon as they are listed, and no sooner (with the fields: %s)', async (withFields) => {
  const { ours, make, told, sandbox } = await browsers();
  if (withFields) await ours.makeExternalIdFields();
  sandbox.quirks({ listLagMs: 30_000 });
  const ids = [await make(), await make()];
  expect(await told()).toEqual([]);
  sandbox.advance(31_000);
  expect(await told()).toEqual(ids);
});

it('are told by the address where the id falls into a bucket that has no option', async () => {
  const { ours, make, told } = await browsers({ quirks: { optionsPerField: 1 } });
  await ours.makeExternalIdFields();
  const ids = [await make(), await make()];
  expect(await told()).toEqual(ids);
});
