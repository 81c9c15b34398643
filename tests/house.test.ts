/**
 * The rules of the house that types and lint cannot say. Each is here with its reason; an exception has a name and a reason
 * too, and an exception that nobody needs any more fails as well.
 */
import { describe, expect, test } from 'vitest';

import { ERROR_CODES } from '#lib/errors.ts';
import { PARTNER_PURPOSES, PURPOSES } from '#lib/options/purposes.ts';
import { adviceKey } from '#lib/panel/advice-table.ts';
import { readerEntries } from '#lib/sites/list.ts';

import texts from '../assets/public/_locales/en/messages.json';
import { READERS } from './sites/readers.ts';
import { CODE, found, read } from './support/own-code.ts';

interface Rule {
  title: string;
  code: RegExp;
  /** The folder that may. */
  home?: string;
  /** The folder that the rule is about, when it is not about all. */
  within?: string;
  because: string;
  /** Path → why it may as well. */
  except?: Record<string, string>;
}

const RULES: Rule[] = [
  {
    title: 'runtime messages are touched in lib/messages alone',
    code: /runtime\??\.(?:sendMessage|onMessage|connect|onConnect|sendNativeMessage|onMessageExternal)\b/,
    home: 'lib/messages/',
    because: 'there the sender is checked and both sides are parsed; a message sent around it is checked by nobody',
    except: {
      'entrypoints/page-button.ts': 'stands in web pages, where the table and its schemas would be most of its weight',
      'entrypoints/page-marks.ts': 'the same',
    },
  },
  {
    title: 'extension storage is touched in lib/storage alone',
    code: /storage\??\.(?:local|session|managed|sync)\b|\blocalStorage\b|\bsessionStorage\b/,
    home: 'lib/storage/',
    because: 'there every item has its schema, and what holds a person’s data is sealed',
    except: { 'entrypoints/background.ts': 'closes the storage to everything that stands in a page, and reads nothing' },
  },
  {
    title: 'the database is touched in lib/storage alone',
    code: /\bindexedDB\b|from 'idb'|\bcaches\.(?:open|match)/,
    home: 'lib/storage/',
    because: 'there every store is declared, with its version',
  },
  {
    title: 'the network is touched in lib/greenhouse alone',
    code: /from 'ky'|(?<![\w.])fetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|sendBeacon|\bWebTransport\b/,
    home: 'lib/greenhouse/',
    because: 'nobody but Greenhouse receives data',
  },
  {
    title: 'the page is never given markup',
    code: /\b(?:innerHTML|outerHTML)\s*[+]?=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|setHTMLUnsafe|createContextualFragment/,
    because: 'a name is whatever a page says, and may be `<img onerror>`: text stays text',
  },
  {
    title: 'a reader changes nothing in the page',
    code: /\.(?:append|prepend|appendChild|insertBefore|replaceChildren|replaceWith|remove|setAttribute|click|dispatchEvent|scroll\w*)\(/,
    within: 'lib/sites/',
    because: 'the page must not be able to tell that it was read',
  },
];

describe('layers', () => {
  test.each(RULES)('$title', ({ code, home, within = '', because, except = {} }) => {
    const bound = [...CODE].filter(([path]) => path.startsWith(within) && !(home && path.startsWith(home)));
    expect(bound.length).toBeGreaterThan(10);
    const breaking = bound.filter(([, text]) => code.test(text)).map(([path]) => path);
    expect(breaking, because).toEqual(Object.keys(except));
    // A pattern that finds nothing where the thing is done would find nothing elsewhere either.
    const atHome = [...CODE].filter(([path, text]) => home && path.startsWith(home) && code.test(text));
    if (home) expect(atHome).not.toEqual([]);
  });

  test('a file is one idea, of at most 250 lines', () => {
    const long = [...CODE.keys()].filter((path) => read(path).trimEnd().split('\n').length > 250);
    expect(long, 'what does not fit is two ideas').toEqual([]);
  });

  test('the worker registers every listener in its first turn', () => {
    const code = CODE.get('entrypoints/background.ts') ?? '';
    const main = code.slice(code.indexOf('main('));
    const beforeTheLast = main.slice(0, main.lastIndexOf('addListener'));
    const because = 'a listener added after a wait misses the event that woke the worker';
    expect(beforeTheLast.length, because).toBeGreaterThan(500);
    expect(code, because).not.toMatch(/async main|main: async/);
    // Waits of handlers are in functions of their own; the turn itself has none.
    expect(beforeTheLast.replaceAll(/async \([^)]*\) =>[^\n]*/g, ''), because).not.toMatch(/\bawait\b|\.then\(\(\) => \{/);
  });
});

/** Keys that are put together where they are shown: every family by all of its members, so that a dead one is still found. */
const COMPOSED = [
  ...ERROR_CODES.flatMap((code) => (['what', 'why', 'next'] as const).map((part) => adviceKey(code, part))),
  ...[...PURPOSES, ...PARTNER_PURPOSES, { purpose: 'other', need: 'recommended' }].flatMap(({ purpose, need }) => [
    `options_right_${purpose}`,
    ...(need === 'later' ? [] : [`options_without_${purpose}`]),
  ]),
  ...['blocked', 'moved', 'not_a_profile', 'not_ready'].flatMap((page) => [`panel_${page}_what`, `panel_${page}_next`]),
  ...['identity', 'note', 'tags', 'attachment'].flatMap((step) =>
    ['waiting', 'failed', 'unknown', 'skipped'].map((state) => `panel_${step}_${state}`),
  ),
  ...['public', 'private', 'admin_only'].map((visibility) => `panel_visibility_${visibility}`),
];

describe('texts', () => {
  const keys = Object.keys(texts);
  const code = [...CODE.values(), read('wxt.config.ts')].join('\n');
  const literals = new Set([
    ...[...code.matchAll(/['"`]([a-z]\w*)['"`]/g)].map(([, literal]) => literal ?? ''),
    ...[...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? ''),
  ]);
  const exists = (key: string): boolean => keys.includes(key) || (keys.includes(`${key}_one`) && keys.includes(`${key}_other`));

  test('every key that is put together exists', () => {
    expect(COMPOSED.filter((key) => !exists(key))).toEqual([]);
  });

  test('every key that is looked up by name exists', () => {
    const asked = [...code.matchAll(/\b(?:t|counted|getMessage)\(\s*'(\w+)'/g)].map(([, key]) => key ?? '');
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter((key) => !exists(key))).toEqual([]);
  });

  test('no key is left that nothing shows', () => {
    const used = new Set([...literals, ...COMPOSED]);
    const unused = keys.filter((key) => !used.has(key) && !used.has(key.replace(/_(?:one|other)$/, '')));
    expect(unused, 'a text that nobody sees is translated for nothing').toEqual([]);
  });

  test('a counted text has both of its forms', () => {
    const stems = keys.flatMap((key) => /^(.*)_(?:one)$/.exec(key)?.[1] ?? []);
    expect(stems.length).toBeGreaterThan(3);
    expect(stems.filter((stem) => !keys.includes(`${stem}_other`))).toEqual([]);
  });
});

/** Whatever the site: what reads by its reader, and what applies what was taught. */
const AFTER_A_READER = new Set(['entrypoints/read-page.ts', 'entrypoints/read-taught.ts']);

describe('sites', () => {
  test.each(readerEntries())('$id has a script, a reader, and enough pages to be trusted', ({ id, script }) => {
    expect(script).toBe(`/read-${id}.js`);
    expect(found(`entrypoints/read-${id}.ts`), 'its file, which is injected on a click').toHaveLength(1);
    expect(READERS[id]?.id, 'tests/sites/readers.ts runs the promises of every reader').toBe(id);
    expect(
      found(`tests/sites/${id}/*/candidate.json`).length,
      'one page is an accident, three are a layout',
    ).toBeGreaterThanOrEqual(3);
  });

  test('no reader and no script is left over', () => {
    const ids = readerEntries().map((site) => site.id);
    expect(Object.keys(READERS).toSorted()).toEqual(ids.toSorted());
    expect(
      found('entrypoints/read-*.ts')
        .filter((path) => !AFTER_A_READER.has(path))
        .toSorted(),
    ).toEqual(ids.map((id) => `entrypoints/read-${id}.ts`).toSorted());
  });
});
