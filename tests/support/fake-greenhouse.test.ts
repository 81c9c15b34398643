/** The fake is late and forgetful as Greenhouse is: what tests believe of it is held here. */
import { expect, test } from 'vitest';

import { exportRequest } from './export-request.ts';
import { fakeGreenhouse } from './fake-greenhouse.ts';

const { candidate, externalId } = exportRequest();
const person = { candidate, externalId, target: { kind: 'candidate' as const, jobId: 41 }, attribution: {}, tags: [] };

test('what was made is shown by every list when the lag is over, with when it was made', async () => {
  const time = { now: 1_800_000_000_000 };
  const { port } = fakeGreenhouse({ lagMs: 30_000, now: () => time.now });
  const { candidateId } = await port.createPerson(person);
  const looks = async () => [
    ...(await port.findByEmail('MIRA@okafor.example')),
    ...(await port.findByIds([candidateId])),
    ...(await port.findByExternalIds([externalId])),
    ...(await port.findCreatedAround(time.now, ['https://www.linkedin.com/in/mira-okafor-fixture/'])),
    ...(await port.twins([externalId], time.now)),
  ];
  time.now += 29_999;
  expect(await looks()).toEqual([]);
  time.now += 1;
  expect((await looks()).map((one) => [one.candidateId, one.createdAt])).toEqual(
    Array.from({ length: 5 }, () => [candidateId, new Date(1_800_000_000_000).toISOString()]),
  );
  await port.createApplication({ candidateId, target: { kind: 'candidate', jobId: 42 }, attribution: {} });
  const jobs = async () => (await port.findByIds([candidateId]))[0]?.applications.map(({ jobId }) => jobId);
  expect(await jobs()).toEqual([41]);
  time.now += 30_000;
  expect(await jobs()).toEqual([41, 42]);
});

test('a fault says whether it was sent; what it commits late is there when its time has come', async () => {
  const time = { now: 1_800_000_000_000 };
  const { port, fail, people } = fakeGreenhouse({ now: () => time.now });
  fail(
    'createPerson',
    { code: 'greenhouse/limited' },
    { code: 'greenhouse/unreachable' },
    { code: 'greenhouse/limited', sent: 'unknown' },
    { code: 'greenhouse/unknown-outcome', committed: 'late', lateMs: 60_000 },
  );
  for (const sent of ['refused', 'no', 'unknown', 'unknown'] as const)
    await expect(port.createPerson(person)).rejects.toMatchObject({ sent });
  time.now += 59_999;
  expect(await port.findByExternalIds([externalId])).toEqual([]);
  time.now += 1;
  expect(await port.findByExternalIds([externalId])).toHaveLength(1);
  expect([...people.values()].map(({ createdAt }) => Date.parse(createdAt ?? ''))).toEqual([time.now]);
});

test('what follows an export is found late too, taken back, and goes along when two records become one', async () => {
  const time = { now: 1_800_000_000_000 };
  const { port, people, removed } = fakeGreenhouse({ lagMs: 30_000, now: () => time.now });
  const [{ candidateId, applicationId = 0 }, other] = [await port.createPerson(person), await port.createPerson(person)];
  const note = { candidateId: other.candidateId, body: 'Met at a meetup', visibility: 'private' as const };
  const { entries } = await port.careerOf({
    positions: [{ company: 'Quayside', title: 'Engineer', start: '2020' }],
    education: [{ school: 'Tannenau' }],
  });
  await port.addNote(note);
  for (const entry of entries) await port.addToCareer(candidateId, entry);
  const found = async () => [
    await port.findNote(note, time.now - 60_000),
    ...((await port.careerThere(candidateId, 'employment')) ?? []),
    ...((await port.careerThere(candidateId, 'education')) ?? []),
  ];
  expect(await found()).toEqual([false]);
  await expect(port.mergePeople(candidateId, other.candidateId)).rejects.toMatchObject({ sent: 'no' });
  time.now += 30_000;
  expect(await found()).toEqual([true, ...entries.map(({ key }) => key)]);
  expect(await port.findNote(note, time.now)).toBe(false);
  await port.mergePeople(candidateId, other.candidateId);
  expect(await port.findNote({ ...note, candidateId }, 0)).toBe(true);
  await port.removeApplication(applicationId);
  expect(people.get(candidateId)?.applications).toHaveLength(1);
  await port.removePerson(candidateId);
  expect(removed).toEqual([`merged ${other.candidateId}`, `application ${applicationId}`, `person ${candidateId}`]);
});
