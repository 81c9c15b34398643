import { afterEach, beforeEach, expect, test } from 'vitest';

import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { speakEnglish } from '../../components/english.ts';
import { fakeWorld, MIRA_TAB, type FakeOptions } from './fake-ports.ts';
import { connection, partnerConnection, readingOf, STAFF } from './people.ts';

const CAREER = {
  positions: [
    { title: 'Engineer', company: 'Quayside', start: '2021-07', current: true },
    { title: 'Operator', company: 'Harbour', start: '2018', end: '2021' },
    { title: 'Volunteer', company: 'Dunes' },
    { company: 'Mole', start: '2010' },
    { title: 'Clerk', start: '2010' },
    { title: 'Clerk', company: 'Mole', start: '2010', end: '2009' },
  ],
  education: [{ school: 'Universität Tannenau' }, { degree: 'Master’s Degree' }],
};
const BOTH = { sendCareer: true, attachProfile: true };

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;
let stop = () => {};
beforeEach(speakEnglish);
afterEach(() => stop());

async function open(options: FakeOptions = {}, career: Partial<typeof CAREER> = CAREER) {
  world = fakeWorld({ goesAlong: BOTH, ...options });
  world.ports.tab.read.mockResolvedValue(readingOf('mira-okafor-fixture', career));
  panel = createPanel(world.ports);
  stop = panel.start();
  await world.show(MIRA_TAB);
}
async function sent() {
  panel.person.choose((before) => ({ ...before, jobId: STAFF.id }));
  await world.settle();
  await panel.send();
  return world.ports.exports.start.mock.lastCall?.[0];
}

test('what there is a place for goes along, and what is left out says why', async () => {
  await open();
  expect(panel.along.value).toEqual({
    career: [
      { step: 'employments', entries: 2 },
      { step: 'educations', entries: 1 },
    ],
    file: true,
    left: [
      { why: 'start', step: 'employments', entries: 1 },
      { why: 'title', step: 'employments', entries: 1 },
      { why: 'company', step: 'employments', entries: 1 },
      { why: 'order', step: 'employments', entries: 1 },
      { why: 'school', step: 'educations', entries: 1 },
    ],
  });
  expect(await sent()).toMatchObject({
    career: ['employments', 'educations'],
    file: { title: 'Profile on LinkedIn, May 4, 2026', text: expect.stringContaining('Mira Okafor') },
  });
});

test('as the panel stands by itself there is a career and no file; of an empty career nothing goes', async () => {
  await open({ goesAlong: { sendCareer: true, attachProfile: false } }, { education: [] });
  const request = await sent();
  expect(request).not.toHaveProperty('career');
  expect(request).not.toHaveProperty('file');
  expect(panel.along.value).toEqual({ career: [], file: false, left: [] });
});

test('a change of the settings is followed', async () => {
  await open();
  world.heard.goesAlong?.({ sendCareer: false, attachProfile: false });
  expect(panel.along.value).toEqual({ career: [], file: false, left: [] });
});

test('what the credential may not add stays here, and that is said', async () => {
  const rights = ['candidate_employments:create', 'attachments:create'].map((scope) => ({
    scope: `harvest:${scope}`,
    state: 'missing' as const,
  }));
  await open({ connection: { ...connection, rights } });
  expect(panel.along.value).toMatchObject({
    career: [{ step: 'educations' }],
    file: false,
    left: [{ why: 'no-right', step: 'employments', entries: 6 }, { why: 'school' }],
  });
  expect((await sent())?.career).toEqual(['educations']);
});

test.each([
  ['with a partner key', partnerConnection],
  ['while nobody is connected', null],
])('%s nothing goes along', async (_when, kept) => {
  await open({ connection: kept });
  expect(panel.along.value).toEqual({ career: [], file: false, left: [] });
});
