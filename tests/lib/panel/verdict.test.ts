import { beforeEach, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB, TOMAS_TAB } from './fake-ports.ts';
import { connection, known, nobody, readingOf, tomas } from './people.ts';

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

beforeEach(() => {
  world = fakeWorld();
  panel = createPanel(world.ports);
  panel.start();
});

const find = () => world.ports.greenhouse.find;

const KEYS = {
  externalIds: ['linkedin:mira-okafor-fixture'],
  emails: ['mira@okafor.example'],
  urls: ['https://www.linkedin.com/in/mira-okafor-fixture'],
  phones: [],
  firstName: 'Mira',
  lastName: 'Okafor',
  companies: ['Quayside'],
};

test('is asked by all that the page says of who somebody is', async () => {
  world.ports.tab.read.mockResolvedValue(
    readingOf(
      'mira-okafor-fixture',
      {
        emails: [
          { value: ' mira@okafor.example ', type: 'personal' },
          { value: 'mira@', type: 'work' },
        ],
        phones: [{ value: '+44 20 7946 0000', type: 'mobile' }],
        links: [
          { url: 'https://mira.example/', kind: 'website' },
          { url: 'mira', kind: 'website' },
        ],
        positions: [
          { title: 'SRE', company: 'Harbour Ltd', end: '2020' },
          { title: 'SRE', company: 'Quayside', current: true },
          { title: 'Advisor', company: 'Lockgate', current: true },
        ],
      },
      { aliases: ['linkedin-member:123'] },
    ),
  );
  await world.show(MIRA_TAB);
  const asked = {
    ...KEYS,
    externalIds: ['linkedin:mira-okafor-fixture', 'linkedin-member:123'],
    urls: ['https://www.linkedin.com/in/mira-okafor-fixture', 'https://mira.example/'],
    phones: ['+44 20 7946 0000'],
    companies: ['Quayside', 'Lockgate', 'Harbour Ltd'],
  };
  expect(find().mock.calls).toEqual([[asked]]);
  expect(world.ports.greenhouse.known.mock.lastCall).toEqual([asked]);
});

test('a late verdict about A never stands beside B', async () => {
  const late = Promise.withResolvers<Verdict>();
  find().mockReturnValueOnce(late.promise);
  await world.show(MIRA_TAB);
  world.ports.tab.read.mockResolvedValue(tomas);
  await world.show(TOMAS_TAB);
  late.resolve(known);
  await world.settle();
  expect(panel.verdict.standing.value).toEqual({ is: 'new', createAnyway: false, notThem: 0 });
});

test('what the recruiter said of A is forgotten with A', async () => {
  find().mockResolvedValue(known);
  await world.show(MIRA_TAB);
  panel.verdict.createAnyway();
  world.ports.tab.read.mockResolvedValue(tomas);
  await world.show(TOMAS_TAB);
  expect(panel.verdict.standing.value.is).toBe('known');
});

test('typing an address asks once, when it is finished', async () => {
  await world.show(MIRA_TAB);
  find().mockClear();
  for (const value of ['a@b.ex', 'a@b.examp', 'a@b.example']) {
    panel.person.setList('emails', [{ value, type: 'work' }]);
    await world.pass(200);
  }
  expect(find()).not.toHaveBeenCalled();
  await world.pass(1000);
  expect(find().mock.calls).toEqual([[{ ...KEYS, emails: ['a@b.example'] }]]);
});

test('editing another field asks nothing', async () => {
  await world.show(MIRA_TAB);
  find().mockClear();
  panel.person.setText('title', 'Principal SRE');
  await world.pass(2000);
  expect(find()).not.toHaveBeenCalled();
});

test.each([
  'greenhouse/unauthorized',
  'greenhouse/acting-user',
  'greenhouse/forbidden',
  'greenhouse/limited',
  'greenhouse/unreachable',
  'greenhouse/garbled',
  'message/lost',
] as const)('%s is told, the person stays, and trying again asks again', async (code) => {
  find().mockRejectedValueOnce(new AppError(code));
  await world.show(MIRA_TAB);
  expect(panel.trouble.value?.code).toBe(code);
  expect(panel.person.draft.value?.candidate.firstName).toBe('Mira');
  await panel.retry();
  expect(panel.trouble.value).toBeUndefined();
  expect(panel.verdict.state.value).toMatchObject({ is: 'answered', verdict: nobody });
});

test('asked too often, Greenhouse is asked again by itself when it may be, and not about somebody who is gone', async () => {
  find().mockImplementationOnce(() => Promise.reject(new AppError('greenhouse/limited', { until: world.ports.now() + 30_000 })));
  await world.show(MIRA_TAB);
  expect(panel.trouble.value?.code).toBe('greenhouse/limited');
  await world.pass(25_000);
  expect(find()).toHaveBeenCalledTimes(1);
  await world.pass(10_000);
  expect(find()).toHaveBeenCalledTimes(2);
  expect(panel.trouble.value).toBeUndefined();
  expect(panel.verdict.standing.value.is).toBe('new');

  find().mockRejectedValueOnce(new AppError('greenhouse/limited', { until: world.ports.now() + 30_000 }));
  panel.verdict.again();
  await world.settle();
  world.ports.tab.read.mockResolvedValue(tomas);
  await world.show(TOMAS_TAB);
  find().mockClear();
  await world.pass(60_000);
  expect(find()).not.toHaveBeenCalled();
});

test('without a connection nothing is asked; with one, everything is', async () => {
  world = fakeWorld({ connection: null });
  panel = createPanel(world.ports);
  panel.start();
  await world.show(MIRA_TAB);
  expect(find()).not.toHaveBeenCalled();
  expect(world.ports.greenhouse.jobs).not.toHaveBeenCalled();
  expect(panel.action.value?.needs).toEqual({ is: 'connection' });
  world.heard.connection?.(connection);
  await world.settle();
  expect(find()).toHaveBeenCalledTimes(1);
  expect(panel.lists.jobs.value.is).toBe('there');
});
