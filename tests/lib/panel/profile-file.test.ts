import { beforeEach, expect, test } from 'vitest';

import { draftOf, withText } from '#lib/panel/draft.ts';
import { profileFile } from '#lib/panel/profile-file.ts';

import { speakEnglish } from '../../components/english.ts';
import { NOW, readingOf } from './people.ts';

beforeEach(speakEnglish);

const ID = '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b01';
const ABOUT =
  'As the recruiter saw it in Gleaner when they exported the person. In brackets, where it was found: “yours” is what the recruiter typed, “you showed it” what they pointed at.';
const fileOf = (reading: ReturnType<typeof readingOf>) => profileFile(draftOf(reading, reading.externalId ?? '', ID), NOW);

test('a page that says little makes a short file, with nothing empty in it', () => {
  const sparse = readingOf('bo-fixture', { firstName: 'Bo', lastName: 'Ek', title: null, company: '', emails: [] });
  expect(fileOf(sparse)).toEqual({
    title: 'Profile on LinkedIn, May 4, 2026',
    text: `Profile on LinkedIn, May 4, 2026
https://www.linkedin.com/in/bo-fixture
${ABOUT}

Bo Ek (page)
`,
  });
});

test('everything that the panel shows is in it, each part with where it came from', () => {
  const rich = readingOf(
    'mira-okafor-fixture',
    {
      headline: 'Keeps things running',
      location: 'Utrecht, Netherlands',
      phones: [{ value: '+31 20 555 01 23', type: 'mobile' }],
      links: [{ url: 'https://mira.example/', kind: 'website' }],
      positions: [
        {
          title: 'Site Reliability Engineer',
          company: 'Quayside',
          start: '2021-07',
          current: true,
          location: 'Utrecht',
          description: 'On call.\nWrote the pager.',
        },
        { title: 'Operator', company: 'Harbour', start: '2018', end: '2021' },
        { title: 'Volunteer' },
      ],
      education: [{ school: 'Universität Tannenau', degree: 'Master’s Degree', field: 'Forestry', start: '2014', end: '2016' }],
      skills: ['Linux', 'Sailing'],
      languages: ['Dutch'],
    },
    {
      evidence: {
        firstName: { from: 'landmark', confidence: 0.95 },
        title: { from: 'headline', confidence: 0.5 },
        emails: { from: 'text', confidence: 0.9 },
        'links/https://mira.example/': { from: 'landmark', confidence: 0.9, page: 'https://github.com/mira-fixture' },
        positions: { from: 'embedded', confidence: 1 },
      },
    },
  );
  const draft = withText(draftOf(rich, 'linkedin:mira-okafor-fixture', ID), 'company', 'Quayside Harbours');
  expect(profileFile(draft, NOW).text).toBe(`Profile on LinkedIn, May 4, 2026
https://www.linkedin.com/in/mira-okafor-fixture
${ABOUT}

Mira Okafor (page)
Headline: Keeps things running
Title: Site Reliability Engineer (Uncertain: from headline)
Company: Quayside Harbours (yours)
Location: Utrecht, Netherlands

Emails (page text)
- mira@okafor.example

Phones
- +31 20 555 01 23

Positions (page data)
- Site Reliability Engineer, Quayside, since 2021-07
  Utrecht
  On call.
  Wrote the pager.
- Operator, Harbour, 2018 – 2021
- Volunteer

Education
- Universität Tannenau, Master’s Degree, Forestry, 2014 – 2016

Skills
- Linux
- Sailing

Languages
- Dutch

Links
- https://mira.example/ (GitHub)
`);
});

test('of several pages each is named', () => {
  const reading = readingOf('mira-okafor-fixture', {}, { site: 'web', url: 'https://mira.example/about' });
  const other = readingOf('mira', {}, { site: 'github', url: 'https://github.com/mira-fixture' });
  const draft = { ...draftOf(reading, 'web:mira', ID), pages: [reading, other] };
  const { title, text } = profileFile(draft, NOW);
  expect(title).toBe('Profile on mira.example, May 4, 2026');
  expect(text).toContain('\nhttps://mira.example/about\nhttps://github.com/mira-fixture\n');
});
