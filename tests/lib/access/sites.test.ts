import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { allowed, allowedOrigins, ask, forget } from '#lib/access/sites.ts';

import { pretendScripting } from './scripting.ts';

let browser: ReturnType<typeof pretendScripting>;
beforeEach(() => {
  fakeBrowser.reset();
  browser = pretendScripting();
});

test('the browser is asked before anything else happens, in the turn of the click', () => {
  void ask(['https://github.com/*']);
  expect(browser.request).toHaveBeenCalledWith({ origins: ['https://github.com/*'] });
});

test('no patterns are allowed to nobody', async () => {
  expect(await allowed([])).toBe(false);
});

test('Greenhouse itself is no site that a recruiter allowed', async () => {
  browser.granted.add('https://people.example/*');
  expect(await allowedOrigins()).toEqual(['https://people.example/*']);
});

test('a forgotten site is allowed no more', async () => {
  await ask(['https://github.com/*']);
  await forget(['https://github.com/*']);
  expect(await allowed(['https://github.com/*'])).toBe(false);
});
