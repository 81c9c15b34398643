import { expect, test } from 'vitest';

import { patternsFor, siteFor } from '#lib/sites/list.ts';

test.each([
  ['https://www.linkedin.com/in/mira-okafor-fixture/', 'linkedin'],
  ['https://linkedin.com/in/mira-okafor-fixture', 'linkedin'],
  ['https://de.linkedin.com/in/mira-okafor-fixture', 'linkedin'],
  ['https://github.com/mira-fixture', 'github'],
  ['https://gist.github.com/mira-fixture', 'web'],
  ['https://linkedin.com.evil.example/in/mira', 'web'],
  ['https://notlinkedin.com/in/mira', 'web'],
  ['https://evil.example/https://www.linkedin.com/in/mira', 'web'],
  ['https://mira.okafor.example/', 'web'],
  ['http://mira.okafor.example/', 'web'],
  ['chrome://extensions/', undefined],
  ['file:///home/mira/cv.html', undefined],
  ['chrome-extension://abc/options.html', undefined],
  ['about:blank', undefined],
  ['not an address', undefined],
])('%s is read by %s', (address, id) => {
  expect(siteFor(address)?.id).toBe(id);
});

test('a known site is asked for as a whole, any other page by its own host only', () => {
  expect(patternsFor('https://de.linkedin.com/in/mira')).toEqual(['https://*.linkedin.com/*']);
  expect(patternsFor('https://mira.okafor.example:8443/about?x=1')).toEqual(['https://mira.okafor.example/*']);
  expect(patternsFor('chrome://extensions/')).toEqual([]);
});
