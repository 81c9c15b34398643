/** What the organisation has set, as the panel fills it in and holds it. */
import { afterEach, describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';
import type { Policy } from '#lib/policy/policy.ts';

import { fakeWorld, MIRA_TAB, TOMAS_TAB, type FakeOptions } from './fake-ports.ts';
import { PLATFORM, STAFF, tomas } from './people.ts';

const REFERRAL = 78;
const LINKEDIN = 77;
const STAGES = [
  { id: 1, name: 'Application Review' },
  { id: 2, name: 'Phone Screen' },
];
const policyOf = (over: Partial<Policy>): Policy => ({ locked: [], problems: [], ...over });

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;
let stop = () => {};
afterEach(() => stop());

async function open(policy: Partial<Policy>, options: FakeOptions = {}) {
  world = fakeWorld({ ...options, policy: policyOf(policy) });
  world.ports.greenhouse.stages.mockResolvedValue(STAGES);
  panel = createPanel(world.ports);
  stop = panel.start();
  await world.show(MIRA_TAB);
}
const choice = () => panel.person.draft.value?.choice;
async function pick(jobId: number) {
  panel.person.choose((before) => {
    const { stageId: _, ...rest } = before;
    return { ...rest, jobId };
  });
  await world.settle();
}

describe('for somebody new', () => {
  test('the organisation’s source and tags are filled in before what is sensible, and credit as ever', async () => {
    await open({ defaultSource: 'referral', defaultTags: ['sourced'] });
    expect(choice()).toMatchObject({ sourceId: REFERRAL, tags: ['sourced'], referrerId: 5 });
  });

  test('a source may be named by its number; one that Greenhouse does not have sets nothing', async () => {
    await open({ defaultSource: '78' });
    expect(choice()?.sourceId).toBe(REFERRAL);
    stop();
    await open({ defaultSource: 'No such source', locked: ['defaultSource'] });
    expect(choice()?.sourceId, 'the site’s own').toBe(LINKEDIN);
    panel.person.choose((before) => ({ ...before, sourceId: REFERRAL }));
    expect(choice()?.sourceId, 'and it locks nothing').toBe(REFERRAL);
  });

  test('the stage is that of its name in the job, whichever job it is, and stays the recruiter’s to change', async () => {
    await open({ defaultStage: 'Phone screen' });
    expect(choice()?.stageId).toBeUndefined();
    await pick(STAFF.id);
    expect(choice()?.stageId).toBe(2);
    panel.person.choose((before) => ({ ...before, stageId: 1 }));
    await world.settle();
    expect(choice()?.stageId).toBe(1);
    world.ports.greenhouse.stages.mockResolvedValue([{ id: 30, name: 'Phone Screen' }]);
    await pick(PLATFORM.id);
    expect(choice()?.stageId).toBe(30);
  });

  test('what the recruiter chose last on this site goes before a default', async () => {
    const siteChoice = { kind: 'candidate' as const, jobId: STAFF.id, sourceId: LINKEDIN, tags: ['mine'] };
    await open({ defaultSource: 'Referral', defaultTags: ['sourced'], defaultStage: 'Phone Screen' }, { siteChoice });
    expect(choice()).toEqual(siteChoice);
    await pick(PLATFORM.id);
    expect(choice()?.stageId, 'another job, another stage').toBe(2);
  });
});

describe('what is locked', () => {
  const LOCKED = { defaultSource: 'Referral', defaultTags: ['sourced'], defaultStage: 'Phone Screen' };
  const locked = ['defaultSource', 'defaultTags', 'defaultStage'];

  test('goes before what was remembered, and cannot be changed', async () => {
    const siteChoice = { kind: 'candidate' as const, jobId: STAFF.id, sourceId: LINKEDIN, tags: ['mine'], stageId: 1 };
    await open({ ...LOCKED, locked }, { siteChoice });
    await world.settle();
    expect(choice()).toMatchObject({ sourceId: REFERRAL, tags: ['sourced'], stageId: 2 });
    panel.person.choose((before) => ({ ...before, sourceId: LINKEDIN, tags: [], stageId: 1 }));
    expect(choice()).toMatchObject({ sourceId: REFERRAL, tags: ['sourced'], stageId: 2 });
  });

  test('is no stage of a prospect', async () => {
    await open({ ...LOCKED, locked });
    panel.person.choose((before) => ({ ...before, kind: 'prospect', jobId: STAFF.id }));
    await world.settle();
    expect(choice()?.stageId).toBeUndefined();
    expect(world.ports.greenhouse.stages).not.toHaveBeenCalled();
  });

  test('holds from the moment it is set, for the person on show too', async () => {
    await open({});
    panel.person.choose((before) => ({ ...before, sourceId: LINKEDIN }));
    world.heard.policy?.(policyOf({ ...LOCKED, locked }));
    await world.settle();
    expect(choice()).toMatchObject({ sourceId: REFERRAL, tags: ['sourced'] });
  });
});

test('a change of the policy reads the page again: the site may be left out by now', async () => {
  await open({});
  expect(panel.page.state.value.is).toBe('person');
  world.ports.tab.read.mockRejectedValue(new AppError('page/not-allowed'));
  world.heard.policy?.(policyOf({ allowedSites: ['github'] }));
  await world.settle();
  expect(panel.page.state.value).toMatchObject({ is: 'failed', error: { code: 'page/not-allowed' } });
  expect(panel.person.draft.value).toBeUndefined();
  world.ports.tab.read.mockResolvedValue(tomas);
  world.heard.policy?.(null);
  await world.show(TOMAS_TAB);
  expect(panel.page.state.value.is).toBe('person');
});
