// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import type { Candidate } from '#lib/candidate/schema.ts';
import { headIsStale, hereOf, isElsewhere } from '#lib/sites/web/address.ts';
import { web } from '#lib/sites/web/web.ts';

import { readFinished } from '../../sites/readers.ts';
import { caseDocument } from '../../support/case-page.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const standsAt = (address: string) => hereOf(parse(''), web.identify(new URL(address))!);
const read = (html: string, address = 'https://jane.example/') =>
  readFinished(web, caseDocument(html), { patienceMs: 0, address: () => address });
const candidate = async (html: string, address?: string): Promise<Candidate | undefined> =>
  (await read(html, address)).candidate ?? undefined;
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script><h1>A page</h1>`;

describe('the address of any page', () => {
  test.each([
    ['https://www.Jane.example/', 'jane.example', 'https://www.jane.example/'],
    ['http://jane.example/index.html', 'jane.example', 'https://jane.example/'],
    ['https://jane.example/About/?utm_source=x#top', 'jane.example/About', 'https://jane.example/About'],
    ['https://jane.example/?lang=en', 'jane.example', 'https://jane.example/'],
    ['https://uni.example/staff.php?id=7&tab=papers', 'uni.example/staff.php?id=7', 'https://uni.example/staff.php?id=7'],
    ['https://uni.example:8443/~jane/', 'uni.example:8443/~jane', 'https://uni.example:8443/~jane'],
  ])('%s', (address, handle, url) => {
    expect(web.identify(new URL(address))).toEqual({ site: 'web', handle, url });
  });

  test.each(['file:///home/cv.html', 'about:blank', 'chrome://settings/', 'data:text/html,x'])('is not %s', (address) => {
    expect(web.identify(new URL(address))).toBeUndefined();
  });

  const page = standsAt('https://net.example/users/alice');
  test.each([
    ['https://net.example/users/bob', true],
    ['https://net.example/en/users/alice', false],
    ['https://net.example/users/alice/photos', false],
    ['https://net.example/', false],
    ['https://www.net.example/users/alice/', false],
    ['https://other.example/users/bob', false],
  ])('%s is about somebody else: %s', (href, elsewhere) => {
    expect(isElsewhere(href, page)).toBe(elsewhere);
  });

  test('another id in the query is another person', () => {
    const scholar = standsAt('https://papers.example/citations?user=A');
    expect(isElsewhere('https://papers.example/citations?user=B', scholar)).toBe(true);
    expect(headIsStale(parse('<link rel="canonical" href="/citations?user=B">'), scholar)).toBe(true);
    expect(headIsStale(parse('<link rel="canonical" href="/citations?user=A">'), scholar)).toBe(false);
  });
});

describe('A user name in the head', () => {
  test.each([
    ['https://net.example/users/bob', 'alice', true],
    ['https://net.example/@bob', '@alice@net.example', true],
    ['https://net.example/users/alice', 'Alice', false],
    ['https://net.example/users/12345/alice', 'alice', false],
    ['https://net.example/users/12345', 'alice', false],
    ['https://alice.example/about', 'alicem', false],
  ])('at %s, %s is the head of another page: %s', (href, username, stale) => {
    expect(headIsStale(parse(`<meta property="profile:username" content="${username}">`), standsAt(href))).toBe(stale);
  });
});

describe('JSON-LD', () => {
  test('that refers in a circle is read', async () => {
    const person = {
      '@type': 'Person',
      '@id': '#me',
      name: 'Jane Doe',
      knows: { '@id': '#you' },
      mainEntityOfPage: { '@id': '#page' },
    };
    const you = { '@type': 'Person', '@id': '#you', name: 'Other Person', knows: { '@id': '#me' } };
    const page = { '@type': 'ProfilePage', '@id': '#page', mainEntity: { '@id': '#me' }, about: { '@id': '#page' } };
    expect(await candidate(jsonLd({ '@graph': [person, you, page] }))).toMatchObject({ fullName: 'Jane Doe' });
  });

  test('nested to no end is left alone', async () => {
    let deep: unknown = { '@type': 'Person', name: 'Deep Person' };
    for (let depth = 0; depth < 2000; depth += 1) deep = [deep];
    let graph: unknown = { '@type': 'Person', name: 'Deep Person' };
    for (let depth = 0; depth < 2000; depth += 1) graph = { '@type': 'Thing', about: graph };
    expect((await read(jsonLd(deep) + jsonLd(graph))).status).toBe('not-a-profile');
  });

  test('of two people under one careless id is not blended', async () => {
    const people = ['Jane Doe', 'John Roe'].map((name) => ({ '@type': 'Person', '@id': '#person', name }));
    expect((await read(jsonLd(people))).status).toBe('not-a-profile');
  });

  test('tells which of several people the page is about by the address', async () => {
    const people = ['jane', 'john'].map((name) => ({
      '@type': 'Person',
      name: `${name} doe`,
      url: `https://team.example/${name}`,
    }));
    expect(await candidate(jsonLd(people), 'https://team.example/john')).toMatchObject({ firstName: 'John' });
  });

  test.each([
    { '@type': 'Organization', name: 'Acme', founder: { '@type': 'Person', name: 'Jane Doe' } },
    { '@type': 'Book', name: 'A Book', author: { '@type': 'Person', name: 'Jane Doe' } },
    { '@type': 'QAPage', mainEntity: { '@type': 'Question', author: { '@type': 'Person', name: 'Jane Doe' } } },
    {
      '@type': 'Article',
      author: [
        { '@type': 'Person', name: 'Jane Doe' },
        { '@type': 'Person', name: 'John Roe' },
      ],
    },
  ])('of a page about something else is refused: %j', async (data) => {
    expect((await read(jsonLd(data))).status).toBe('not-a-profile');
  });

  test('prints entities and markup as the text that they are', async () => {
    const person = {
      '@type': 'Person',
      name: 'Niamh O&#39;Neil',
      jobTitle: 'R&amp;D',
      description: '<img src=x onerror=alert(1)>',
      image: 'javascript:alert(1)',
    };
    expect(await candidate(jsonLd(person))).toMatchObject({
      lastName: "O'Neil",
      title: 'R&D',
      headline: '<img src=x onerror=alert(1)>',
    });
    expect(await candidate(jsonLd(person))).not.toHaveProperty('photoUrl');
  });
});

