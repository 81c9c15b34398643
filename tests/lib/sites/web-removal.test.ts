// @vitest-environment happy-dom
/** Pages lose parts: a section that has not loaded, a blocker, a new layout. A reader may then say less, but never something else. */
import { describe, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';
import { github } from '#lib/sites/github.ts';
import { web } from '#lib/sites/web/web.ts';

import { readFinished } from '../../sites/readers.ts';
import { caseDocument, caseUrl } from '../../support/case-page.ts';

const pages = import.meta.glob<string>('../../sites/{github,web}/*/page.html', { query: '?raw', import: 'default', eager: true });

const cases = Object.entries(pages).map(([path, html]) => ({
  name: path.split('/').slice(-3, -1).join(' / '),
  site: path.includes('/github/') ? github : web,
  html,
}));

const SCALARS = ['fullName', 'firstName', 'lastName', 'headline', 'title', 'company', 'location', 'photoUrl'] as const;

/** What a reading claims, field by field: every value as its words. */
function claims(candidate: Candidate | null | undefined): [field: string, words: string[]][] {
  if (!candidate) return [];
  const words = (text: string) => text.split(/[\s,@]+/).filter(Boolean);
  return [
    ...SCALARS.flatMap((field): [string, string[]][] => (candidate[field] ? [[field, words(candidate[field])]] : [])),
    ...[...candidate.emails, ...candidate.phones].map(({ value }): [string, string[]] => ['contact', [value]]),
    ...candidate.links.map(({ url }): [string, string[]] => ['link', [url]]),
  ];
}

/** A half of a value is still the page's own; so is a first name that is now all of the name. */
function isFrom([field, words]: [string, string[]], whole: [string, string[]][]): boolean {
  const fields = field === 'firstName' || field === 'lastName' ? [field, 'fullName'] : [field];
  return whole.some(
    ([other, all]) =>
      fields.includes(other) && words.every((word) => all.some((one) => one.toLowerCase() === word.toLowerCase())),
  );
}

describe.each(cases)('$name', ({ site, html }) => {
  const address = caseUrl(html);
  const read = (document: Document): Promise<Reading> => readFinished(site, document, { patienceMs: 0, address: () => address });

  test('without any one of its elements says nothing that the page does not say', async () => {
    const document = caseDocument(html);
    const said = claims((await read(document)).candidate);
    const invented: string[] = [];
    for (const element of Array.from(document.querySelectorAll('head *, body *'))) {
      // Without a line break two words become one, and the page does say something else.
      if (element.tagName === 'BR') continue;
      const [parent, next] = [element.parentNode, element.nextSibling];
      element.remove();
      const { candidate } = await read(document);
      parent?.insertBefore(element, next);
      for (const claim of claims(candidate))
        if (!isFrom(claim, said)) invented.push(`${claim.join(' ')} ← without ${element.outerHTML.slice(0, 80)}`);
    }
    expect(invented).toEqual([]);
  });
});
