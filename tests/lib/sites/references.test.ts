/** Every form that the address of a profile takes on the sites that we know, and what only looks like one. */
import { describe, expect, test } from 'vitest';

import { SITES } from '#lib/sites/list.ts';
import { referenceOf, sameReference } from '#lib/sites/references.ts';

const ID = 'ACoAAO5rKAABmPvT3qZbXcVnMlKjHgFdSaQwErT';
const SALES_ID = ID.replace('ACo', 'ACw');
const RECRUITER_ID = ID.replace('ACo', 'AEM');

/** By canonical address: the other spellings of the same profile. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'https://www.linkedin.com/in/jane-fixture/': [
    'https://www.linkedin.com/in/jane-fixture',
    'http://linkedin.com/in/jane-fixture/',
    'https://LinkedIn.com/in/Jane-Fixture/?trk=public&originalSubdomain=no',
    'https://no.linkedin.com/in/jane-fixture',
    'https://m.linkedin.com/in/jane-fixture/',
    'https://www.linkedin.com/in/jane-fixture/de',
    'https://www.linkedin.com/in/jane-fixture/zh-cn?locale=zh_CN',
    'https://www.linkedin.com/in/jane-fixture/details/experience/',
    'https://www.linkedin.com/in/jane-fixture/overlay/contact-info/',
    'https://www.linkedin.com/in/%6Aane-fixture/',
    'https://www.linkedin.com./in/jane-fixture/',
    'https://jane:secret@www.linkedin.com/in/jane-fixture/',
    'https://www.linkedin.com:443/in/jane-fixture/#top',
    'https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fjane-fixture%2F',
  ],
  'https://www.linkedin.com/in/%C5%82ukasz-fixture/': [
    'https://pl.linkedin.com/in/łukasz-fixture',
    'https://www.linkedin.com/in/%C5%81ukasz-fixture',
  ],
  'https://www.linkedin.com/in/jane-fixture-01200345/': ['https://www.linkedin.com/pub/jane-fixture/45/3/12'],
  [`https://www.linkedin.com/in/${ID}/`]: [
    `https://www.linkedin.com/in/${ID}?miniProfileUrn=x`,
    `https://www.linkedin.com/profile/view?id=${ID}`,
  ],
  [`https://www.linkedin.com/sales/lead/${SALES_ID}`]: [
    `https://www.linkedin.com/sales/lead/${SALES_ID},NAME_SEARCH,tok3`,
    `https://www.linkedin.com/sales/people/${SALES_ID},OUT_OF_NETWORK,tok3?_ntb=x`,
  ],
  [`https://www.linkedin.com/talent/profile/${RECRUITER_ID}`]: [
    `https://www.linkedin.com/talent/profile/${RECRUITER_ID}?project=1`,
    `https://www.linkedin.com/talent/hire/12/manage/all/profile/${RECRUITER_ID}`,
  ],
  'https://github.com/jane-fixture': [
    'https://github.com/Jane-Fixture?tab=repositories',
    'http://www.github.com/jane-fixture/',
    'https://GITHUB.com./jane-fixture',
  ],
  'https://gitlab.com/jane.fixture': ['https://gitlab.com/Jane.Fixture/', 'https://gitlab.com/users/jane.fixture/projects'],
  'https://codeberg.org/jane-fixture': ['https://codeberg.org/Jane-Fixture/'],
  'https://stackoverflow.com/users/4000000001': [
    'https://stackoverflow.com/users/4000000001/jane-fixture?tab=profile',
    'https://www.stackoverflow.com/users/4000000001/another-name',
    'https://stackoverflow.com/u/4000000001',
  ],
  'https://x.com/jane_fixture': [
    'https://twitter.com/Jane_Fixture?s=20',
    'https://mobile.twitter.com/jane_fixture',
    'https://x.com/jane_fixture/with_replies',
    'https://www.x.com/jane_fixture/media',
  ],
  'https://bsky.app/profile/jane-fixture.bsky.social': [
    'https://bsky.app/profile/Jane-Fixture.bsky.social',
    'https://bsky.app/profile/@jane-fixture.bsky.social',
  ],
  'https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx': ['https://bsky.app/profile/did%3Aplc%3Aabcdefghijklmnopqrstuvwx'],
  'https://medium.com/@jane-fixture': ['https://medium.com/@Jane-Fixture?source=x', 'https://www.medium.com/@jane-fixture/about'],
  'https://dev.to/jane_fixture': ['https://dev.to/Jane_Fixture', 'https://www.dev.to/jane_fixture/comments'],
  'https://huggingface.co/jane-fixture': ['https://huggingface.co/jane-fixture/models', 'https://hf.co/jane-fixture'],
  'https://www.kaggle.com/jane-fixture': ['https://kaggle.com/Jane-Fixture', 'https://www.kaggle.com/jane-fixture/code'],
  'https://orcid.org/0000-0002-1825-0097': [
    'http://www.orcid.org/0000-0002-1825-0097/',
    'https://orcid.org/0000-0002-1825-0097/print',
  ],
  'https://scholar.google.com/citations?user=JaneFixtureA': [
    'https://scholar.google.no/citations?hl=no&user=JaneFixtureA',
    'https://scholar.google.co.uk/citations?user=JaneFixtureA&hl=en&oi=ao',
  ],
  'https://www.researchgate.net/profile/Jane-Fixture': ['https://researchgate.net/profile/Jane-Fixture/research?ev=x'],
  'https://dribbble.com/jane-fixture': ['https://www.dribbble.com/Jane-Fixture/about'],
  'https://www.behance.net/jane-fixture': ['https://behance.net/Jane-Fixture'],
  'https://www.xing.com/profile/Jane_Fixture2': [
    'https://m.xing.com/profile/Jane_Fixture2',
    'https://xing.com/profile/Jane_Fixture2/cv',
  ],
  'https://wellfound.com/u/jane-fixture': ['https://angel.co/u/Jane-Fixture', 'https://www.wellfound.com/u/jane-fixture'],
  'https://social.example/@jane': [
    'https://social.example/@Jane',
    'https://elsewhere.example/@jane@social.example',
    'https://social.example/@jane/media',
  ],
};
const FORMS = Object.entries(SPELLINGS).flatMap(([canonical, forms]) =>
  [canonical, ...forms].map((form) => [form, canonical] as const),
);

/** No profile of anybody on a site that we know. */
const NOBODY = [
  // Look-alikes, and hosts that only carry the name of one.
  'https://linkedin.com.evil.example/in/jane-fixture',
  'https://notlinkedin.com/in/jane-fixture',
  'https://linkedin.com-in.example/in/jane-fixture',
  'https://www.linkedin.com@evil.example/in/jane-fixture',
  'https://evil.example/https://www.linkedin.com/in/jane-fixture',
  'https://evil.example/?u=https://www.linkedin.com/in/jane-fixture',
  'https://evil.example#https://www.linkedin.com/in/jane-fixture',
  'https://www.linkedin.com:8443/in/jane-fixture',
  'https://notgithub.com/jane-fixture',
  'https://github.com.evil.example/jane-fixture',
  'https://jane-fixture.github.com/',
  'https://gist.github.com/jane-fixture',
  'https://evil.example/github.com/jane-fixture',
  'https://x.com.evil.example/jane_fixture',
  'https://notx.com/jane_fixture',
  'https://bsky.app.evil.example/profile/jane.example',
  'https://stackoverflow.com.evil.example/users/1/jane',
  // Letters that only look the same.
  'https://www.l\u0456nkedin.com/in/jane-fixture',
  'https://g\u0456thub.com/jane-fixture',
  'https://\u0445.com/jane_fixture',
  'https://gitlab\u2024com.example/jane-fixture',
  // Pages of the sites themselves.
  'https://www.linkedin.com/in/',
  'https://www.linkedin.com/in/me/',
  'https://www.linkedin.com/company/acme',
  'https://www.linkedin.com/in/jane-fixture/recent-activity/all/',
  'https://www.linkedin.com/feed/',
  'https://www.linkedin.com/in/%E0%A4%A',
  'https://github.com/',
  'https://github.com/settings',
  'https://github.com/jane-fixture/a-repository',
  'https://github.com/orgs/acme/people',
  'https://gitlab.com/explore',
  'https://x.com/home',
  'https://x.com/i/lists/1',
  'https://x.com/jane_fixture/status/1',
  'https://bsky.app/search',
  'https://stackoverflow.com/questions/1',
  'https://dev.to/tags',
  'https://huggingface.co/models',
  'https://huggingface.co/jane-fixture/a-model',
  'https://orcid.org/0000-0002-1825-0098',
  'https://scholar.google.com/scholar?q=jane',
  'https://scholar.google.com.evil.example/citations?user=JaneFixtureA',
  'https://www.researchgate.net/publication/1_A_paper',
  'https://dribbble.com/shots/popular',
  'https://www.behance.net/search',
  'https://www.xing.com/companies/acme',
  'https://wellfound.com/company/acme',
  'https://www.kaggle.com/competitions',
  // Others who put an @ before a name.
  'https://www.youtube.com/@jane',
  'https://www.tiktok.com/@jane',
  'https://www.threads.net/@jane',
  'https://unsplash.com/@jane',
  // No pages at all.
  'mailto:jane@fixture.example',
  'javascript:location="https://github.com/jane-fixture"',
  'ftp://github.com/jane-fixture',
  'github.com/jane-fixture',
  '',
];

describe('an address', () => {
  test.each(FORMS)('%s leads to %s', (form, canonical) => {
    expect(referenceOf(form)?.url).toBe(canonical);
    expect(sameReference(form, canonical)).toBe(true);
  });

  test.each(NOBODY)('%s leads to nobody', (address) => {
    expect(referenceOf(address)).toBeUndefined();
    expect(sameReference(address, address)).toBe(false);
  });

  test('of one profile is none of another', () => {
    const canonical = Object.keys(SPELLINGS);
    for (const one of canonical)
      for (const other of canonical) expect(sameReference(one, other), `${one} ${other}`).toBe(one === other);
  });
});

test('every site with a reader is here', () => {
  const known = new Set(Object.keys(SPELLINGS).map((address) => referenceOf(address)?.site));
  expect(SITES.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});
