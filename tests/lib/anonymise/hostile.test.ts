// @vitest-environment happy-dom
/** A page made to keep secrets in every place that HTML has: none of them comes through, in whatever spelling. */
import { describe, expect, test } from 'vitest';

import { anonymise } from '#lib/anonymise/anonymise.ts';

import { spellings } from '../../support/traces.ts';

const SECRET = 'Quimbrel';
const EMAIL = 'quimbrel.vontash@zwickelfirma.test';
const PHONE = '+47 981 22 334';
const NUMBER = '7788123456';
const SECRETS = /quimbrel|vontash|zwickelfirma|98122334|981 22 334|7788123456|lerbmiuq/i;

const hex = (text: string): string => Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
const percent = (text: string): string => hex(text).replace(/../g, '%$&');
const entities = (text: string): string => Array.from(text, (letter) => `&#${letter.charCodeAt(0)};`).join('');
const escapes = (text: string): string =>
  Array.from(text, (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** The layout of LinkedIn's ids: the member number stands in it in the clear, for whoever knows. */
const memberId = (number: number): string => {
  const bytes = [
    0,
    0x2a,
    0,
    0,
    ...[24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256),
    1,
    ...Array.from({ length: 20 }, (_, at) => at * 7),
  ];
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};
const ID = memberId(778_812_345);

const PLACES: Record<string, string> = {
  text: `<p>${SECRET} Vontash</p>`,
  'text in upper case': `<p>${SECRET.toUpperCase()}</p>`,
  title: `<title>${SECRET} | LinkedIn</title>`,
  comment: `<!-- ${SECRET} ${EMAIL} -->`,
  attribute: `<p title="${SECRET}" aria-label="${SECRET}'s photo" alt="${SECRET}">x</p>`,
  class: `<p class="card ${SECRET} card--quimbrel quimbrelCard TopQuimbrel">x</p>`,
  id: `<p id="user-quimbrel-card">x</p>`,
  'name of an attribute': `<p data-quimbrel="1">x</p>`,
  'name of an element': `<quimbrel-card>x</quimbrel-card>`,
  'test id': `<p data-testid="profile_Card_quimbrel-vontash">x</p>`,
  'component key': `<p componentkey="com.card.refquimbrel-vontashTopcard">x</p><a href="/in/quimbrel-vontash/">x</a>`,
  'unknown attribute': `<p foo="${SECRET}" data-x="${EMAIL}" data-json='{"a":{"${SECRET}":["${EMAIL}",${NUMBER}]}}'>x</p>`,
  'broken JSON': `<p data-x='{"name":"${SECRET}",'>x</p>`,
  'JSON in JSON': `<p data-x='${JSON.stringify({ payload: JSON.stringify({ name: SECRET, mail: EMAIL }) })}'>x</p>`,
  'JSON with escapes': `<script type="application/json">{"n":"${escapes(SECRET)}"}</script>`,
  'JSON with entities': `<script type="application/ld+json">{"n":"${entities(SECRET)}"}</script>`,
  'broken JSON with escapes': `<script type="application/json">{"n":"${escapes(SECRET)}",}</script>`,
  'script that assigns': `<script>window.__STATE__ = {"n":"${SECRET}","id":${NUMBER}};</script>`,
  script: `<script>var who = "${SECRET}"; // ${EMAIL}</script>`,
  'script that pushes': `<script>Site.State.push({"n":"${SECRET}","m":{"id":${NUMBER}}});hello("${SECRET}")</script>`,
  'script that calls': `<script>Site.user.init({ userId: ${NUMBER}, quimbrel: 12 }); var a = "${SECRET}";</script>`,
  drawing: `<svg><path d="M8 1a5 ${NUMBER} ${SECRET}"></path><path d="${SECRET}"></path></svg>`,
  'file of a picture': `<img src="/p/${SECRET}-default.png"><img src="/p/default-${SECRET}.png"><p>${SECRET}.jpeg</p>`,
  'name that is a host': `<a href="https://bsky.app/profile/quimbrel.zwickelfirma.example">@quimbrel.zwickelfirma.example</a><a href="/@quimbrel@mas.to">@quimbrel@mas.to</a>`,
  'address of its own scheme': `<link href="at://quimbrel.bsky.social/x"><p>wss://quimbrel.mas.to/${SECRET}</p>`,
  'phrase of a site': `<p>Read writing from ${SECRET} on Medium. Every day, ${SECRET} and thousands</p>`,
  'text that is a path': `<p>/${SECRET}/${NUMBER}</p>`,
  style: `<style>.a::after{content:"${SECRET}"}</style><p style="background:url(https://a.test/${SECRET}.png);--n:'${SECRET}'">x</p>`,
  handler: `<p onclick="hello('${SECRET}')">x</p>`,
  srcdoc: `<iframe srcdoc="<p>${SECRET}</p>" src="https://x.test/?u=${SECRET}"></iframe>`,
  template: `<template><p>${SECRET}</p></template>`,
  noscript: `<noscript><img src="/p?u=${SECRET}"></noscript>`,
  form: `<input value="${SECRET}" placeholder="${SECRET}"><textarea>${EMAIL}</textarea><select><option value="${SECRET}">${SECRET}</option></select>`,
  meta: `<meta name="author" content="${SECRET}"><meta property="og:type" content="${SECRET}"><meta name="quimbrel" content="x">`,
  link: `<a href="https://www.linkedin.com/in/quimbrel-vontash?trk=${SECRET}#${SECRET}">x</a>`,
  'link, coded': `<a href="https://www.linkedin.com/in/${percent(SECRET)}">x</a>`,
  'link within a link': `<a href="https://www.linkedin.com/redir?url=https%3A%2F%2F${SECRET}.test%2F${percent(SECRET)}">x</a>`,
  'link, coded twice': `<a href="/go?u=${encodeURIComponent(percent(SECRET))}">x</a>`,
  host: `<a href="https://quimbrel.zwickelfirma.test/">x</a><a href="https://quimbrel.github.com/">x</a><a href="//user:quimbrel@x.test:8080/">x</a>`,
  script_link: `<a href="javascript:hello('${SECRET}')">x</a><a href="data:text/html,${SECRET}">x</a>`,
  'e-mail': `<p>${EMAIL}</p><a href="mailto:${EMAIL}?subject=${SECRET}">x</a>`,
  'e-mail in pieces': `<p>quimbrel<span>.vontash</span><b>@</b>zwickelfirma<i>.test</i></p>`,
  'e-mail in entities': `<p data-x="${entities(EMAIL).replaceAll('&', '&amp;')}">x</p>`,
  'e-mail protected': `<a class="__cf_email__" data-cfemail="00${hex(EMAIL)}" href="/cdn-cgi/l/email-protection#00${hex(EMAIL)}">x</a>`,
  phone: `<p>Call ${PHONE}</p><a href="tel:${PHONE.replaceAll(' ', '')}">x</a><p>981.22.334</p><p>(981) 22-334</p>`,
  'phone in pieces': `<p><span>981</span><span>22</span><span>334</span></p><p><b>981</b> <b>22</b> <b>334</b></p>`,
  number: `<p data-id="${NUMBER}" data-urn="urn:li:member:${NUMBER}">${NUMBER}</p><p>7,788,123,456</p>`,
  picture: `<img src="https://media.licdn.com/${SECRET}/${NUMBER}.jpg" srcset="/${SECRET}.png 1x, /b/${NUMBER}.png 2x" data-delayed-url="https://x.test/${SECRET}">`,
  'member id': `<p componentkey="com.card.ref${ID}Topcard" data-urn="urn:li:fsd_profile:${ID}">x</p><a href="/in/${ID}">x</a>`,
  'hexadecimal text': `<p data-x="${hex(SECRET)}">x</p>`,
  'codes of letters': `<p data-x="${Array.from(SECRET, (letter) => letter.charCodeAt(0)).join(',')}">x</p>`,
  base64: `<p data-x="${btoa(EMAIL)}">x</p>`,
  svg: `<svg><title>${SECRET}</title><text>${SECRET}</text><use href="#${SECRET}"></use></svg>`,
  microdata: `<div itemscope itemtype="https://schema.org/Person/${SECRET}" itemid="${SECRET}"><meta itemprop="name" content="${SECRET}"></div>`,
  'language of another script': `<p lang="${SECRET}">x</p>`,
};

const made = (body: string): string => {
  const document = new DOMParser().parseFromString(`<!doctype html><html><head></head><body>${body}</body></html>`, 'text/html');
  return anonymise(document, { address: 'https://www.linkedin.com/in/somebody-else/' }).html;
};

/** Also as somebody would look who knows the tricks: joined, decoded, and turned back from codes. */
function everyReading(html: string): string {
  const all = spellings(html);
  const joined = all.replace(/<[^>]*>/g, '');
  const codes = all.replace(/(?:[\da-f]{2}){4,}/gi, (run) =>
    run.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))),
  );
  const decimal = all.replace(/(?:\d{2,3},){3,}\d{2,3}/g, (list) =>
    list
      .split(',')
      .map((code) => String.fromCharCode(Number(code)))
      .join(''),
  );
  const base64 = (all.match(/[A-Za-z\d+/]{12,}=*/g) ?? []).map((run) => atobOrNothing(run));
  return [all, joined, joined.replace(/\s/g, ''), codes, decimal, ...base64].join('\n');
}
function atobOrNothing(run: string): string {
  try {
    return atob(run);
  } catch {
    return '';
  }
}

