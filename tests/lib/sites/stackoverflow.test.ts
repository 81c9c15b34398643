// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { identify, stackoverflow } from '#lib/sites/stackoverflow.ts';

import page from '../../sites/stackoverflow/complete/page.html?raw';
import { readFinished } from '../../sites/readers.ts';

describe('the address of a user', () => {
  test.each([
    ['https://stackoverflow.com/users/99000101', '99000101', 'https://stackoverflow.com/users/99000101'],
    ['https://stackoverflow.com/users/99000101/', '99000101', 'https://stackoverflow.com/users/99000101'],
    ['https://stackoverflow.com/users/99000101/ines-fixture', '99000101', 'https://stackoverflow.com/users/99000101'],
    [
      'https://stackoverflow.com/users/99000101/in%C3%A9s?tab=topactivity',
      '99000101',
      'https://stackoverflow.com/users/99000101',
    ],
    ['http://www.stackoverflow.com/users/99000101?tab=profile#x', '99000101', 'https://stackoverflow.com/users/99000101'],
    ['https://stackoverflow.com/u/99000101', '99000101', 'https://stackoverflow.com/users/99000101'],
    ['https://STACKOVERFLOW.com/users/99000101', '99000101', 'https://stackoverflow.com/users/99000101'],
    ['https://es.stackoverflow.com/users/7/x', 'es.stackoverflow.com/7', 'https://es.stackoverflow.com/users/7'],
    ['https://meta.stackoverflow.com/users/7/x', 'meta.stackoverflow.com/7', 'https://meta.stackoverflow.com/users/7'],
    ['https://serverfault.com/users/7/x', 'serverfault.com/7', 'https://serverfault.com/users/7'],
    ['https://superuser.com/users/7', 'superuser.com/7', 'https://superuser.com/users/7'],
    ['https://askubuntu.com/users/7/x', 'askubuntu.com/7', 'https://askubuntu.com/users/7'],
    ['https://mathoverflow.net/users/7/x', 'mathoverflow.net/7', 'https://mathoverflow.net/users/7'],
    ['https://math.stackexchange.com/users/7/x', 'math.stackexchange.com/7', 'https://math.stackexchange.com/users/7'],
    [
      'https://math.meta.stackexchange.com/users/7/x',
      'math.meta.stackexchange.com/7',
      'https://math.meta.stackexchange.com/users/7',
    ],
  ])('%s', (address, handle, url) => {
    expect(identify(new URL(address))).toEqual({ site: 'stackoverflow', handle, url });
  });

  test.each([
    'https://stackoverflow.com/',
    'https://stackoverflow.com/users',
    'https://stackoverflow.com/users?tab=Reputation',
    'https://stackoverflow.com/users/0',
    'https://stackoverflow.com/users/-1/community',
    'https://stackoverflow.com/users/current',
    'https://stackoverflow.com/users/edit/99000101',
    'https://stackoverflow.com/users/story/99000101',
    'https://stackoverflow.com/users/flair/99000101',
    'https://stackoverflow.com/users/99000101x/ines',
    'https://stackoverflow.com/users/99000101/ines/more',
    'https://stackoverflow.com/questions/99000101/ines',
    'https://stackexchange.com/users/99500101/ines',
    'https://chat.stackexchange.com/users/99000101/ines',
    'https://api.stackexchange.com/users/99000101',
    'https://data.stackexchange.com/users/99000101',
    'https://stackoverflow.com.evil.example/users/99000101/ines',
    'https://notstackoverflow.com/users/99000101/ines',
    'https://evilstackexchange.com/users/99000101/ines',
    'https://stackoverflow.com@evil.example/users/99000101/ines',
    'https://evil.example/stackoverflow.com/users/99000101',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

test('the number of the network is the person’s, and never that of the viewer', async () => {
  const asViewer = page.replace(
    'user.init({ userId: 99000101, accountId: 99500101 })',
    'user.init({ userId: 99000900, accountId: 99500900 })',
  );
  const document = new DOMParser().parseFromString(asViewer, 'text/html');
  document.querySelector('#content a[href^="https://stackexchange.com/users/"]')?.remove();
  const reading = await readFinished(stackoverflow, document, {
    patienceMs: 0,
    address: () => 'https://stackoverflow.com/users/99000101/ines',
  });
  expect(reading).toMatchObject({ externalId: 'stackoverflow:99000101', aliases: [] });
});
