// @vitest-environment happy-dom
/**
 * Every case of every site as if it were somebody's real page: of the anonymised page nothing can be found that was there, and
 * the reader still reads it to the same shape. In whichever DOM this file is run.
 */
import { describe, expect, test } from 'vitest';

import { anonymise } from '#lib/anonymise/anonymise.ts';
import { KNOWN_HOSTS } from '#lib/anonymise/hosts.ts';
import { LABEL_PHRASES } from '#lib/anonymise/label-phrases.ts';
import { isDateWord } from '#lib/anonymise/dates.ts';
import { namesOf } from '#lib/anonymise/names-of.ts';
import { isStructural } from '#lib/anonymise/markup.ts';
import { isLabelWord, isStructureWord } from '#lib/anonymise/words.ts';
import type { Reading } from '#lib/candidate/reading.ts';

import { caseDocument, caseUrl } from '../support/case-page.ts';
import { numbersIn, plain, spellings, traces } from '../support/traces.ts';

import { SITES } from '#lib/sites/list.ts';

import { READERS, readFinished } from './readers.ts';

const pages = import.meta.glob<string>('./*/*/page.html', { query: '?raw', import: 'default', eager: true });

const cases = Object.entries(pages).map(([path, html]) => {
  const [, site = '', name = ''] = path.split('/');
  return { site, name, html, url: caseUrl(html) };
});

const read = (site: string, html: string, url: string): Promise<Reading> =>
  readFinished(READERS[site]!, caseDocument(html), { patienceMs: 0, address: () => url });

const anonymised = async (site: string, html: string, url: string) =>
  anonymise(caseDocument(html), { address: url, names: namesOf(await read(site, html, url)) });

/** Schemes, what replaced hosts end in, and what the browser calls elements. */
const ADDRESS_WORDS = /^(?:example|https?|wss|use|kbd|bdi|tbody|textarea|void)$/;
const isLabel = (word: string): boolean =>
  isLabelWord(word) || isDateWord(word) || isPresent(word) || isCount(word) || ADDRESS_WORDS.test(word);
/** "1.2K". */
const isCount = (word: string): boolean => /^\d{1,3}[km]$/.test(word);
/** Sentences, hosts and names of sites stay as a whole; a word of them alone is looked for. */
const hosts = [...KNOWN_HOSTS].toSorted((one, other) => other.length - one.length);
const WHOLE = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:(?:(?:www|sandbox)\\.)?(?:${hosts.join('|').replaceAll('.', String.raw`\.`)})|${SITES.map(({ label }) => label).join('|')})(?![\\p{L}\\p{Nd}.-])|${LABEL_PHRASES}`,
  'giu',
);
const without = (text: string): string => text.replace(WHOLE, ' ');
const mayStay = (word: string): boolean => isLabel(word) || isStructureWord(word) || isStructural(word);

/** Cases whose anonymised page does not read to the same shape, each with what it is that must not stay. */
const OTHERWISE: ReadonlySet<string> = new Set([
  // Refused for a word of its name, and of a name no word stays.
  'dribbble/agency-by-its-name-refused',
  // Refused for what a shop says of itself, in words of its own.
  'web/instagram-brand-refused',
  'web/linktree-of-a-brand-refused',
  // Their invented telephone is no country's, and the other is one.
  'web/json-ld-broken-falls-back-to-h-card',
  'web/rel-me-only',
]);

describe.each(cases)('$site / $name', ({ site, name, html, url }) => {
  test('nothing of the page can be found in what is left of it', async () => {
    const made = await anonymised(site, html, url);
    // The case as the DOM has it: what the parser dropped was never on the page.
    const before = without(spellings(`${url} ${caseDocument(html).documentElement.outerHTML}`));
    const after = without(spellings(made.html));
    expect(traces(before, after, mayStay).join(' ')).toBe('');
    const numbers = numbersIn(after);
    expect([...numbersIn(before)].filter((number) => numbers.has(number) && !/^000[09]$/.test(number)).join(' ')).toBe('');
  });

  test('of what people read, labels stay and nothing else', async () => {
    const made = caseDocument((await anonymised(site, html, url)).html);
    const textOf = (document: Document) => {
      const texts: string[] = [document.title];
      const walk = (node: Node): void => {
        if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
        else if (!/^(?:script|style|template|noscript|code)$/.test((node as Element).localName ?? ''))
          node.childNodes.forEach(walk);
      };
      if (document.body) walk(document.body);
      return without(texts.join(' '));
    };
    expect(traces(textOf(caseDocument(html)), textOf(made), isLabel).join(' ')).toBe('');
  });

  test('reads to the same shape', async () => {
    const made = await anonymised(site, html, url);
    const [after, before] = [shapeOf(await read(site, made.html, made.address)), shapeOf(await read(site, html, url))];
    if (OTHERWISE.has(`${site}/${name}`)) expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
  });

  test('is the same when it is done again', async () => {
    const [one, other] = [await anonymised(site, html, url), await anonymised(site, html, url)];
    expect(other.html).toBe(one.html);
  });
});

/** "Present" in some language: behind the dash of a range. */
const isPresent = (word: string): boolean =>
  /^(?:present|heute|obecnie|teraz|actualidad|presente|heden)$/.test(word) || /[^\p{Script=Latin}]/u.test(word);

const presence = (value: unknown): unknown =>
  value === null || typeof value === 'boolean'
    ? value
    : typeof value === 'string'
      ? value.replace(/\d/g, '0').replace(/\p{L}+/gu, 'x').length > 0
      : value !== undefined;
const precision = (date: string | null | undefined): unknown => (typeof date === 'string' ? date.length : date);
const keysOf = (value: object | undefined): string[] =>
  Object.entries(value ?? {})
    .filter(([key, one]) => presence(one) && key !== 'place')
    .map(([key]) => key)
    .toSorted();

/** All that a reading says but the values, and but what only a real place can be: parsed into its parts. */
function shapeOf({ status, site, externalId, url, candidate, aliases, missing, evidence, people }: Reading) {
  return {
    status,
    site,
    prefix: externalId?.split(':')[0],
    host: url && new URL(url).protocol,
    aliases: aliases.map((alias) => alias.split(':')[0]),
    missing,
    evidence: keysOf(evidence).map((key) => plain(key).split('/')[0]),
    candidate: keysOf(candidate ?? undefined),
    emails: candidate?.emails.length,
    links: candidate?.links.length,
    positions: candidate?.positions.map(({ start, end, current, ...rest }) => [
      keysOf(rest),
      precision(start),
      precision(end),
      current,
    ]),
    education: candidate?.education.map(({ start, end, ...rest }) => [keysOf(rest), precision(start), precision(end)]),
    skills: candidate?.skills.length,
    languages: candidate?.languages.length,
    people: people?.map((person) => keysOf(person)),
  };
}
