// @vitest-environment happy-dom
/**
 * Every shape in which schema.org and the search engines document a person or a profile page, with fictional people: in JSON-LD,
 * in microdata and in RDFa, values as text, as things, as lists, by reference and within roles. Written by us; the structures are
 * those of the documented examples and of what site generators make of them (reference section 21).
 */
import { describe, expect, test } from 'vitest';

import { web } from '#lib/sites/web/web.ts';

import { readFinished } from './readers.ts';

const ADDRESS = 'https://jane.example/about';

const read = async (html: string, address = ADDRESS) => {
  const document = new DOMParser().parseFromString(`<!doctype html><html lang="en"><body><h1>A page</h1>${html}`, 'text/html');
  return readFinished(web, document, { patienceMs: 0, address: () => address });
};
const script = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const JANE = { '@context': 'https://schema.org', '@type': 'Person', name: 'Jane Varnholt' };
const jane = (more: object) => script({ ...JANE, ...more });

const shown = { fullName: 'Jane Varnholt', firstName: 'Jane', lastName: 'Varnholt' };

describe('a person in JSON-LD', () => {
  test.each<[string, string, object]>([
    [
      'with everything as text',
      jane({
        email: 'mailto:jane@varnholt.example',
        telephone: '+44 20 7946 0101',
        jobTitle: 'Professor',
        worksFor: 'Northwind College',
        address: 'Bergen, Norway',
        image: 'janedoe.jpg',
        url: 'http://www.jane.example',
        colleague: ['https://college.example/students/alice', 'https://college.example/students/bob'],
      }),
      {
        ...shown,
        title: 'Professor',
        company: 'Northwind College',
        location: 'Bergen, Norway',
        photoUrl: 'https://jane.example/janedoe.jpg',
        emails: [{ value: 'jane@varnholt.example', type: 'personal' }],
        phones: [{ value: '+44 20 7946 0101', type: 'other' }],
        links: [{ url: ADDRESS, kind: 'website' }],
      },
    ],
    [
      'with everything as things',
      jane({
        worksFor: { '@type': 'Organization', name: 'Northwind', url: 'https://northwind.example' },
        address: {
          '@type': 'PostalAddress',
          streetAddress: '20 Fjord Street',
          addressLocality: 'Bergen',
          addressRegion: 'Vestland',
          postalCode: '5003',
          addressCountry: { '@type': 'Country', name: 'Norway' },
        },
        image: { '@type': 'ImageObject', contentUrl: 'https://cdn.example/jane.jpg' },
        contactPoint: { '@type': 'ContactPoint', email: 'jane@varnholt.example', telephone: '+4755501234' },
        knowsLanguage: { '@type': 'Language', name: 'Norwegian', alternateName: 'no' },
      }),
      {
        company: 'Northwind',
        location: 'Bergen, Vestland, Norway',
        photoUrl: 'https://cdn.example/jane.jpg',
        emails: [{ value: 'jane@varnholt.example', type: 'personal' }],
        phones: [{ value: '+4755501234', type: 'other' }],
        languages: ['Norwegian'],
      },
    ],
    [
      'with everything as lists',
      jane({
        '@type': ['Person', 'Patient'],
        jobTitle: ['Data Engineer', 'Speaker'],
        worksFor: [
          { '@type': 'Organization', name: 'Northwind' },
          { '@type': 'Organization', name: 'Fjord Data' },
        ],
        email: ['mailto:jane@varnholt.example', 'j.varnholt@gmail.com'],
        sameAs: ['https://www.linkedin.com/in/jane-varnholt-fixture', 'https://github.com/jane-varnholt-fixture'],
        knowsLanguage: ['en', 'no'],
        alumniOf: [{ '@type': 'CollegeOrUniversity', name: 'University of Bergen' }, 'Lyngen School'],
        image: ['https://cdn.example/jane.jpg', 'https://cdn.example/wide.jpg'],
      }),
      {
        title: 'Data Engineer',
        company: 'Northwind',
        positions: [
          { company: 'Northwind', current: true },
          { company: 'Fjord Data', current: true },
        ],
        emails: [
          { value: 'jane@varnholt.example', type: 'personal' },
          { value: 'j.varnholt@gmail.com', type: 'personal' },
        ],
        education: [{ school: 'University of Bergen' }, { school: 'Lyngen School' }],
        languages: ['en', 'no'],
        photoUrl: 'https://cdn.example/jane.jpg',
      },
    ],
    [
      'by the parts of the name alone',
      script({
        '@type': 'Person',
        givenName: 'Maria José',
        additionalName: 'B.',
        familyName: 'García López',
        honorificPrefix: 'Dr',
        honorificSuffix: 'PhD',
      }),
      { firstName: 'Maria José', lastName: 'García López' },
    ],
    [
      'at an employer within a role',
      jane({
        worksFor: {
          '@type': 'OrganizationRole',
          roleName: 'Head of Data',
          startDate: '2019-04',
          worksFor: { '@type': 'Organization', name: 'Northwind' },
        },
      }),
      {
        title: 'Head of Data',
        company: 'Northwind',
        positions: [{ title: 'Head of Data', company: 'Northwind', start: '2019-04', current: true }],
      },
    ],
    [
      'whose last employer is a former one',
      jane({
        worksFor: [
          { '@type': 'EmployeeRole', roleName: 'Analyst', startDate: '2012', endDate: '2016', worksFor: { name: 'Old Mill' } },
          { '@type': 'EmployeeRole', roleName: 'Lead', startDate: '2016-05', worksFor: { name: 'Northwind' } },
        ],
      }),
      {
        title: 'Lead',
        company: 'Northwind',
        positions: [
          { title: 'Analyst', company: 'Old Mill', start: '2012', end: '2016' },
          { title: 'Lead', company: 'Northwind', start: '2016-05', current: true },
        ],
      },
    ],
    [
      'with the dates in a membership beside employer and school',
      jane({
        worksFor: [{ name: 'Northwind', member: { '@type': 'OrganizationRole', startDate: '2023-10' } }],
        alumniOf: [{ name: 'University of Bergen', member: { '@type': 'OrganizationRole', startDate: 2014, endDate: 2018 } }],
      }),
      {
        positions: [{ company: 'Northwind', start: '2023-10', current: true }],
        education: [{ school: 'University of Bergen', start: '2014', end: '2018' }],
      },
    ],
    [
      'that was at a school within a role',
      jane({
        alumniOf: {
          '@type': 'OrganizationRole',
          alumniOf: { '@type': 'CollegeOrUniversity', name: 'University of Bergen', sameAs: 'https://wiki.example/bergen' },
          startDate: '1999',
        },
      }),
      { education: [{ school: 'University of Bergen', start: '1999' }], links: [{ url: ADDRESS, kind: 'website' }] },
    ],
    [
      'with an occupation',
      jane({
        hasOccupation: {
          '@type': 'Occupation',
          name: 'Bridge Inspector',
          occupationLocation: { '@type': 'City', name: 'Oslo' },
          skills: 'Rope access, Ultrasound, Concrete',
        },
      }),
      { title: 'Bridge Inspector', skills: ['Rope access', 'Ultrasound', 'Concrete'] },
    ],
    [
      'with an occupation within a role',
      jane({
        hasOccupation: {
          '@type': 'Role',
          hasOccupation: { '@type': 'Occupation', name: 'Mayor' },
          startDate: '2011-01-20',
          endDate: '2015-01-20',
        },
      }),
      { positions: [{ title: 'Mayor', start: '2011-01', end: '2015-01' }] },
    ],
    [
      'with degrees and certificates',
      jane({
        hasCredential: [
          {
            '@type': 'EducationalOccupationalCredential',
            credentialCategory: 'degree',
            name: 'MSc Hydrology',
            recognizedBy: { '@type': 'CollegeOrUniversity', name: 'University of Bergen' },
          },
          { '@type': 'EducationalOccupationalCredential', credentialCategory: 'Certification', name: 'Scrum Master' },
        ],
      }),
      { education: [{ school: 'University of Bergen', degree: 'MSc Hydrology' }] },
    ],
    [
      'with a workplace beside a home',
      jane({
        homeLocation: {
          '@type': 'Place',
          name: 'Kochi, Kerala, India',
          address: { addressLocality: 'Kochi', addressCountry: 'IN' },
        },
        workLocation: 'Remote',
      }),
      { location: 'Kochi, IN' },
    ],
    [
      'with values that say their language and their list',
      script({
        '@type': 'Person',
        name: [{ '@value': 'Jane Varnholt', '@language': 'en' }],
        sameAs: { '@list': ['https://github.com/jane-varnholt-fixture'] },
        knowsAbout: { '@set': ['Hydrology', 'Dams'] },
      }),
      { ...shown, skills: ['Hydrology', 'Dams'] },
    ],
    [
      'in compact and in full terms',
      script({ '@type': 'http://schema.org/Person', 'schema:name': 'Jane Varnholt', 'https://schema.org/jobTitle': 'Pilot' }),
      { ...shown, title: 'Pilot' },
    ],
  ])('%s', async (_title, html, expected) => {
    expect((await read(html)).candidate).toMatchObject(expected);
  });
});

