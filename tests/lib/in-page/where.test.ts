import { expect, test } from 'vitest';

import { mayBeAPerson } from '#lib/in-page/where.ts';

const at = (address: string) => mayBeAPerson(new URL(address));

test.each([
  'https://www.linkedin.com/in/mira-okafor-fixture/',
  'https://github.com/mira-okafor-fixture',
  'https://people.example/any/page',
])('the button stands on %s', (address) => expect(at(address)).toBe(true));

test.each([
  'https://www.linkedin.com/feed/',
  'https://www.linkedin.com/in/',
  'https://github.com/',
  'https://github.com/settings',
  'https://github.com/mira-okafor-fixture/some-repository',
])('the button does not stand on %s', (address) => expect(at(address)).toBe(false));

test('a host that only ends like a known one is another site', () => {
  expect(at('https://notlinkedin.com/feed/')).toBe(true);
});
