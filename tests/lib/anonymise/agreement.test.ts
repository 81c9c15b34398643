// @vitest-environment happy-dom
/** What belongs together on a page still does on the anonymised one: readers hold names against addresses. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';

import { anonymise } from '#lib/anonymise/anonymise.ts';

const made = (body: string, names: string[] = []): Document => {
  const page = new DOMParser().parseFromString(`<!doctype html><html><head></head><body>${body}</body></html>`, 'text/html');
  const { html } = anonymise(page, { address: 'https://www.xing.com/profile/Joerg_Mueller12', names });
  return new DOMParser().parseFromString(html, 'text/html');
};
const texts = (document: Document, selector: string): string[] =>
  Array.from(document.querySelectorAll(selector), (element) => element.textContent ?? '');
const hrefs = (document: Document): string[] =>
  Array.from(document.querySelectorAll('a'), (anchor) => anchor.getAttribute('href') ?? '');

const plain = (text: string): string =>
  text
    .replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD')[0]}e`)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

describe('agree', () => {
  test('a name with umlauts, its address without, and the counter behind it', () => {
    const page = made('<h1>Jörg Müller</h1><a href="/profile/Joerg_Mueller12">x</a><a href="/profile/Joerg_Mueller">x</a>');
    const [name = ''] = texts(page, 'h1');
    expect(hrefs(page)).toEqual([`/profile/${plain(name).replace(' ', '_')}12`, `/profile/${plain(name).replace(' ', '_')}`]);
    expect(name).not.toMatch(/J[öo]r|M[üu]l/);
  });

  test('a name that is a host, in an address and in a text', () => {
    const page = made('<a href="/profile/ane.berg.example">x</a><p>@ane.berg.example</p><i>ane.berg.example</i>');
    const [handle = ''] = hrefs(page).map((href) => href.split('/').at(-1));
    expect(texts(page, 'p')).toEqual([`@${handle}`]);
    expect(texts(page, 'i')).toEqual([handle]);
  });

  test('a handle with its server, which stays', () => {
    const page = made('<a href="/@ane_berg@mas.to">x</a><p>@ane_berg@mas.to</p>');
    expect(texts(page, 'p')).toEqual(hrefs(page).map((href) => href.slice(1)));
    expect(hrefs(page)[0]).toMatch(/^\/@\w+@mas\.to$/);
  });

  test('a phone number with its country, however it is written, and it is one', () => {
    const page = made('<a href="tel:+4740000123">x</a><p>+47 400 00 123</p>');
    const [number = ''] = hrefs(page).map((href) => href.slice(4));
    expect(texts(page, 'p')[0]?.replaceAll(' ', '')).toBe(number);
    expect(parsePhoneNumberFromString(number)?.isValid()).toBe(true);
    expect(number).not.toMatch(/40000123/);
  });
});

test('titles stay in front of a name, and a phrase of a site goes as soon as somebody’s name is in it', () => {
  expect(texts(made('<h1>Dr. Ane Berg</h1>', ['Dr. Ane Berg']), 'h1')[0]).toMatch(/^Dr\. \p{Lu}/u);
  expect(texts(made('<h1>Just a moment</h1>'), 'h1')).toEqual(['Just a moment']);
  expect(texts(made('<h1>Just a moment</h1>', ['Just Moment']), 'h1')[0]).not.toMatch(/just|moment/i);
});
