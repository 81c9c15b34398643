// @vitest-environment happy-dom
/** One person on several pages, as the panel shows it: offers, questions, whose word it is, and the way back. */
import { beforeEach, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';

// The panel loads it when it first draws it; here it is at hand.
import '#components/panel/pages.tsx';

import { fakeWorld, MIRA_TAB } from '../lib/panel/fake-ports.ts';
import { readingOf } from '../lib/panel/people.ts';
import { drawPanel, type World } from './open-panel.tsx';
import { all, button, one, text, type, waitForDrawing } from './screen.ts';

const GITHUB = { id: MIRA_TAB.id, url: 'https://github.com/mira-fixture' };
const sure = { from: 'landmark', confidence: 0.95 } as const;

const linkedin = readingOf('mira-okafor-fixture', {
  location: 'Porto',
  links: [{ url: GITHUB.url, kind: 'github' }],
});
const github = readingOf(
  '',
  {
    company: 'QUAYSIDE, Inc.',
    location: 'Lisbon',
    emails: [{ value: 'mira@tides.example', type: 'personal' }],
    phones: [{ value: '+351 21 000 01 00', type: 'other' }],
    links: [{ url: 'https://www.linkedin.com/in/mira-okafor-fixture', kind: 'linkedin' }],
  },
  {
    site: 'github',
    externalId: 'github:mira-fixture',
    url: GITHUB.url,
    evidence: { location: sure, company: sure, emails: sure },
  },
);

let world: World;

beforeEach(async () => {
  world = fakeWorld();
  drawPanel(world);
  await show(MIRA_TAB, linkedin);
});

async function show(tab: typeof MIRA_TAB, reading: Reading) {
  world.ports.tab.read.mockResolvedValue(reading);
  await world.show(tab);
  await waitForDrawing();
}
async function click(name: string) {
  button(name).click();
  await waitForDrawing();
}
const location = () => one('textbox', 'Location') as HTMLInputElement;
const sourceOf = (element: Element) => text(element.parentElement!.querySelector('.source')!);
const buttons = () => all('button').map((element) => element.getAttribute('aria-label') ?? text(element));

async function addGitHub() {
  await click('Open GitHub (github.com/mira-fixture) and add what it shows');
  await show(GITHUB, github);
}

test('their page opens with a click, and what it adds says where it is from', async () => {
  await addGitHub();
  expect(world.ports.tab.open).toHaveBeenCalledExactlyOnceWith(GITHUB.id, GITHUB.url);
  expect(text(document.querySelector('.pages')!)).toBe('Also read on GitHub. Take GitHub off');
  const email = one('textbox', 'Email 2') as HTMLInputElement;
  expect([email.value, sourceOf(email)]).toEqual(['mira@tides.example', 'GitHub']);
  expect(sourceOf(one('textbox', 'Phone 1'))).toBe('GitHub');
});

test('a contradiction stands below the word in use, and is used with one button that keeps the keyboard', async () => {
  await addGitHub();
  expect(location().value).toBe('Porto');
  const use = button('Use “Lisbon” of GitHub for Location');
  use.focus();
  use.click();
  await waitForDrawing();
  expect(location().value).toBe('Lisbon');
  expect(sourceOf(location())).toBe('GitHub');
  expect(document.activeElement).toBe(button('Use “Porto” of LinkedIn for Location'));
  expect(
    buttons().filter((name) => name.startsWith('Use')),
    '“QUAYSIDE, Inc.” is Quayside',
  ).toHaveLength(1);
});

test('what the recruiter typed stays, beside what the pages say', async () => {
  await type(location(), 'Remote');
  await addGitHub();
  expect(location().value).toBe('Remote');
  expect(buttons().filter((name) => name.startsWith('Use'))).toEqual([
    'Use “Porto” of LinkedIn for Location',
    'Use “Lisbon” of GitHub for Location',
  ]);
});

test('a page that was opened by hand is asked about; apart they stay apart', async () => {
  await show(GITHUB, github);
  expect(text(document.querySelector('.same')!)).toContain('Same person as Mira Okafor, whom you saw on LinkedIn?');
  await click('Keep apart');
  expect(document.querySelector('.same')).toBeNull();
  await show(MIRA_TAB, linkedin);
  await show(GITHUB, github);
  expect(document.querySelector('.same')).toBeNull();
});

test('added on request, taken off again, and the keyboard is never lost', async () => {
  await show(GITHUB, github);
  button('Add to them').focus();
  await click('Add to them');
  expect(document.activeElement?.id).toBe('pages');
  expect(sourceOf(one('textbox', 'Phone 1'))).toBe('GitHub');
  await click('Use “Lisbon” of GitHub for Location');
  await show(MIRA_TAB, linkedin);
  button('Take GitHub off').focus();
  await click('Take GitHub off');
  expect(location().value).toBe('Porto');
  expect(buttons()).not.toContain('Take GitHub off');
  expect(document.activeElement?.id).toBe('pages');
});