describe('a secret', () => {
  test.each(Object.entries(PLACES))('in %s is gone', (_place, html) => {
    const source = new DOMParser().parseFromString(html, 'text/html');
    expect(source.documentElement.outerHTML.length).toBeGreaterThan(30);
    expect(everyReading(made(html))).not.toMatch(SECRETS);
    expect(made(html)).not.toContain(ID.slice(0, 12));
  });

  test('in all places at once is gone, and the page is still one', () => {
    const html = made(Object.values(PLACES).join('\n'));
    expect(everyReading(html)).not.toMatch(SECRETS);
    const again = new DOMParser().parseFromString(html, 'text/html');
    expect(again.querySelectorAll('p').length).toBeGreaterThan(20);
    expect(again.querySelectorAll('script:not([type])').length).toBe(4);
  });

  test('that is a word of interfaces is gone when it is in the name', () => {
    const document = new DOMParser().parseFromString(
      '<title>Summary Skills | LinkedIn</title><h1>Summary Skills</h1><h2>Experience</h2>',
      'text/html',
    );
    const html = anonymise(document, { address: 'https://www.linkedin.com/in/summary-skills/', names: ['Summary Skills'] }).html;
    expect(html).not.toMatch(/summary|skills/i);
    expect(html).toContain('<h2>Experience</h2>');
  });
});

