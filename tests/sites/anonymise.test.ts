// @vitest-environment happy-dom
/**
 * Every case of every site as if it were somebody's real page: of the anonymised page nothing can be found that was there, and
 * the reader still reads it to the same shape. In whichever DOM this file is run.
 */
import { describe, expect, test } from 'vitest';

import { anonymise } from '#lib/anonymise/anonymise.ts';
import { isDateWord } from '#lib/anonymise/dates.ts';
import { namesOf } from '#lib/anonymise/names-of.ts';
import { isStructural } from '#lib/anonymise/markup.ts';
import { isLabelWord, isStructureWord } from '#lib/anonymise/words.ts';
import type { Reading } from '#lib/candidate/reading.ts';

import { caseDocument, caseUrl } from '../support/case-page.ts';
import { numbersIn, plain, spellings, traces } from '../support/traces.ts';
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

/** Hosts of sites, schemes, what our own cases end in, and what the browser calls elements. */
const ADDRESS_WORDS =
  /^(?:example|https?|com|org|net|social|linked|lnkd|git|hub|githubassets|licdn|bsky|ogp|gmpg|you|tube|kbd|textarea|twimg)$/;
const isLabel = (word: string): boolean => isLabelWord(word) || isDateWord(word) || isPresent(word) || ADDRESS_WORDS.test(word);
const mayStay = (word: string): boolean => isLabel(word) || isStructureWord(word) || isStructural(word);

describe.each(cases)('$site / $name', ({ site, html, url }) => {
  test('nothing of the page can be found in what is left of it', async () => {
    const made = await anonymised(site, html, url);
    // The case as the DOM has it: what the parser dropped was never on the page.
    const before = spellings(`${url} ${caseDocument(html).documentElement.outerHTML}`);
    const after = spellings(made.html);
    expect(traces(before, after, mayStay).join(' ')).toBe('');
    const numbers = numbersIn(after);
    expect([...numbersIn(before)].filter((number) => numbers.has(number)).join(' ')).toBe('');
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
      return texts.join(' ');
    };
    expect(traces(textOf(caseDocument(html)), textOf(made), isLabel).join(' ')).toBe('');
  });

  test('reads to the same shape', async () => {
    const made = await anonymised(site, html, url);
    expect(shapeOf(await read(site, made.html, made.address))).toEqual(shapeOf(await read(site, html, url)));
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
    .filter(([, one]) => presence(one))
    .map(([key]) => key)
    .toSorted();

/** All that a reading says but the values. */
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
    phones: candidate?.phones.length,
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
