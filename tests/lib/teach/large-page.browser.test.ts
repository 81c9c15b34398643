/** A rule from a file on a page made to be slow for it. */
import { expect, test } from 'vitest';

import { apply } from '#lib/teach/apply.ts';
import { learn } from '#lib/teach/learn.ts';
import { ruleSchema, type Way } from '#lib/teach/schema.ts';

/** Milliseconds; a page of 60,000 elements, on a machine that does other things besides. */
const PATIENCE = 1500;
const KNOWN = { name: 'Tove Ekdal', handle: 'tove-ekdal-fixture', ids: [], texts: [] };

function largePage(): Document {
  const rows = Array.from(
    { length: 10_000 },
    (_, at) => `<li id="row-${at}"><dl><dt>Location</dt><dd><p>Place ${at} of many</p></dd></dl></li>`,
  );
  return new DOMParser().parseFromString(
    `<title>x</title><main><h1>Tove Ekdal</h1><ul>${rows.join('')}</ul><p id="last">Tide modeller</p></main>`,
    'text/html',
  );
}

const inTime = <T>(work: () => T): T => {
  const before = performance.now();
  const done = work();
  expect(performance.now() - before).toBeLessThan(PATIENCE);
  return done;
};

test('the slowest rule that the schema lets through ends in time, and what is a list has no one value', () => {
  const document = largePage();
  const go = [...Array.from({ length: 15 }, () => ({ up: 1 })), { after: 'p', n: 10 }];
  const slow: Way[] = [
    { from: { label: 'Location' }, go },
    { from: { attribute: 'id', is: '{id}', tag: 'li' }, go },
    { from: { name: true }, go: [{ after: 'p', n: 10 }] },
    { from: { first: 'h1' }, go: [{ before: 'p', n: 10 }] },
    { from: { first: 'main' }, go: [{ child: 'p', n: 40, of: 80 }] },
  ];
  const rule = ruleSchema.parse({ field: 'location', ways: slow, around: ['p'] });
  expect(inTime(() => apply(rule, document, KNOWN))).toBeUndefined();
});

test('teaching on it is done in time too', () => {
  const document = largePage();
  const last = document.querySelector('#last') as Element;
  const rule = inTime(() => learn(last, 'headline', document, KNOWN));
  expect(rule && apply(rule, document, KNOWN)?.value).toBe('Tide modeller');
});
