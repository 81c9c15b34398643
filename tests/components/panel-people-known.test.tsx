// @vitest-environment happy-dom
/** Which of the people on a list are in Greenhouse: a shape and words at each row, counted, chosen and left out. */
import { beforeEach, expect, test } from 'vitest';

import type { ListedPerson, Reading } from '#lib/candidate/reading.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';

// The panel loads it when it first draws it; here it is at hand.
import '#components/panel/people.tsx';

import { known, possible, stranger } from '../lib/indicators/verdicts.ts';
import { fakeWorld, MIRA_TAB } from '../lib/panel/fake-ports.ts';
import { connection, mira } from '../lib/panel/people.ts';
import { drawPanel, type World } from './open-panel.tsx';
import { button, text, waitForDrawing } from './screen.ts';

const SEARCH = { id: 5, url: 'https://www.linkedin.com/search/results/people/?keywords=sre' };

const person = (n: number, over: Partial<ListedPerson> = {}): ListedPerson => ({
  fullName: `Person ${n}`,
  externalId: `linkedin:person-${n}-fixture`,
  url: `https://www.linkedin.com/in/person-${n}-fixture`,
  ...over,
});
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n + 1));
const numberOf = ({ externalIds }: FindRequest) => Number(/-(\d+)-/.exec(externalIds[0] ?? '')?.[1]);

let world: World;
/** By the number of the person; everybody else is a stranger. */
let inGreenhouse: Map<number, Verdict>;

beforeEach(() => {
  world = fakeWorld();
  inGreenhouse = new Map();
  world.listed.known.mockImplementation(async (asked) =>
    asked.map((request) => inGreenhouse.get(numberOf(request)) ?? stranger()),
  );
  drawPanel(world);
});

async function show(listed: ListedPerson[], tab = SEARCH) {
  const reading: Reading = { status: 'list', site: 'linkedin', aliases: [], missing: [], evidence: {}, people: listed };
  world.ports.tab.read.mockResolvedValue(reading);
  world.heard.tab?.(tab);
  await world.pass(300);
  await waitForDrawing();
}
const rows = () => [...document.querySelectorAll('.people .list > li')].map(text);
const heading = () => text(document.querySelector('h1')!);
const box = (label: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].find(
    (input) => (input.getAttribute('aria-label') ?? text(input.closest('label')!)) === label,
  )!;

test('each row says in words what is known of it and why, and they are counted', async () => {
  inGreenhouse.set(1, known('profile')).set(2, possible('profile', 3)).set(4, known('export'));
  await show(people(4));
  await expect
    .poll(rows)
    .toEqual([
      'Person 1 In Greenhouse same LinkedIn profile',
      'Person 2 Possible match 3 people match',
      'Person 3 New',
      'Person 4 In Greenhouse exported from this browser',
    ]);
  await expect.poll(heading).toBe('4 people on this page, 2 in Greenhouse, 1 possible');
  expect(world.listed.known).toHaveBeenCalledOnce();
  expect(world.ports.greenhouse.find).not.toHaveBeenCalled();
});

test('what is asked is what is sure of a person: no name, and nothing of whom the site hides', async () => {
  await show([person(1, { aliases: ['linkedin-member:7'] }), { masked: true, url: 'https://www.linkedin.com/search/x' }]);
  expect(world.listed.known.mock.calls).toEqual([
    [[{ externalIds: ['linkedin:person-1-fixture', 'linkedin-member:7'], emails: [], urls: [person(1).url] }]],
  ]);
  await expect.poll(rows).toEqual(['Person 1 New', 'Hidden by LinkedIn']);
});

