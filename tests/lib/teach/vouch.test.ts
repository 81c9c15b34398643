// @vitest-environment happy-dom
import { expect, test } from 'vitest';

import { isAbout } from '#lib/teach/vouch.ts';

const page = (title: string, card: string) =>
  new DOMParser().parseFromString(
    `<title>${title}</title><main><div>${card}</div><aside><a href="/in/next-fixture/">Next</a></aside></main>`,
    'text/html',
  );
const about = (document: Document, handle: string, wholePage = false) =>
  isAbout(document.querySelector('b') as Element, 'Tove Ekdal', { handle }, wholePage);

const TOVE = '<a href="/in/tove-fixture/"><b>Tove Ekdal</b></a>';

test('title and surroundings name the person of the address', () => {
  expect(about(page('Tove Ekdal | Site', TOVE), 'tove-fixture')).toBe(true);
});

test.each([
  ['the title is the next person’s', 'Mai Lind | Site', TOVE, 'tove-fixture'],
  ['the former person is still in the page', 'Tove Ekdal | Site', TOVE, 'next-fixture'],
  ['the former person is still in the page, under the next title', 'Mai Lind | Site', TOVE, 'next-fixture'],
  [
    'the handle is only the beginning of another',
    'Tove Ekdal | Site',
    '<a href="/in/tove-fixture-2/"><b>Tove Ekdal</b></a>',
    'tove-fixture',
  ],
  ['nothing near it says whose page it is', 'Tove Ekdal | Site', '<b>Tove Ekdal</b>', 'tove-fixture'],
])('not where %s', (_title, title, card, handle) => {
  expect(about(page(title, card), handle)).toBe(false);
});

test('where pages do not turn into each other, the title is enough', () => {
  expect(about(page('Tove Ekdal – Staff', '<b>Tove Ekdal</b>'), 'staff', true)).toBe(true);
  expect(about(page('Our staff', '<b>Tove Ekdal</b>'), 'staff', true)).toBe(false);
});
