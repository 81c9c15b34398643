// @vitest-environment happy-dom
/** A page that lists several people: rows that open, are chosen, and are copied, with a mouse or without. */
import { beforeEach, expect, test } from 'vitest';

import type { ListedPerson, Reading } from '#lib/candidate/reading.ts';

// The panel loads it when it first draws it; here it is at hand.
import '#components/panel/people.tsx';

import { fakeWorld } from '../lib/panel/fake-ports.ts';
import { drawPanel, type World } from './open-panel.tsx';
import { all, button, text } from './screen.ts';

const SEARCH = { id: 5, url: 'https://www.linkedin.com/search/results/people/?keywords=sre' };

const person = (n: number, over: Partial<ListedPerson> = {}): ListedPerson => ({
  fullName: `Person ${n}`,
  headline: `SRE ${n} at Quayside`,
  externalId: `linkedin:person-${n}-fixture`,
  url: `https://www.linkedin.com/in/person-${n}-fixture`,
  ...over,
});
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n + 1));
const listOf = (listed: ListedPerson[]): Reading => ({
  status: 'list',
  site: 'linkedin',
  aliases: [],
  missing: [],
  evidence: {},
  people: listed,
});

/** At most, before somebody asks for more. */
const DRAWN = 100;

let world: World;

beforeEach(() => {
  world = fakeWorld();
  drawPanel(world);
});

async function show(listed: ListedPerson[], tab = SEARCH) {
  world.ports.tab.read.mockResolvedValue(listOf(listed));
  await world.show(tab);
  await expect.poll(() => rows().length).toBe(Math.min(listed.length, DRAWN));
}
const rows = () => [...document.querySelectorAll('.people .list > li')];
const box = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].find(
    (input) => (input.getAttribute('aria-label') ?? text(input.closest('label')!)) === name,
  )!;
const chosen = () => text(document.querySelector('.chosen output')!);
async function choose(name: string, says: string) {
  box(name).click();
  await expect.poll(chosen).toBe(says);
}

test('a row shows what the list says, in its order, and opens the profile in the same tab when it is clicked', async () => {
  await show([person(2, { location: 'Lisbon' }), person(1)]);
  expect(rows().map(text)).toEqual(['Person 2 SRE 2 at Quayside Lisbon', 'Person 1 SRE 1 at Quayside']);
  expect(world.ports.tab.open).not.toHaveBeenCalled();
  button('Person 2').click();
  expect(world.ports.tab.open).toHaveBeenCalledExactlyOnceWith(SEARCH.id, person(2).url);
});

test('whom the site hides is hidden here, with nothing to press', async () => {
  await show([
    person(1),
    { masked: true, headline: 'Engineer in Porto', fullName: 'LinkedIn Member', url: 'https://www.linkedin.com/search/x' },
  ]);
  expect(text(rows()[1]!)).toBe('Hidden by LinkedIn Engineer in Porto');
  expect(rows()[1]?.querySelector('input, button, a')).toBeNull();
});

test('those that are chosen are counted and copied, and stay chosen while another page is looked at', async () => {
  await show(people(3));
  expect(all('button').map(text)).not.toContain('Copy names and links');
  await choose('Choose Person 3', '1 chosen');
  await choose('Choose Person 1', '2 chosen');
  button('Copy names and links').click();
  await expect.poll(chosen).toBe('Copied 2 names with their links');
  expect(world.ports.copy).toHaveBeenCalledWith(`Person 1\t${person(1).url}\nPerson 3\t${person(3).url}`);

  await show(people(2), { id: 5, url: `${SEARCH.url}&page=2` });
  await expect.poll(chosen).toBe('');
  await show(people(3));
  await expect.poll(chosen).toBe('2 chosen');
  expect(box('Choose Person 3').checked).toBe(true);
});

test('a browser that does not allow copying is told of', async () => {
  world.ports.copy.mockRejectedValue(new Error('not allowed'));
  await show(people(1));
  await choose('Choose all', '1 chosen');
  button('Copy names and links').click();
  await expect.poll(chosen).toBe('The browser did not allow copying');
});

test('reading again adds what the page shows by now, and keeps what is chosen and on show meanwhile', async () => {
  await show(people(2));
  await choose('Choose Person 2', '1 chosen');
  world.ports.tab.read.mockResolvedValue(listOf([person(2), person(3)]));
  button('Read again').click();
  expect(rows()).toHaveLength(2);
  await expect.poll(() => rows().map((row) => text(row).slice(0, 8))).toEqual(['Person 1', 'Person 2', 'Person 3']);
  expect(chosen()).toBe('1 chosen');
  expect(text(document.querySelector('h1')!)).toBe('3 people on this page');
});

test('of thousands a hundred are drawn, and the next hundred on request, with the keyboard where they begin', async () => {
  await show(people(3000));
  expect(rows()).toHaveLength(DRAWN);
  button('Show more').click();
  await expect.poll(() => rows().length).toBe(200);
  await expect.poll(() => document.activeElement).toBe(box('Choose Person 101'));
  await choose('Choose all', '3,000 chosen');
});
