import { expect, test } from 'vitest';

import { patternsFor, readerFor, siteFor, siteOf } from '#lib/sites/list.ts';

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
  expect(patternsFor('https://scholar.google.de/citations?user=aaaaaaaaaaaa')).toEqual(['https://scholar.google.de/*']);
  expect(patternsFor('https://hachyderm.io/@mira')).toEqual(['https://hachyderm.io/*']);
  expect(patternsFor('chrome://extensions/')).toEqual([]);
});

test.each([
  ['https://www.linkedin.com/in/mira-okafor-fixture/', 'linkedin'],
  ['https://www.linkedin.com/in/talent/', 'linkedin'],
  ['https://www.linkedin.com/in/mira-okafor-fixture/details/skills/', 'linkedin-details'],
  ['https://www.linkedin.com/in/mira-okafor-fixture/overlay/contact-info/', 'linkedin'],
  ['https://www.linkedin.com/talent/profile/AEMAAx?trk=x', 'linkedin-recruiter'],
  ['https://www.linkedin.com/talent/hire/77001234/manage/all', 'linkedin-recruiter'],
  ['https://www.linkedin.com/recruiter/smartsearch', 'linkedin-recruiter'],
  ['https://www.linkedin.com/talentx/', 'linkedin'],
  ['https://www.linkedin.com/sales/lead/ACwAAx,NAME_SEARCH,abc', 'linkedin-sales'],
  ['https://www.linkedin.com/sales/search/people?query=x', 'linkedin-sales'],
  ['https://www.linkedin.com/salesforce', 'linkedin'],
  ['https://www.linkedin.com/search/results/people/?keywords=x', 'linkedin-people'],
  ['https://www.linkedin.com/search/results/all/?keywords=x', 'linkedin-people'],
  ['https://www.linkedin.com/mynetwork/invite-connect/connections/', 'linkedin-people'],
  ['https://www.linkedin.com/company/talwerk/people/', 'linkedin-people'],
  ['https://www.linkedin.com/school/talwerk/people', 'linkedin-people'],
  ['https://www.linkedin.com/company/talwerk/', 'linkedin'],
  ['https://www.linkedin.com/groups/123/members/', 'linkedin-people'],
  ['https://linkedin.com.evil.example/talent/profile/AEMAAx', 'web'],
  ['https://evil.example/talent/profile/AEMAAx', 'web'],
])('%s is read by the script of %s', (address, id) => {
  expect(readerFor(address)?.id).toBe(id);
  // Whatever the part, it is one site to allow.
  if (id.startsWith('linkedin')) expect(siteFor(address)?.id).toBe('linkedin');
});

test('a part is of its site', () => {
  expect(siteOf('linkedin-recruiter')?.label).toBe('LinkedIn');
  expect(siteOf('linkedin')?.label).toBe('LinkedIn');
  expect(siteOf('web')).toBeUndefined();
});