test('a thousand rows are asked about in five batches, each row once; those that come later are asked about alone', async () => {
  await show(people(1000));
  await expect.poll(() => world.listed.known.mock.calls.map(([asked]) => asked.length)).toEqual([200, 200, 200, 200, 200]);
  world.listed.known.mockClear();
  await show(people(1003), { ...SEARCH });
  button('Read again').click();
  await expect.poll(heading).toBe('1,003 people on this page');
  await expect.poll(() => world.listed.known.mock.calls.map(([asked]) => asked.map(numberOf))).toEqual([[1001, 1002, 1003]]);
});

test('nobody is called new while not everybody is known, and that is said once for all of them', async () => {
  world.listed.known.mockImplementation(async (asked) => asked.map(() => stranger(['index-off', 'not-shown'])));
  await show(people(3));
  await expect.poll(rows).toEqual(['Person 1', 'Person 2', 'Person 3']);
  expect(document.body.textContent.match(/turned off in the settings/g)).toHaveLength(1);
});

test('somebody is in Greenhouse all the same while the rest is still being fetched', async () => {
  world.listed.known.mockImplementation(async (asked) =>
    asked.map((request) => (numberOf(request) === 2 ? known() : stranger(['index-filling']))),
  );
  await show(people(2));
  await expect.poll(rows).toEqual(['Person 1', 'Person 2 In Greenhouse same LinkedIn profile']);
  await expect.poll(() => document.body.textContent).toContain('Whoever has no mark may be there all the same');
});

test('all new ones are chosen with one press, and those in Greenhouse are hidden on request', async () => {
  inGreenhouse.set(1, known()).set(2, possible());
  await show(people(4));
  await expect.poll(heading).toContain('1 in Greenhouse');
  box('Choose Person 1').click();
  await waitForDrawing();
  button('Choose all new').click();
  await waitForDrawing();
  await expect.poll(() => [1, 2, 3, 4].map((n) => box(`Choose Person ${n}`).checked)).toEqual([false, false, true, true]);
  box('Hide who is in Greenhouse').click();
  await waitForDrawing();
  await expect.poll(() => rows().map((row) => row.slice(0, 8))).toEqual(['Person 2', 'Person 3', 'Person 4']);
  await expect.poll(heading).toBe('4 people on this page, 1 in Greenhouse, 1 possible');
});

test('when an export or the index went on, all are asked about again, and not with every step of it', async () => {
  await show(people(2));
  inGreenhouse.set(2, known('export'));
  for (let step = 0; step < 20; step += 1) world.heard.known?.();
  await world.pass(5000);
  await waitForDrawing();
  expect(world.listed.known).toHaveBeenCalledTimes(2);
  await expect.poll(() => rows()[1]).toBe('Person 2 In Greenhouse exported from this browser');
});

test('back from the page of a person, who may have been sent there, all are asked about again', async () => {
  await show(people(2));
  await expect.poll(() => rows()[1]).toBe('Person 2 New');
  world.ports.tab.read.mockResolvedValue(mira);
  world.heard.tab?.(MIRA_TAB);
  await world.pass(300);
  inGreenhouse.set(2, known('said'));
  await show(people(2));
  await expect.poll(() => rows()[1]).toBe('Person 2 In Greenhouse you said so');
});

test('with nobody connected nobody is asked about, and nothing that was said stays', async () => {
  inGreenhouse.set(1, known());
  await show(people(1));
  await expect.poll(rows).toEqual(['Person 1 In Greenhouse same LinkedIn profile']);
  world.heard.connection?.(null);
  await waitForDrawing();
  await expect.poll(() => document.body.textContent).not.toContain('In Greenhouse');
  world.listed.known.mockClear();
  world.heard.known?.();
  await world.pass(10_000);
  expect(world.listed.known).not.toHaveBeenCalled();
  world.heard.connection?.(connection);
  await expect.poll(() => world.listed.known.mock.calls.length).toBe(1);
});

test('a worker that does not answer leaves the rows without a word', async () => {
  world.listed.known.mockRejectedValue(new Error('lost'));
  await show(people(2));
  await expect.poll(rows).toEqual(['Person 1', 'Person 2']);
});
