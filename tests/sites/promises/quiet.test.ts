// @vitest-environment happy-dom
/** Reading is looking: no network, no scrolling, no focus, no click, nothing stored, and no trace in the page's own objects. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { caseDocument } from '../../support/case-page.ts';
import { CASES } from '../all-cases.ts';
import { READERS, readFinished } from '../readers.ts';

/** By object, the verbs that a reader has no use for. */
const VERBS: readonly (readonly [object | undefined, readonly string[]])[] = [
  [globalThis, ['fetch', 'scrollTo', 'scrollBy', 'open', 'postMessage', 'requestIdleCallback', 'setInterval']],
  [globalThis.navigator, ['sendBeacon']],
  [globalThis.XMLHttpRequest?.prototype, ['open', 'send']],
  [
    globalThis.Element?.prototype,
    ['scrollIntoView', 'scrollTo', 'setAttribute', 'append', 'remove', 'attachShadow', 'insertAdjacentHTML'],
  ],
  [globalThis.HTMLElement?.prototype, ['click', 'focus', 'blur']],
  [globalThis.EventTarget?.prototype, ['dispatchEvent', 'addEventListener']],
  [globalThis.Storage?.prototype, ['getItem', 'setItem']],
];

let called: string[];

beforeEach(() => {
  called = [];
  for (const [owner, names] of VERBS) {
    for (const name of names) {
      if (owner && typeof Reflect.get(owner, name) === 'function')
        vi.spyOn(owner as Record<string, () => unknown>, name).mockImplementation(() => void called.push(name));
    }
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(CASES)('$site / $name', ({ site, html, url }) => {
  test('is read without doing anything', async () => {
    const document = caseDocument(html);
    called.length = 0;
    await readFinished(READERS[site]!, document, { patienceMs: 0, address: () => url });
    expect(called).toEqual([]);
  });
});

test('a reader that did something would be seen', () => {
  document.body.scrollIntoView();
  void globalThis.fetch('https://beacon.example/');
  expect(called).toEqual(expect.arrayContaining(['scrollIntoView', 'fetch']));
});
