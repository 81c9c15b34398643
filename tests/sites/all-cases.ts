/** Every case of every site, for the suites that hold all readers to the same promises. */
import { caseUrl } from '../support/case-page.ts';

const pages = import.meta.glob<string>('./*/*/page.html', { query: '?raw', import: 'default', eager: true });
const expectations = import.meta.glob<unknown>('./*/*/candidate.json', { import: 'default', eager: true });

export interface Case {
  /** The reader's id. */
  site: string;
  name: string;
  html: string;
  url: string;
  /** The reading in `candidate.json`; absent when nobody has reviewed one yet. */
  expected: unknown;
}

export const CASES: readonly Case[] = Object.entries(pages).map(([path, html]) => {
  const [, site = '', name = ''] = path.split('/');
  return { site, name, html, url: caseUrl(html), expected: expectations[path.replace('page.html', 'candidate.json')] };
});
