// @vitest-environment happy-dom
/**
 * Pages lose parts: a section that has not loaded, a blocker, a new layout. Without any one of its elements a page may show less
 * of a person, and never something else in its place: another person's name, an employer as a headline, a headline as a place.
 */
import { describe, expect, test } from 'vitest';

import { alsoSaid, caseDocument } from '../../support/case-page.ts';
import { CASES } from '../all-cases.ts';
import { READERS, readFinished } from '../readers.ts';
import { claim, claimsOf, isFrom, isOfRow, wordsOf } from './claims.ts';

/** In pages of many thousand elements so many are removed, evenly spread. */
const MOST = 400;

describe.each(CASES.filter(({ expected }) => /complete|partial/.test((expected as { status: string }).status)))(
  '$site / $name',
  ({ site, html, url }) => {
    test('without any one of its elements says nothing that the page does not say', async () => {
      const document = caseDocument(html);
      const read = () => readFinished(READERS[site]!, document, { patienceMs: 0, address: () => url });
      const before = await read();
      const said = [...claimsOf(before), ...alsoSaid(html).map(({ field, value }) => claim(field, value))];
      const invented: string[] = [];
      // Without a line break two words become one, and the page does say something else.
      const elements = [...document.querySelectorAll('head *, body *:not(br)')];
      const step = Math.max(1, Math.floor(elements.length / MOST));
      for (const element of elements.filter((_, at) => at % step === 0)) {
        const [parent, next] = [element.parentNode, element.nextSibling];
        element.remove();
        const damaged = await read();
        parent?.insertBefore(element, next);
        const wrong = claimsOf(damaged).filter((one) => !isFrom(one, said));
        const row = wrong.length > 0 ? rowAround(parent) : [];
        for (const one of wrong) {
          if (!isOfRow(one, row))
            invented.push(`${one.field}: ${one.words.join(' ')} ← without ${element.outerHTML.slice(0, 90)}`);
        }
      }
      expect(invented).toEqual([]);
      expect(await read()).toEqual(before);
    }, 60_000);
  },
);

/** The words around what was removed: of the row that it stood in, as far as three levels up. */
function rowAround(parent: Node | null): string[] {
  const row = parent?.parentNode?.parentNode ?? parent;
  return row?.nodeName === 'BODY' ? wordsOf(parent?.textContent ?? '') : textsIn(row).flatMap(wordsOf);
}

function textsIn(node: Node | null): string[] {
  if (node?.nodeType === 3) return [node.nodeValue ?? ''];
  return [...(node?.childNodes ?? [])].flatMap(textsIn);
}