describe('what stays the same', () => {
  const page = (body: string) => made(body);

  test('a name, its address, its labels and its data agree', () => {
    const html = page(
      '<h1>Zoë Quandt</h1><a href="/in/zoe-quandt-1a2b3c">x</a><a href="/in/zo%C3%AB-quandt">x</a><img alt="ZOË QUANDT"><script type="application/json">{"first":"Zoë"}</script>',
    );
    const [, first = '', last = ''] = /<h1>(\p{Lu}\p{Ll}{2}) (\p{Lu}\p{Ll}{5})<\/h1>/u.exec(html) ?? [];
    const plain = first.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    expect(html).toMatch(new RegExp(`href="/in/${plain}-${last.toLowerCase()}-\\w{6}"`));
    expect(decodeURIComponent(html)).toContain(`/in/${first.toLowerCase()}-${last.toLowerCase()}"`);
    expect(html).toContain(`alt="${first.toUpperCase()} ${last.toUpperCase()}"`);
    expect(html).toContain(`{"first":"${first}"}`);
  });

  test('dates are dates, earlier by the same number of years', () => {
    const html = page(
      '<p>Jul 2018 – Present · 3 yrs 2 mos</p><p>2013 - obecnie</p><time datetime="2018-07-24">24 July 2018</time><p>2019年3月 - 至今</p>',
    );
    const [, year = ''] = /<p>Jul (\d{4}) – Present · 3 yrs 2 mos<\/p>/.exec(html) ?? [];
    expect(Number(year)).toBeLessThan(2018);
    expect(html).toContain(`<p>${Number(year) - 5} - obecnie</p>`);
    expect(html).toMatch(new RegExp(`datetime="${year}-07-(?!24)\\d\\d"`));
    expect(html).toContain(`<p>${Number(year) + 1}年3月 - 至今</p>`);
  });

  test('a LinkedIn id keeps its layout, and its number agrees with the number elsewhere and is nobody’s', () => {
    const html = page(`<p componentkey="com.card.ref${ID}Topcard" data-member-id="778812345">urn:li:member:778812345</p>`);
    const id = /ref(AC\w[\w-]{36})Topcard/.exec(html)?.[1] ?? '';
    const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
    const number = [4, 5, 6, 7].reduce((sum, at) => sum * 256 + bytes.charCodeAt(at), 0);
    expect(id).toMatch(/^ACoAA/);
    expect(number).toBeGreaterThanOrEqual(4_000_000_000);
    expect(html).toContain(`data-member-id="${number}"`);
    expect(html).toContain(`urn:li:member:${number}`);
  });

  test('separators, case, length and script stay', () => {
    const html = page('<p>Acme GmbH · Ärztin | Ελένη – Иван: 王小明</p>');
    expect(/<p>(.*)<\/p>/.exec(html)?.[1]).toMatch(
      /^\p{Lu}\p{Ll}{3} \p{Lu}\p{Ll}\p{Ll}\p{Lu} · \p{Lu}\p{Ll}{5} \| \p{Script=Greek}{5} – \p{Script=Cyrillic}{4}: \p{Script=Han}{3}$/u,
    );
  });

  test('anchors within anchors stay apart, as a case writes them', () => {
    const document = new DOMParser().parseFromString('<a href="/x"><span></span></a>', 'text/html');
    document.querySelector('span')?.append(document.createElement('a'));
    expect(anonymise(document, { address: 'https://x.test/' }).html).toMatch(/<a [^>]*><span><x-a><\/x-a><\/span><\/a>/);
  });
});
