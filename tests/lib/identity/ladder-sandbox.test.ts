/** The ladder on the real adapter, over HTTP: how many reads an answer takes, and what becomes of people in Greenhouse meanwhile. */
import { expect, test } from 'vitest';

import { anonymise, ANONYMISED, mergePeople } from '#lib/greenhouse/harvest/operations.ts';
import { find } from '#lib/identity/find.ts';
import { findLocally } from '#lib/identity/find-locally.ts';
import { keysOf } from '#lib/identity/keys-of.ts';
import { harvestClient } from '#lib/greenhouse/harvest/client.ts';
import type { FindRequest } from '#lib/identity/schema.ts';

import { finderOver } from '../../support/finder.ts';
import { memoryIndex } from '../../support/memory-index.ts';
import { bench, SITE_ADMIN, somebody } from '../greenhouse/harvest/bench.ts';

const REQUEST: FindRequest = {
  externalIds: ['linkedin:oda-probe-fixture'],
  emails: ['Oda@Probe.example'],
  firstName: 'Oda',
  lastName: 'Probe',
};

/** Nobody of the sandbox's own is called so, or has one of these. */
const ODA = {
  firstName: 'Oda',
  lastName: 'Probe',
  emails: [{ value: 'oda@probe.example', type: 'personal' as const }],
  links: [{ url: 'https://www.linkedin.com/in/oda-probe-fixture', kind: 'linkedin' }],
};

/** Somebody in Greenhouse whom the index has read, as a filled index would. */
async function known() {
  const at = await bench();
  const admin = at.connect({ actingEmail: SITE_ADMIN });
  const { candidateId } = await at.greenhouse.createPerson(somebody(ODA));
  const index = memoryIndex();
  const fill = async () => {
    for await (const { people } of at.greenhouse.everybody({}))
      for (const person of people) index.people.set(person.candidateId, { candidateId: person.candidateId, ...keysOf(person) });
  };
  await fill();
  const finder = finderOver({
    greenhouse: at.greenhouse,
    ledger: new Map(),
    account: 'org-1',
    now: () => 1,
    index: async () => ({
      status: { scope: { kind: 'everybody' }, state: 'fresh', people: index.people.size, upTo: 1, damaged: 0 },
      people: index.index,
    }),
  });
  const { api } = harvestClient({
    clientId: at.sandbox.clientId,
    secret: async () => at.sandbox.clientSecret,
    actingEmail: SITE_ADMIN,
    now: () => Date.UTC(2026, 10, 21, 10),
    urgency: 'export',
    hosts: { auth: at.sandbox.url, harvest: at.sandbox.url },
  });
  return { ...at, admin, api, candidateId, index, finder };
}

test('somebody in the index is told from three reads, with job, stage and reason why it is them', async () => {
  const { finder, candidateId, calls } = await known();
  const before = calls().length;
  const verdict = await find(finder, REQUEST);
  expect(calls().slice(before).toSorted()).toEqual(['GET /v3/applications', 'GET /v3/candidates', 'GET /v3/jobs']);
  expect(verdict).toMatchObject({
    kind: 'known',
    matches: [
      {
        person: {
          candidateId,
          applications: [{ stage: 'Application Review', jobName: 'Staff Backend Engineer', status: 'active' }],
        },
        agrees: [
          { by: 'profile', value: 'linkedin:oda-probe-fixture' },
          { by: 'email', value: 'oda@probe.example' },
        ],
      },
    ],
    checked: ['export', 'index'],
  });
});

