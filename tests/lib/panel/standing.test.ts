/** The recruiter's words: what they change here, and what the worker is told to remember. */
import { beforeEach, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB } from './fake-ports.ts';
import { known, knownHere, matchOf, nobody, possible } from './people.ts';

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

async function meet(verdict: Verdict) {
  world = fakeWorld();
  world.ports.greenhouse.find.mockResolvedValue(verdict);
  panel = createPanel(world.ports);
  panel.start();
  await world.show(MIRA_TAB);
}
beforeEach(() => meet(possible));

const stands = () => panel.verdict.standing.value;
const decided = () => world.ports.greenhouse.decide.mock.calls.map(([{ candidateId, is }]) => [candidateId, is]);
const [first, second] = possible.matches as [Verdict['matches'][0], Verdict['matches'][0]];

test('one who is somebody else leaves the list, and who is left is still only possible', () => {
  panel.verdict.notThem([550]);
  expect(stands()).toEqual({ is: 'possible', matches: [second], notThem: 1 });
  expect(decided()).toEqual([[550, 'not-them']]);
});

test('none of them: new, and made without another look', () => {
  panel.verdict.notThem([550]);
  panel.verdict.notThem([551]);
  expect(stands()).toEqual({ is: 'new', createAnyway: true, notThem: 2 });
});

test('this is them: known, remembered under every external id, and taken back again', () => {
  panel.verdict.thisIsThem(second);
  expect(stands()).toEqual({ is: 'known', match: { ...second, agrees: [{ by: 'said', value: '' }, ...second.agrees] } });
  expect(world.ports.greenhouse.decide.mock.calls).toEqual([
    [{ externalIds: ['linkedin:mira-okafor-fixture'], candidateId: 551, is: 'them' }],
  ]);
  panel.verdict.reconsider();
  expect(stands()).toEqual({ is: 'possible', matches: [first, second], notThem: 0 });
  expect(decided().at(-1)).toEqual([551, 'undecided']);
});

test('somebody known who is said to be another is asked about no more', async () => {
  await meet(known);
  panel.verdict.notThem([550]);
  expect(stands()).toMatchObject({ is: 'new', notThem: 1 });
});

test('a second record is no word about who somebody is, and is not remembered', async () => {
  await meet(known);
  panel.verdict.createAnyway();
  expect(stands()).toEqual({ is: 'new', createAnyway: true, notThem: 0 });
  expect(decided()).toEqual([]);
});

test('what was said another time is told, looked up once more before an export, and can be taken back', async () => {
  await meet({ ...nobody, notThem: [550] });
  expect(stands()).toEqual({ is: 'new', createAnyway: false, notThem: 1 });
  world.ports.greenhouse.find.mockResolvedValue(known);
  panel.verdict.reconsider();
  await world.settle();
  expect(decided()).toEqual([[550, 'undecided']]);
  expect(stands().is).toBe('known');
});

test('somebody found by hand is them, even where Greenhouse could not be asked of itself', async () => {
  await meet(nobody);
  world.ports.greenhouse.find.mockRejectedValue(new AppError('greenhouse/unreachable'));
  panel.verdict.again();
  await world.settle();
  panel.verdict.thisIsThem(matchOf(777));
  expect(stands()).toMatchObject({ is: 'known', match: { person: { candidateId: 777 } } });
});

test('a word that cannot be remembered counts here all the same', async () => {
  world.ports.greenhouse.decide.mockRejectedValue(new AppError('storage/full'));
  panel.verdict.thisIsThem(first);
  await world.settle();
  expect(stands().is).toBe('known');
});

test('whoever was found by hand is shown in full, though this machine knows their number alone', async () => {
  await meet(known);
  world.ports.greenhouse.find.mockReturnValue(new Promise(() => {}));
  world.ports.greenhouse.known.mockResolvedValue(knownHere(777));
  panel.verdict.forget();
  panel.verdict.ask({ externalIds: ['linkedin:mira-okafor-fixture'], emails: [] }, 0);
  await world.settle();
  expect(stands()).toMatchObject({ is: 'known', match: { person: { firstName: '' } } });
  panel.verdict.thisIsThem(matchOf(777));
  expect(stands()).toMatchObject({ is: 'known', match: { person: { firstName: 'Mira' } } });
});
