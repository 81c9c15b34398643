/** What an export made is taken back, and what is gone already stays gone. */
import { expect, it } from 'vitest';

import { bench, OWN_JOB, SITE_ADMIN, somebody } from './bench.ts';

async function made() {
  const at = await bench();
  const greenhouse = at.connect({ actingEmail: SITE_ADMIN });
  const { candidateId, applicationId = 0 } = await greenhouse.createPerson(somebody({}, { tags: ['Kept', 'sourced'] }));
  const state = (list: string, id: number) => at.sandbox.state()[list]?.find((row) => row['id'] === id);
  return { ...at, greenhouse, candidateId, applicationId, state };
}

it('an application goes, and the person stays', async () => {
  const { greenhouse, candidateId, applicationId, state } = await made();
  for (let time = 0; time < 2; time += 1) await greenhouse.removeApplication(applicationId);
  expect(state('applications', applicationId)).toBeUndefined();
  expect(await greenhouse.findByIds([candidateId])).toMatchObject([{ candidateId, applications: [] }]);
});

it('a person goes with what hangs on them', async () => {
  const { greenhouse, candidateId, applicationId, state } = await made();
  for (let time = 0; time < 2; time += 1) await greenhouse.removePerson(candidateId);
  expect([state('candidates', candidateId), state('applications', applicationId)]).toEqual([undefined, undefined]);
});

it('tags go that are named, and no others', async () => {
  const { greenhouse, candidateId } = await made();
  await greenhouse.addTags(candidateId, ['Another']);
  for (let time = 0; time < 2; time += 1) await greenhouse.removeTags(candidateId, ['SOURCED', 'another', 'never there']);
  expect((await greenhouse.findByIds([candidateId]))[0]?.tags).toEqual(['Kept']);
});

it('a tag that somebody else takes off at that moment is off', async () => {
  const { greenhouse, candidateId, sandbox } = await made();
  sandbox.fault({ match: { method: 'DELETE' }, do: 'status', status: 404, body: { message: 'Resource not found' } });
  await greenhouse.removeTags(candidateId, ['sourced']);
});

it.each([
  ['lost', { do: 'drop-after-commit' as const }, { code: 'greenhouse/unknown-outcome', sent: 'unknown' }],
  ['refused', { do: 'status' as const, status: 403 }, { code: 'greenhouse/forbidden', sent: 'refused' }],
])('an answer that is %s says so, and taking back again does no harm', async (_, fault, error) => {
  const { greenhouse, candidateId, sandbox, state } = await made();
  sandbox.fault({ match: { method: 'DELETE' }, ...fault });
  await expect(greenhouse.removePerson(candidateId)).rejects.toMatchObject(error);
  await greenhouse.removePerson(candidateId);
  expect(state('candidates', candidateId)).toBeUndefined();
});

it('two records become one; one that is not listed yet is not merged, and nothing was done', async () => {
  const { greenhouse, candidateId, sandbox, calls } = await made();
  sandbox.quirks({ listLagMs: 30_000 });
  const { candidateId: other } = await greenhouse.createPerson(
    somebody({}, { target: { kind: 'candidate', jobId: OWN_JOB + 1 } }),
  );
  sandbox.advance(1000);
  await expect(greenhouse.mergePeople(candidateId, other)).rejects.toMatchObject({ code: 'greenhouse/not-found', sent: 'no' });
  expect(calls().filter((call) => call.endsWith('/merge'))).toEqual([]);
  sandbox.advance(30_000);
  await greenhouse.mergePeople(candidateId, other);
  sandbox.advance(30_000);
  const found = await greenhouse.findByIds([candidateId, other]);
  expect(found.map((one) => [one.candidateId, one.applications.length])).toEqual([[candidateId, 2]]);
});