test('everybody who is there is known from this machine alone, by each way of contact', async () => {
  const { finder, greenhouse, calls } = await known();
  const people = [];
  for await (const page of greenhouse.everybody({})) people.push(...page.people);
  const ways = people.flatMap((person) => [
    ...person.emails.map((email) => ({ person, request: { externalIds: [], emails: [email.toUpperCase()] } })),
    ...(person.urls ?? []).map((url) => ({ person, request: { externalIds: [], emails: [], urls: [url] } })),
    ...(person.phones ?? []).map((phone) => ({ person, request: { externalIds: [], emails: [], phones: [phone] } })),
  ]);
  expect(ways.length).toBeGreaterThan(200);
  const before = calls().length;
  const verdicts = await findLocally(
    finder,
    ways.map(({ request, person: { firstName, lastName } }) => ({ ...request, firstName, lastName })),
  );
  const missed = ways.filter(
    ({ person }, at) => !verdicts[at]!.matches.some((match) => match.person.candidateId === person.candidateId),
  );
  expect(missed).toEqual([]);
  expect(calls()).toHaveLength(before);
});

test('deleted: nobody, with a word that they may be hidden, and the index forgets them', async () => {
  const { finder, api, candidateId, index } = await known();
  await api.remove('candidates', candidateId);
  expect(await find(finder, REQUEST)).toMatchObject({ kind: 'new', blind: expect.arrayContaining(['not-shown']) });
  expect(index.people.has(candidateId)).toBe(false);
});

test('merged: found under the id that is left', async () => {
  const { finder, api, greenhouse, candidateId } = await known();
  const other = await greenhouse.createPerson(
    somebody({ ...ODA, emails: [{ value: 'o.probe@work.example', type: 'work' }], links: [] }),
  );
  await mergePeople(api, other.candidateId, candidateId);
  const verdict = await find(finder, { ...REQUEST, emails: ['o.probe@work.example'] });
  expect(verdict.matches.map(({ person }) => person.candidateId)).toEqual([other.candidateId]);
  expect(verdict.kind).toBe('known');
});

test('anonymised: nobody', async () => {
  const { finder, api, candidateId, index } = await known();
  await anonymise(api, candidateId, ANONYMISED);
  const verdict = await find(finder, REQUEST);
  expect(verdict.kind).toBe('new');
  expect(index.people.has(candidateId)).toBe(false);
});

test('made private: not called new without a word', async () => {
  const { finder, api, candidateId } = await known();
  await api.update('candidates', candidateId, { is_private: true });
  const verdict = await find(finder, REQUEST);
  expect(verdict.kind === 'known' || verdict.blind?.includes('not-shown')).toBe(true);
});

test.each([30_000, 300_000])('whom we have just made is never called new while lists are %i ms late', async (lag) => {
  const { greenhouse, sandbox } = await bench();
  sandbox.quirks({ listLagMs: lag });
  const madeAt = Date.UTC(2026, 10, 21, 10);
  const { candidateId } = await greenhouse.createPerson(somebody(ODA));
  const key = `org-1 ${REQUEST.externalIds[0]}`;
  const time = { now: madeAt };
  const finder = finderOver({
    greenhouse,
    ledger: new Map([[key, candidateId]]),
    exportedAt: new Map([[key, madeAt]]),
    account: 'org-1',
    now: () => time.now,
  });
  const told = async () => (await find(finder, REQUEST)).matches.map(({ person }) => [person.candidateId, person.fresh]);
  for (const step of [0, 1000, lag - 2000]) {
    sandbox.advance(step);
    time.now += step;
    expect(await told()).toEqual([[candidateId, true]]);
  }
  sandbox.advance(2000);
  time.now += 2000;
  expect(await told()).toEqual([[candidateId, undefined]]);
});

test('whom a colleague exported is found by the team’s fields, with nothing on this machine', async () => {
  const { finder, admin, connect, candidateId, index } = await known();
  await admin.makeExternalIdFields();
  await admin.linkPerson(candidateId, { externalIds: REQUEST.externalIds, links: [] });
  index.people.clear();
  const verdict = await find({ ...finder, greenhouse: connect(), index: undefined }, { ...REQUEST, emails: [] });
  expect(verdict).toMatchObject({
    kind: 'known',
    matches: [{ person: { candidateId }, agrees: [{ by: 'external-id', value: REQUEST.externalIds[0] }] }],
    checked: ['export', 'external-id'],
  });
});
