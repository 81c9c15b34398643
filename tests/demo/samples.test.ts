import { expect, test } from 'vitest';

import { dressed } from './dress.ts';
import { leadingSample, nobodies, people, samples } from './samples.ts';
import { startPage } from './start-page.ts';

const all = samples();

test('no two samples are served at one address', () => {
  const addresses = [...people(all), ...nobodies(all)].map(({ url }) => {
    const { host, pathname } = new URL(url);
    return decodeURI(host + pathname)
      .toLowerCase()
      .replace(/\/$/, '');
  });
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('the unattended run exports somebody with an email address from LinkedIn', () => {
  const { site, reading } = leadingSample(people(all));
  expect(site).toBe('linkedin');
  expect(reading.candidate?.emails).not.toEqual([]);
});

test('the look of the demo adds a stylesheet to a sample and changes nothing else', () => {
  for (const sample of people(all)) {
    expect(dressed(sample).html.replace(/<style>[^<]*<\/style>(?=<\/head>)/, '')).toBe(sample.html);
  }
});

test('the start page links to every person, and a name is text on it', () => {
  const [person] = people(all);
  if (!person?.reading.candidate) throw new Error('no sample');
  const odd = { ...person, reading: { ...person.reading, candidate: { ...person.reading.candidate, fullName: '<img src=x>' } } };
  const html = startPage([...people(all), odd], []);
  expect(html).not.toContain('<img');
  for (const { url } of people(all)) expect(html).toContain(url.replaceAll('&', '&#38;'));
});
