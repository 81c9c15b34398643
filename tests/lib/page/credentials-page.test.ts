import { expect, test } from 'vitest';

import { isCredentialsPage } from '#lib/page/credentials-page.ts';

test.each([
  'https://app.greenhouse.io/configure/dev_center/credentials',
  'https://app4.greenhouse.io/configure/dev_center/credentials/91/edit?tab=scopes',
  'https://birchlabs.greenhouse.io/configure/dev_center',
  'https://app.eu.greenhouse.io/configure/dev_center/credentials#new',
])('%s is where credentials are made', (address) => {
  expect(isCredentialsPage(address)).toBe(true);
});

test.each([
  'http://app.greenhouse.io/configure/dev_center/credentials',
  'https://app.greenhouse.io.evil.example/configure/dev_center/credentials',
  'https://notgreenhouse.io/configure/dev_center/credentials',
  'https://boards.greenhouse.io/configure/dev_center/credentials',
  'https://harvest.greenhouse.io/configure/dev_center/credentials',
  'https://app.greenhouse.io/people/1',
  'https://app.greenhouse.io/configure/dev_centers',
  'chrome://extensions/configure/dev_center',
  'no address',
])('%s is not', (address) => {
  expect(isCredentialsPage(address)).toBe(false);
});
