/** A report is made while somebody waits: what a page ten times as large costs, in the browser itself. */
import { expect, test } from 'vitest';

import { anonymise } from '#lib/anonymise/anonymise.ts';

const ROW =
  '<div class="card _1a2b3c4d" data-urn="urn:li:member:123456789"><a href="/in/some-body-1234/?trk=x">Some Body</a><p>Jan 2019 - Present · Engineer</p></div>';

const made = (rows: number) => {
  const document = new DOMParser().parseFromString(ROW.repeat(rows), 'text/html');
  const begun = performance.now();
  const { html } = anonymise(document, { address: 'https://www.linkedin.com/in/some-body-1234/' });
  return { took: performance.now() - begun, html };
};

/** One after the other, so that a machine that is busy is so for both. */
const timesAsLong = (): number => {
  const small = made(2000).took;
  return made(20_000).took / Math.max(small, 10);
};

test('time grows with the page and no faster', () => {
  made(500);
  // What grew with the square would take a hundred times as long, each time.
  const rounds = Array.from({ length: 4 }, timesAsLong);
  expect(Math.min(...rounds), rounds.join(', ')).toBeLessThan(15);
});

test('of 20,000 rows none is left as it was', () => {
  const { html } = made(20_000);
  expect(html).not.toMatch(/Some|Body|Engineer|123456789|1a2b3c4d/);
  expect(html.split('Present').length).toBe(20_001);
});
