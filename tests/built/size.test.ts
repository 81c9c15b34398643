/**
 * How much a recruiter downloads, and how much the browser must parse before a panel is shown or a page is read. Bounds are
 * of gzip -9, in bytes; a bound is raised on purpose, in a commit that says what for. (`.size-limit.json` bounds what one file
 * name can say; here imports are followed.)
 */
import { deflateRawSync, gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { ANY_PAGE, READ_PAGE, readerEntries } from '#lib/sites/list.ts';

import { built } from './folder.ts';
import { lazyFrom, loadedBy } from './graph.ts';

/** With the script that reads by it. */
const READER = 12_000;
/** It knows every vocabulary there is, and software that stands on hosts of its own. */
const ANY_READER = 20_000;
const PAGE_BUTTON = 3_000;
/** Finding the rows of a list, drawing beside them, and following the page. */
const PAGE_MARKS = 4_000;
/** Follows what recruiters and rule sets taught, after the reader. */
const READ_TAUGHT = 4_000;
/** The overlay, and finding lasting ways to what was pointed at. */
const TEACH = 10_000;
/** On a click, when a report of a changed page is made; two thirds of it are the words that may stay. */
const ANONYMISE = 20_000;
/**
 * A seventh is the outbox, half is who is in Greenhouse: the index and its filling, every site's addresses and what makes names and numbers comparable.
 * How quickly it answers out of sleep is held by `npm run bench -- index`.
 */
const WORKER = 100_500;
const PANEL = 46_500;
/** Opened rarely: connecting, the check-up, vault and sites. */
const OPTIONS = 55_000;
const ZIP = 497_500;

/** What the panel loads once somebody needs it, by the chunk's name without its hash. */
const LAZY: Record<string, number> = {
  finish: 16_000, // dates and addresses of a reading put in order
  'finish-name': 14_000, // what tells the parts of a name, in forty cultures
  'phone-numbers': 20_000, // the numbering plans of the world, for a reading with a number in it
  'place-of': 5_000, // countries and states
  references: 12_000, // whose profile an address leads to, on every site
  drafts: 4_000, // what was begun with a person, and the ciphers it is sealed with
  somebody: 15_000, // all that is about the person on show, loaded while their page is read
  'after-press': 8_000, // how an export goes on, and where it stops; half of it shared with the queue
  locked: 2_500, // whether a passphrase is wanted
  passphrase: 6_000, // the vault, and what opens it
  defaults: 2_000, // what is filled in for somebody new
  policy: 1_200, // what an organisation has set
  // Parts that most people never show.
  'blind-spots': 2_500, // what could not be looked at
  'by-hand': 4_000, // searching Greenhouse
  along: 700, // what goes along with the person
  career: 1_000,
  connect: 1_000,
  'connect-ports': 6_000, // the vault, for a credential that is taken over
  credentials: 10_000, // beside Greenhouse's own page for credentials: most of what the settings page has for connecting
  'take-credential': 500,
  details: 3_600,
  teach: 4_500, // pointing at a value on the page
  teaching: 6_000, // what was pointed at, kept as a rule
  taught: 5_000, // what recruiters and rule sets taught, applied to a page
  merge: 3_000, // the same person read again, or on another page
  pages: 16_000, // the person's other pages: most of it the addresses of every site
  drift: 4_000, // that a site has changed
  'drift-report': 2_000,
  'job-list-reasons': 1_000,
  'more-jobs': 1_500,
  nobody: 2_500,
  people: 4_000, // beside a page that lists several, with what is known of each
  listed: 600, // asking about many at once
  'possible-matches': 2_000,
  'profile-file': 1_300, // the profile as a text, for those who attach it
  queue: 4_500, // the other exports, each with what it waits for
  choose: 2_000, // who is behind the question of one of them
  'is-there': 2_000, // who they are that a recruiter found by hand
  twice: 3_000, // both records of a person, and what becomes of them
  'another-job': 1_000, // in place of one that was closed
  'export-report': 1_500,
  told: 2_000,
  arrived: 2_050, // what was exported lately, for whoever opens it
  'undo-after': 2_500, // what of an export can be taken back, and what became of it
  unreadable: 700, // whether they are in Greenhouse of whom a damaged export was
};

const nameOf = (chunk: string): string => chunk.replace(/^chunks\//, '').replace(/-[\w-]{8}\.js$/, '');

describe.each(['chrome', 'firefox'] as const)('%s', (target) => {
  const extension = built(target);
  const gzipped = (path: string): number => gzipSync(extension.files.get(path) ?? '', { level: 9 }).length;
  const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + gzipped(path), 0);

  test.each(readerEntries())('the $id reader is quick to put into a page', ({ id, script }) => {
    const together = [script, READ_PAGE].map((file) => extension.files.get(file.slice(1)) ?? Buffer.alloc(0));
    const bytes = gzipSync(Buffer.concat(together), { level: 9 }).length;
    expect(bytes).toBeLessThanOrEqual(id === ANY_PAGE.id ? ANY_READER : READER);
  });

  test('what stands in pages is small', () => {
    expect(sum(loadedBy(extension, 'page-button.js'))).toBeLessThanOrEqual(PAGE_BUTTON);
    expect(sum(loadedBy(extension, 'page-marks.js'))).toBeLessThanOrEqual(PAGE_MARKS);
  });

  test('what applies taught rules, and what teaches them, is quick to put into a page', () => {
    expect(sum(loadedBy(extension, 'read-taught.js'))).toBeLessThanOrEqual(READ_TAUGHT);
    expect(sum(loadedBy(extension, 'teach.js'))).toBeLessThanOrEqual(TEACH);
  });

  test('what makes a report of a page is bounded', () => {
    expect(sum(loadedBy(extension, 'anonymise.js'))).toBeLessThanOrEqual(ANONYMISE);
  });

  test('the worker wakes up quickly', () => {
    // One file: each more is another way to the disk before anything can be answered.
    expect([...loadedBy(extension, 'background.js')]).toEqual(['background.js']);
    expect(gzipped('background.js')).toBeLessThanOrEqual(WORKER);
  });

  test('the worker loads nothing later: a service worker may not', () => {
    expect([...lazyFrom(extension, loadedBy(extension, 'background.js')).keys()]).toEqual([]);
  });

  test.each([
    ['sidepanel.html', PANEL],
    ['options.html', OPTIONS],
  ])('%s is there at once, styles and all', (page, bound) => {
    const loaded = loadedBy(extension, page);
    expect([...loaded].some((path) => path.endsWith('.css'))).toBe(true);
    expect(sum(loaded)).toBeLessThanOrEqual(bound);
  });

  test('what the panel loads later is named here, and bounded', () => {
    const sizes = [...lazyFrom(extension, loadedBy(extension, 'sidepanel.html'))].map(
      ([chunk, brings]) => [chunk, sum(brings)] as const,
    );
    for (const [chunk, size] of sizes) expect(size, chunk).toBeLessThanOrEqual(LAZY[nameOf(chunk)] ?? 0);
  });

  test('no script is built that nothing loads', () => {
    const entries = [
      'background.js',
      'sidepanel.html',
      'options.html',
      'page-button.js',
      'page-marks.js',
      'shown-credential.js',
      READ_PAGE.slice(1),
      'read-taught.js',
      'teach.js',
      'anonymise.js',
      ...readerEntries().map(({ script }) => script.slice(1)),
    ];
    const used = new Set(
      entries.flatMap((entry) => {
        const loaded = loadedBy(extension, entry);
        return [...loaded, ...[...lazyFrom(extension, loaded).values()].flatMap((brings) => [...brings])];
      }),
    );
    expect([...extension.files.keys()].filter((path) => /\.(?:js|css)$/.test(path) && !used.has(path))).toEqual([]);
  });

  test('the package for the store is small', () => {
    // A zip is its deflated files, and about 100 bytes of names and lengths for each.
    const packed = [...extension.files.values()].reduce(
      (total, bytes) => total + deflateRawSync(bytes, { level: 9 }).length + 100,
      0,
    );
    expect(packed).toBeLessThanOrEqual(ZIP);
  });
});