describe('microdata', () => {
  test('that refers in a circle is read', async () => {
    const html = `<div id="a" itemscope itemtype="http://schema.org/Person" itemref="b"><span itemprop="name">Jane Doe</span></div>
      <div id="b"><div id="c" itemprop="knows" itemscope itemtype="http://schema.org/Person" itemref="a b c"><span itemprop="name">Other Person</span></div></div>`;
    expect(await candidate(html)).toMatchObject({ fullName: 'Jane Doe' });
  });
});

describe('a card', () => {
  test.each([
    [
      '<a class="h-card" href="/"><img src="/j.jpg" alt="Jane Doe"></a>',
      { fullName: 'Jane Doe', photoUrl: 'https://jane.example/j.jpg' },
    ],
    ['<span class="h-card"><a href="/">Jane Doe</a></span>', { fullName: 'Jane Doe' }],
    [
      '<div class="h-card"><a class="p-name u-url" href="/">Jane Doe</a><a class="p-org h-card" href="https://acme.example">Acme</a></div>',
      { fullName: 'Jane Doe', company: 'Acme' },
    ],
    [
      '<div class="h-card"><span class="p-given-name">Jane</span> <span class="p-family-name">van Dam Roe</span><a class="u-url" href="/">me</a></div>',
      { firstName: 'Jane', lastName: 'van Dam Roe' },
    ],
    [
      '<div class="vcard"><b class="fn">Jane Doe</b><span class="tel"><b class="value">+44 20 7946</b><b class="value">0000</b></span><a class="url" href="/">x</a></div>',
      { fullName: 'Jane Doe', phones: [{ value: '+44 20 7946 0000', type: 'other' }] },
    ],
    [
      '<div class="h-card"><abbr class="p-name" title="Jane Doe">JD</abbr><data class="p-job-title" value="Pilot">x</data><a class="u-url" href="/">x</a></div>',
      { fullName: 'Jane Doe', title: 'Pilot' },
    ],
  ])('is read by the rules: %s', async (html, expected) => {
    expect(await candidate(html)).toMatchObject(expected);
  });

  test('of somebody who is at home elsewhere is not the owner', async () => {
    expect((await read('<p>By <a class="h-card" href="https://friend.example/">A Friend</a></p>')).status).toBe('not-a-profile');
  });

  test('of a company is nobody', async () => {
    expect(
      (await read('<div class="vcard"><span class="fn org">Acme Sails</span><a class="url" href="/">x</a></div>')).status,
    ).toBe('not-a-profile');
  });
});

describe('a hostile page', () => {
  test.each([
    '<script type="application/ld+json">{"@type":"Person","name":"\\ud800","sameAs":["http://[","javascript:1"],"email":"\\udfff@x"}</script><p>text</p>',
    '<div class="h-card"><span class="p-name">\ud800 \udfff</span><a class="u-url" href="http://%">x</a><a class="u-email" href="mailto:%E0%A4%A">x</a></div>',
    '<link rel="canonical" href="http://["><meta property="og:type" content="profile"><meta property="og:image" content="//:">',
    `<div class="h-card"><span class="p-name">${'Jane '.repeat(50_000)}</span></div>`,
    `<a data-cfemail="${'zz'.repeat(100)}" rel="me" href="mailto:">x</a>`,
  ])('is answered: %#', async (html) => {
    expect(['not-a-profile', 'partial', 'complete']).toContain((await read(html)).status);
  });
});
