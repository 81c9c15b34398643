/** Pages that mean harm, or are merely enormous: each is answered in bounded time, and with a status. In the browser, where it counts. */
import { expect, test } from 'vitest';

import { web } from '#lib/sites/web/web.ts';

import { readFinished } from '../../sites/readers.ts';

/** Generous beside what is needed (a second or two), because the machine may be busy; hanging is not a matter of seconds. */
const AT_MOST_MS = 10_000;
const MEGABYTE = 1_000_000;

const parse = (html: string): Document => new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
const jsonLd = (source: string): string => `<script type="application/ld+json">${source}</script>`;
const filled = (row: string, bytes: number): string => row.repeat(Math.floor(bytes / row.length));
const numbered = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('');

const JANE = '<div class="h-card"><h1 class="p-name">Jane Varnholt</h1><a class="u-url u-uid" href="/">me</a></div>';
const PERSON = 'itemscope itemtype="https://schema.org/Person"';
const HERS = 'Jane Varnholt';
const NOBODY = undefined;

/** One element within another, deeper than any parser would nest them. */
function deep(levels: number): Document {
  const document = parse('<title>Jane Varnholt</title><h1>Jane Varnholt</h1>');
  let at: Element = document.body;
  for (let level = 0; level < levels; level += 1) {
    const inner = document.createElement('div');
    inner.className = 'h-card';
    inner.setAttribute('itemscope', '');
    inner.setAttribute('itemprop', 'knows');
    at.append(inner);
    at = inner;
  }
  at.textContent = 'jane [at] varnholt [dot] example';
  return document;
}

