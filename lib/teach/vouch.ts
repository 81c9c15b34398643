/**
 * Whether a page that its reader knows nobody on is about the person of its address after all. A single-page site shows the
 * former person under the next address for a while, so a name that was only found where names stand proves nothing: title and
 * surroundings have to say so too. Runs inside the page.
 */
import type { Subject } from './schema.ts';

/** How far around the name the handle is looked for. Further out are other people. */
const LEVELS = 5;

const isIn = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** The handle as a word of its own: `jo` is not in `/in/joan`. */
function mentions(element: Element, handle: string): boolean {
  const word = new RegExp(`(?:^|[^\\p{L}\\d-])${handle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:$|[^\\p{L}\\d-])`, 'iu');
  return (
    [...element.attributes].some(({ value }) => word.test(value)) ||
    word.test(element.childElementCount === 0 ? (element.textContent ?? '') : '')
  );
}

/** @param wholePage the page has an address of its own that no script changes: there the title alone is enough. */
export function isAbout(name: Element, value: string, { handle }: Subject, wholePage: boolean): boolean {
  const document = name.ownerDocument;
  if (!isIn(document.title, value)) return false;
  if (wholePage) return true;
  if (!handle) return false;
  let around: Element = name;
  for (
    let level = 0;
    level < LEVELS && around.parentElement && !/^(?:main|body)$/.test(around.parentElement.localName);
    level += 1
  )
    around = around.parentElement;
  return mentions(around, handle) || [...around.querySelectorAll('*')].some((element) => mentions(element, handle));
}
