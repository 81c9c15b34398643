/**
 * What the worker's script does each time that it is woken, before it can hear what woke it: it is evaluated, and most of that once went
 * into schemas that nothing would be parsed with. How long it takes is measured by `npm run bench -- index`; what it builds is held here.
 */
import { createContext, runInContext } from 'node:vm';

import { expect, test } from 'vitest';

import { built } from './folder.ts';

/** Fields of an object are built when it is first parsed with, where its schema says `lazyObject`; without it there were 1,086. */
const SCHEMAS = 470;

/** It has whatever is asked of it and can be called with anything; waited for, it never comes. */
const anything: unknown = new Proxy(() => anything, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : anything),
  construct: () => anything as object,
  set: () => true,
});

/** Of a database that never opens. */
class Unanswered {
  addEventListener() {}
}
const WEB = { AbortController, FormData, Headers, ReadableStream, Request, Response, TextDecoder, TextEncoder, URL };
const INDEXED_DB = ['Database', 'ObjectStore', 'Index', 'Cursor', 'Transaction', 'Request'];

/** How many schemas a script builds while it is evaluated, in a browser that never answers. */
function schemasBuiltBy(script: string): number {
  let schemas = 0;
  const context = createContext({
    browser: anything,
    chrome: anything,
    indexedDB: { open: () => new Unanswered() },
    navigator: anything,
    crypto,
    fetch: () => new Promise(() => undefined),
    console: { log() {}, warn() {}, error() {} },
    setTimeout: () => 0,
    queueMicrotask: () => undefined,
    addEventListener: () => undefined,
    ...WEB,
    ...Object.fromEntries(INDEXED_DB.map((part) => [`IDB${part}`, Unanswered])),
    built: () => {
      schemas += 1;
    },
  });
  // zod hangs what it knows of a schema on it by this name.
  runInContext(
    `{ const { defineProperty } = Object;
       Object.defineProperty = (target, key, how) => { if (key === '_zod') built(); return defineProperty(target, key, how); }; }`,
    context,
  );
  runInContext(script, context);
  return schemas;
}

test('the worker is evaluated without building most of its schemas', () => {
  const schemas = schemasBuiltBy(built('chrome').text('background.js'));
  expect(schemas).toBeGreaterThan(100);
  expect(schemas).toBeLessThanOrEqual(SCHEMAS);
});
