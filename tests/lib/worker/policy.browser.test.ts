/** Every export is held against the policy in the worker, whatever a panel says: who sent this? */
import '../storage/fake-extension.ts';

import { beforeEach, describe, expect, test } from 'vitest';

import type { ListPorts } from '#lib/connection/lists.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { underPolicy } from '#lib/worker/policy.ts';

import { exportRequest } from '../../support/export-request.ts';
import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { choices, connection } from '../panel/people.ts';
import { emptied } from '../storage/stored.ts';

const policyOf = (over: Partial<Policy>): Policy => ({ locked: [], problems: [], ...over });

let asked: string[];
const lists = (): Promise<ListPorts> => {
  asked.push('lists');
  const greenhouse = {
    ...fakeGreenhouse().port,
    choices: () => Promise.resolve(choices),
    stages: () => Promise.resolve([{ id: 2, name: 'Phone Screen' }]),
  };
  return Promise.resolve({ connection, greenhouse, now: () => 0, refresh: false });
};
const held = (policy: Policy | null, changes: Parameters<typeof exportRequest>[0] = {}) =>
  underPolicy(exportRequest(changes), policy, lists);

beforeEach(async () => {
  asked = [];
  await emptied();
});

test('without a policy, and under one that locks nothing, an export is what the panel sent', async () => {
  expect(await held(null)).toEqual(exportRequest());
  expect(await held(policyOf({ defaultSource: 'Referral', defaultTags: ['x'], defaultStage: 'Phone Screen' }))).toEqual(
    exportRequest(),
  );
  expect(asked, 'and no list is asked for').toEqual([]);
});

test('a person from a site that is left out is refused', async () => {
  await expect(held(policyOf({ allowedSites: ['github'] }))).rejects.toMatchObject({ code: 'page/not-allowed' });
  await expect(held(policyOf({ allowedSites: ['linkedin'] }))).resolves.toMatchObject({ site: 'linkedin' });
  // The page's own name for its site counts for nothing: the address does.
  const forged = { site: 'linkedin', externalId: 'linkedin:mira', url: 'https://evil.example/mira' };
  await expect(held(policyOf({ allowedSites: ['linkedin'] }), forged)).rejects.toMatchObject({ code: 'page/not-allowed' });
});

test('what the policy keeps from going along stays behind', async () => {
  const career = ['employments' as const];
  const file = { title: 'Profile', text: 'Mira Okafor' };
  const locked = ['sendCareer', 'attachProfile'];
  expect(await held(policyOf({ sendCareer: false, attachProfile: false, locked }), { career, file })).toEqual(exportRequest());
  const unlocked = policyOf({ sendCareer: false, attachProfile: false });
  expect(await held(unlocked, { career, file }), 'unlocked it is the recruiter’s word').toEqual(exportRequest({ career, file }));
  expect(await held(policyOf({ sendCareer: true, locked: ['sendCareer'] })), 'and nothing is made up').toEqual(exportRequest());
});

describe('what is locked is sent, whatever else was asked for', () => {
  const policy = policyOf({
    defaultSource: 'Referral',
    defaultTags: ['sourced'],
    defaultStage: 'phone screen',
    locked: ['defaultSource', 'defaultTags', 'defaultStage'],
  });

  test('source, tags and stage', async () => {
    const sent = await held(policy, { sourceId: 77, tags: ['mine'], target: { kind: 'candidate', jobId: 41, stageId: 9 } });
    expect(sent).toMatchObject({ sourceId: 78, tags: ['sourced'], target: { kind: 'candidate', jobId: 41, stageId: 2 } });
  });

  test('but a prospect is in no stage of a job', async () => {
    const target = { kind: 'prospect' as const, jobIds: [41] };
    expect((await held(policy, { target })).target).toEqual(target);
  });

  test('a name that Greenhouse does not have locks nothing', async () => {
    const unknown = { ...policy, defaultSource: 'Nowhere', defaultStage: 'Nowhere' };
    const sent = await held(unknown, { sourceId: 77, target: { kind: 'candidate', jobId: 41, stageId: 9 } });
    expect(sent).toMatchObject({ sourceId: 77, target: { stageId: 9 } });
  });
});
