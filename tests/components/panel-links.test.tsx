// @vitest-environment happy-dom
/** The links of a person: one line until somebody wants them, readable, and sent exactly as the page gave them. */
import { expect, test } from 'vitest';

import type { Panel } from '#lib/panel/panel.ts';

import { fakeWorld } from '../lib/panel/fake-ports.ts';
import { readingOf } from '../lib/panel/people.ts';
import { openPanel } from './open-panel.tsx';
import { button, one, type, waitForDrawing } from './screen.ts';

const LAYLA = 'https://www.linkedin.com/in/%d9%84%D9%8A%D9%84%D9%89-fixture';
const GITHUB = 'https://github.com/mira-fixture';

let panel: Panel;

async function open(urls: string[]) {
  const world = fakeWorld();
  const links = urls.map((url) => ({ url, kind: url.includes('github') ? 'github' : 'linkedin' }));
  world.ports.tab.read.mockResolvedValue(readingOf('mira-okafor-fixture', { links }));
  panel = await openPanel(world);
}
const fold = () => one('group', 'Links').querySelector('details');
const urls = () => panel.person.draft.value?.candidate.links.map(({ url }) => url);

test('they are one line that names them', async () => {
  await open([LAYLA, GITHUB]);
  expect(fold()?.open).toBe(false);
  expect(fold()?.querySelector('summary span')?.textContent).toBe('2 links: LinkedIn, GitHub');
});

test('one is shown in its own letters, and stays escaped as it was when another is changed', async () => {
  await open([LAYLA, GITHUB]);
  expect((one('textbox', 'Link 1') as HTMLInputElement).value).toBe('www.linkedin.com/in/ليلى-fixture');
  await type(one('textbox', 'Link 2'), 'github.com/mira-other-fixture');
  expect(urls()).toEqual([LAYLA, 'https://github.com/mira-other-fixture']);
});

test('a link that cannot be sent is not hidden', async () => {
  await open(['javascript:alert(1)', GITHUB]);
  expect(fold()?.open).toBe(true);
});

test('another one is added open, with the keyboard in it', async () => {
  await open([GITHUB]);
  button('Add link').click();
  await waitForDrawing();
  expect(fold()?.open).toBe(true);
  expect(document.activeElement).toBe(one('textbox', 'Link 2'));
});