describe('a page in JSON-LD', () => {
  const graph = (...members: object[]) => script({ '@context': 'https://schema.org', '@graph': members });
  test.each<[string, string]>([
    [
      'that is a profile page',
      script({
        '@type': 'ProfilePage',
        dateCreated: '2024-12-23T12:34:00-05:00',
        mainEntity: {
          '@type': 'Person',
          name: 'Jane Varnholt',
          alternateName: 'janev',
          identifier: '123475623',
          interactionStatistic: [
            { '@type': 'InteractionCounter', interactionType: 'https://schema.org/FollowAction', userInteractionCount: 1 },
          ],
          description: 'Defender of Truth',
        },
      }),
    ],
    [
      'whose person is referred to',
      graph({ '@type': 'ProfilePage', mainEntity: { '@id': '#jane' } }, { ...JANE, '@id': '#jane' }),
    ],
    [
      'whose person is referred to in full, in another script',
      script({ '@type': 'ProfilePage', mainEntity: { '@id': 'https://jane.example/about#jane' } }) + jane({ '@id': '#jane' }),
    ],
    [
      'of a site generator: site, page and author refer to each other',
      graph(
        { '@type': 'WebSite', '@id': '/#website', name: 'Jane Varnholt', publisher: { '@id': '/#/schema/person/1' } },
        { '@type': 'WebPage', '@id': ADDRESS, isPartOf: { '@id': '/#website' }, about: { '@id': '/#/schema/person/1' } },
        {
          '@type': ['Person', 'Organization'],
          '@id': '/#/schema/person/1',
          name: 'Jane Varnholt',
          logo: { '@id': '/#/schema/person/1' },
        },
      ),
    ],
    ['in a list of things', script([{ '@type': 'BreadcrumbList', itemListElement: [] }, JANE, { '@type': 'SearchAction' }])],
    [
      'beside the person’s company and book',
      graph({ '@type': 'Organization', name: 'Northwind', founder: { name: 'John Roe', '@type': 'Person' } }, JANE, {
        '@type': 'Book',
        name: 'Dams',
        author: { '@type': 'Person', name: 'Jane Varnholt' },
      }),
    ],
    [
      'with colleagues, a spouse and children',
      jane({
        '@id': '#j',
        colleague: { '@type': 'Person', name: 'Alice Roe' },
        spouse: { '@type': 'Person', name: 'Bob Roe' },
        children: [{ '@type': 'Person', name: 'Tim Roe' }],
      }),
    ],
  ])('%s', async (_title, html) => {
    expect((await read(html)).candidate).toMatchObject(shown);
  });

  test('takes jobs from a list of roles beside the person', async () => {
    const role = (roleName: string, company: string, startDate: string, endDate?: string) => ({
      '@type': 'ListItem',
      item: { '@type': 'OrganizationRole', roleName, startDate, endDate, worksFor: { '@type': 'Organization', name: company } },
    });
    const list = {
      '@type': 'ItemList',
      name: 'Experience',
      itemListElement: [role('Lead', 'Northwind', '2021-02'), role('Analyst', 'Old Mill', '2016', '2021')],
    };
    const { candidate } = await read(jane({ worksFor: 'Northwind' }) + script(list));
    expect(candidate?.positions).toMatchObject([
      { title: 'Lead', company: 'Northwind', start: '2021-02', current: true },
      { title: 'Analyst', company: 'Old Mill', start: '2016', end: '2021' },
    ]);
  });

  test.each<[string, string]>([
    [
      'of an organisation with members in roles',
      script({ '@type': 'SportsTeam', name: 'Rovers', member: { '@type': 'OrganizationRole', roleName: 'Coach', member: JANE } }),
    ],
    [
      'of a board',
      script({
        '@type': 'AboutPage',
        mainEntity: { '@type': 'Organization', name: 'Chamber', employee: [JANE, { ...JANE, name: 'John Roe' }] },
      }),
    ],
    [
      'of a film with actors in roles',
      script({
        '@type': 'Movie',
        name: 'Dams',
        actor: { '@type': 'PerformanceRole', actor: JANE, characterName: 'The engineer' },
      }),
    ],
    ['of an event with performers', script({ '@type': 'Event', name: 'Talk', performer: JANE })],
    [
      'of a job',
      script({ '@type': 'JobPosting', title: 'Pilot', hiringOrganization: { '@type': 'Organization', name: 'Northwind' } }),
    ],
    [
      'of a list of people',
      script({
        '@type': 'ItemList',
        itemListElement: [
          { '@type': 'ListItem', item: JANE },
          { '@type': 'ListItem', item: { ...JANE, name: 'John Roe' } },
        ],
      }),
    ],
    ['of a product with reviewers', script({ '@type': 'Product', name: 'Kayak', review: { '@type': 'Review', author: JANE } })],
  ])('%s is nobody’s', async (_title, html) => {
    expect((await read(html)).status).toBe('not-a-profile');
  });
});