test.each<[string, () => Document, string | undefined]>([
  [
    'twenty megabytes of prose below a card',
    () => parse(JANE + filled('<p>Once I went to see a bridge at Lyngen, and wrote it down.</p>', 20 * MEGABYTE)),
    HERS,
  ],
  ['twenty megabytes in one text', () => parse(`${JANE}<p>${filled('jane at varnholt dot ', 20 * MEGABYTE)}</p>`), HERS],
  [
    'sixty thousand cards',
    () =>
      parse(
        numbered(
          60_000,
          (at) =>
            `<li class="h-card"><a class="p-name u-url" href="/p${at}">Person ${String.fromCodePoint(65 + (at % 26))}arnholt</a></li>`,
        ),
      ),
    NOBODY,
  ],
  [
    'twenty thousand cards with one and the same rel=me',
    () =>
      parse(
        numbered(
          20_000,
          (at) =>
            `<li class="h-card"><b class="p-name">Anna${'abcdefghij'[at % 10]} Roe</b><a rel="me" class="u-url" href="https://github.com/x-fixture">x</a></li>`,
        ),
      ),
    NOBODY,
  ],
  [
    'a hundred thousand rel=me',
    () => parse(JANE + numbered(100_000, (at) => `<a rel="me" href="https://a${at}.example/">x</a>`)),
    HERS,
  ],
  [
    'a hundred thousand addresses',
    () => parse(JANE + numbered(100_000, (at) => `<a href="mailto:a${at}@b.example">a${at}@b.example</a> `)),
    HERS,
  ],
  [
    'credits for a theme to no end',
    () =>
      parse(
        `<title>Jane Varnholt</title><h1>Jane Varnholt</h1><footer>${numbered(20_000, () => '<a href="https://github.com/theme-fixture">theme</a> powered by words and words ')}</footer>`,
      ),
    NOBODY,
  ],
  ['comments within comments', () => parse(`${JANE}${'<div class="comment">me at home dot example '.repeat(400)}`), HERS],
  ['cards within cards', () => parse('<div class="h-card"><b class="p-name">Jane Varnholt</b>'.repeat(400)), HERS],
  ['elements within elements, three thousand deep', () => deep(3000), NOBODY],
  [
    'a card of two hundred thousand values',
    () =>
      parse(
        `<div class="h-card"><h1 class="p-name">Jane Varnholt</h1>${'<i class="p-org tel value">x</i>'.repeat(200_000)}</div>`,
      ),
    HERS,
  ],
  [
    'scopes that refer to each other in circles',
    () =>
      parse(
        `<h1 ${PERSON} itemref="s0"><b itemprop="name">Jane Varnholt</b></h1>${numbered(300, (at) => `<div id="s${at}" itemprop="knows" ${PERSON} itemref="${numbered(300, (to) => `s${to} `)}"></div>`)}`,
      ),
    HERS,
  ],
  [
    'scopes that all refer to a large part of the page',
    () =>
      parse(
        `${numbered(3000, () => `<div itemscope itemref="all"></div>`)}<div id="all">${'<b itemprop="name">x</b>'.repeat(100_000)}</div>`,
      ),
    NOBODY,
  ],
  [
    'JSON-LD of nineteen megabytes',
    () =>
      parse(
        `${jsonLd(`{"@type":"Person","name":"Jane Varnholt","knows":[${filled('{"@type":"Person","name":"A"},', 19 * MEGABYTE)}0]}`)}${JANE}`,
      ),
    HERS,
  ],
  [
    'ten scripts of nearly two megabytes each',
    () => parse(jsonLd(`{"@type":"Thing","about":[${filled('{"name":"A"},', 1.9 * MEGABYTE)}0]}`).repeat(10) + JANE),
    HERS,
  ],
  [
    'JSON-LD of a hundred thousand people in one circle',
    () =>
      parse(
        `<p>x</p>${jsonLd(`[${numbered(20_000, (at) => `{"@type":"Person","@id":"#${at}","name":"A Roe${'abcdefghij'[at % 10]}","knows":{"@id":"#${(at + 1) % 20_000}"}},`)}{}]`)}`,
      ),
    NOBODY,
  ],
  [
    'JSON-LD a hundred thousand lists deep',
    () =>
      parse(
        `<p>x</p>${jsonLd(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)}${jsonLd(`${'{"@graph":'.repeat(50_000)}1${'}'.repeat(50_000)}`)}${JANE}`,
      ),
    HERS,
  ],
  [
    'JSON-LD of white space',
    () => parse(`${JANE}${jsonLd(`x${' '.repeat(1.9 * MEGABYTE)}x`)}${jsonLd(filled(', ', 1.9 * MEGABYTE))}`),
    HERS,
  ],
  [
    'JSON-LD of openings that never close',
    () =>
      parse(`${JANE}${['/*x', '// x\n', ',   ', '<!- ', '&quot;'].map((row) => jsonLd(filled(row, 1.9 * MEGABYTE))).join('')}`),
    HERS,
  ],
  [
    'lone surrogates everywhere',
    () =>
      parse(
        `<title>\udc00</title>${JANE.replace('me<', '\ud800<')}<a rel="me" href="https://\ud800.example">x</a><a href="mailto:\udfff@x.example">\ud83d</a>${jsonLd('{"@type":"Person","name":"\\ud800","sameAs":["\\udfff","http://["],"worksFor":{"name":"\\ud800"}}')}`,
      ),
    HERS,
  ],
  [
    'names of a megabyte',
    () =>
      parse(
        `<div class="h-card"><b class="p-name">${filled('“(', MEGABYTE)}</b></div><title>${filled('| ', MEGABYTE)}</title><h1>${filled('Jane ', MEGABYTE)}</h1>${jsonLd(JSON.stringify({ '@type': 'Person', name: filled('(“', MEGABYTE) }))}`,
      ),
    NOBODY,
  ],
])(
  '%s',
  async (_title, page, name) => {
    const document = page();
    const started = performance.now();
    const reading = await readFinished(web, document, { patienceMs: 0, address: () => 'https://jane.example/' });
    const took = performance.now() - started;
    expect(['complete', 'partial', 'not-a-profile', 'not-ready']).toContain(reading.status);
    expect(reading.candidate?.fullName).toBe(name);
    expect(took).toBeLessThan(AT_MOST_MS);
    // What is handed on stays of a size that a panel can show.
    expect(JSON.stringify(reading).length).toBeLessThan(100_000);
  },
  60_000,
);
