/** "They are there", with a real keyboard: the number is asked for, and nobody is taken for them before their name was on show. */
import '../lib/storage/fake-extension.ts';

import axe from 'axe-core';
import { render } from 'preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import '#assets/tokens.css';
import '#assets/panel.css';
import '#assets/panel-verdict.css';
import '#assets/panel-person.css';
import { PanelView } from '#components/panel/panel-view.tsx';
import type { Match } from '#lib/identity/schema.ts';
import { createPanel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB } from '../lib/panel/fake-ports.ts';
import { matchOf, NOW, viewOf } from '../lib/panel/people.ts';
import { speakEnglish } from './english.ts';
import { all, one, text } from './screen.ts';

const FIELD = 'Number or link of the person in Greenhouse';
const asked = {
  externalId: 'linkedin:tomas-brandt-fixture',
  name: 'Tomas Brandt',
  state: 'needs-you',
  question: 'cannot-look',
  writtenAt: NOW,
} as const;
const tomas: Match = {
  person: { ...matchOf(551, 'Tomas').person, lastName: 'Brandt' },
  agrees: [],
};

let world: ReturnType<typeof fakeWorld>;
let stop: () => void;
const soon = <T,>(find: () => T) => vi.waitFor(find, { timeout: 10_000 });
const field = () => one('textbox', FIELD) as HTMLInputElement;
const told = () => text(one('status', 'Whose number it is'));

beforeEach(async () => {
  speakEnglish();
  world = fakeWorld();
  const panel = createPanel(world.ports);
  render(<PanelView panel={panel} />, document.body);
  stop = panel.start();
  await world.show(MIRA_TAB);
  world.heard.view?.(viewOf(asked));
  (await soon(() => one('button', 'They are there: Tomas Brandt'))).focus();
  await userEvent.keyboard('{Enter}');
  await soon(() => expect(document.activeElement).toBe(field()));
});
afterEach(() => {
  stop();
  render(null, document.body);
  document.documentElement.style.colorScheme = '';
  vi.restoreAllMocks();
});

test('a press opens the field, which has the focus; what is said there is heard and bound to it', async () => {
  expect(one('button', 'They are there: Tomas Brandt').getAttribute('aria-expanded')).toBe('true');
  expect(world.ports.exports.answer).not.toHaveBeenCalled();
  await userEvent.keyboard('Tomas Brandt{Enter}');
  await soon(() => expect(told()).toMatch(/^That is neither a number nor a link/));
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field().getAttribute('aria-describedby') ?? '')).toBe(one('status', 'Whose number it is'));
  expect(world.ports.greenhouse.search).not.toHaveBeenCalled();
  await userEvent.keyboard('x');
  await soon(() => expect(told()).toBe(''));
  expect(field().getAttribute('aria-invalid')).toBe('false');
});

test('by keyboard alone: a link is pasted, the name is read, and it is said that this is them', async () => {
  world.ports.greenhouse.search.mockResolvedValue([tomas]);
  await userEvent.keyboard('https://app.greenhouse.io/people/551?application_id=31{Enter}');
  await soon(() => expect(told()).toBe('Number 551 is Tomas Brandt.'));
  expect(world.ports.greenhouse.search).toHaveBeenCalledWith({ text: '551' });
  expect(text(document.body)).toContain('Platform Engineer: Phone Screen');
  await userEvent.keyboard('{Tab}{Tab}');
  expect(document.activeElement).toBe(one('button', 'Yes, this is them: Tomas Brandt'));
  await userEvent.keyboard('{Enter}');
  expect(world.ports.exports.answer.mock.calls).toEqual([[expect.objectContaining(asked), { do: 'is-there', candidateId: 551 }]]);
});

test('somebody else by name is told as that, before anything can be said', async () => {
  world.ports.greenhouse.search.mockResolvedValue([matchOf(550)]);
  await userEvent.keyboard('550{Enter}');
  await soon(() => expect(told()).toBe('Number 550 is Mira Okafor, and you exported Tomas Brandt. Are they the same person?'));
  // What was found belongs to the number that was typed.
  await userEvent.keyboard('1');
  await soon(() => expect(all('button').map(text)).not.toContain('Yes, this is them'));
});

test.each([
  ['nobody', [], /^Greenhouse shows nobody with number 551: deleted, merged/],
  ['anonymised', [{ ...tomas, person: { ...tomas.person, firstName: '', lastName: '' } }], /^Number 551 has no name any more/],
])('%s: it is said so, and they cannot be said to be it', async (_what, found, words) => {
  world.ports.greenhouse.search.mockResolvedValue(found);
  await userEvent.keyboard('#551{Enter}');
  await soon(() => expect(told()).toMatch(words));
  expect(all('button').map(text)).not.toContain('Yes, this is them');
  one('button', 'Go on without the number').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining(asked), { do: 'is-there' });
});

test.each(['light', 'dark'])('nothing stands in the way of anybody, %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  world.ports.greenhouse.search.mockResolvedValue([matchOf(550)]);
  await userEvent.keyboard('550{Enter}');
  await soon(() => one('button', 'Yes, this is them: Mira Okafor'));
  const { violations, passes } = await axe.run(['.queue']);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['label', 'color-contrast']));
});