/** The same page in the two grammars that are written into the elements. */
const marked = (html: string): [string, string][] => [
  ['microdata', html],
  [
    'RDFa',
    html
      .replaceAll(/itemscope itemtype="https:\/\/schema.org\/(\w+)"/g, 'vocab="https://schema.org/" typeof="$1"')
      .replaceAll('itemprop=', 'property=')
      .replaceAll('itemid=', 'resource='),
  ],
];

describe('a person in elements', () => {
  test.each(
    marked(`<div itemscope itemtype="https://schema.org/Person" itemid="#jane">
      <span itemprop="name">Jane Varnholt</span> <img src="jane.jpg" itemprop="image" alt="Photo of Jane">
      <span itemprop="jobTitle">Professor</span>
      <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
        <span itemprop="streetAddress">20 Fjord Street</span> <span itemprop="addressLocality">Bergen</span>,
        <span itemprop="addressRegion">Vestland</span> <span itemprop="postalCode">5003</span></div>
      <span itemprop="telephone">+44 20 7946 0101</span> <a href="mailto:jane@varnholt.example" itemprop="email">write to me</a>
      <p itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><a itemprop="url" href="https://northwind.example"><span itemprop="name">Northwind</span></a>
        <span itemprop="founder" itemscope itemtype="https://schema.org/Person"><span itemprop="name">John Roe</span> <a itemprop="email" href="mailto:john@northwind.example">x</a></span></p>
      Jane’s home page: <a href="https://varnholt.example" itemprop="url">varnholt.example</a>
      Students: <a href="https://college.example/alice" itemprop="colleague">Alice Roe</a>
      <link itemprop="sameAs" href="https://github.com/jane-varnholt-fixture"><meta itemprop="knowsLanguage" content="Norwegian">
      <p itemprop="alumniOf" itemscope itemtype="https://schema.org/OrganizationRole"><span itemprop="alumniOf" itemscope itemtype="https://schema.org/CollegeOrUniversity"><b itemprop="name">University of Bergen</b></span>
        since <time itemprop="startDate" datetime="1999-09">autumn 1999</time></p>
    </div>`),
  )('with nested things in %s', async (_grammar, html) => {
    const { candidate } = await read(html);
    expect(candidate).toMatchObject({
      ...shown,
      title: 'Professor',
      company: 'Northwind',
      location: 'Bergen, Vestland',
      photoUrl: 'https://jane.example/jane.jpg',
      emails: [{ value: 'jane@varnholt.example', type: 'personal' }],
      phones: [{ value: '+44 20 7946 0101', type: 'other' }],
      languages: ['Norwegian'],
      education: [{ school: 'University of Bergen', start: '1999-09' }],
    });
    expect(candidate?.links.map(({ url }) => url)).toEqual([
      ADDRESS,
      'https://github.com/jane-varnholt-fixture',
      'https://varnholt.example/',
    ]);
  });

  test('with properties elsewhere on the page, by itemref', async () => {
    const { candidate } =
      await read(`<p id="job">I am a <b itemprop="jobTitle">Pilot</b>.</p><footer id="mail"><a itemprop="email" href="mailto:jane@varnholt.example">mail</a></footer>
      <h1 itemscope itemtype="https://schema.org/Person" itemref="job mail nowhere"><span itemprop="name">Jane Varnholt</span></h1>`);
    expect(candidate).toMatchObject({ ...shown, title: 'Pilot', emails: [{ value: 'jane@varnholt.example', type: 'personal' }] });
  });

  test('with a value for machines beside the words for people', async () => {
    const { candidate } =
      await read(`<div itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="Jane Varnholt">
      <data itemprop="jobTitle" value="Pilot">flies</data><span itemprop="telephone" content="+442079460101">call me</span></div>`);
    expect(candidate).toMatchObject({ ...shown, title: 'Pilot', phones: [{ value: '+442079460101', type: 'other' }] });
  });

  test('among the people of a team is nobody', async () => {
    for (const [, html] of marked(
      ['Jane Varnholt', 'John Roe']
        .map((name) => `<div itemscope itemtype="https://schema.org/Person"><h2 itemprop="name">${name}</h2></div>`)
        .join(''),
    ))
      expect((await read(html)).status).toBe('not-a-profile');
  });
});
