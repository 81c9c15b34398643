/** Runs inside the page: a page of the same kind with many times as much on it. */

/** What of siblings is alike: rows of one list are, a heading and a picture are not. */
const shapeOf = (element: Element): string =>
  [element, ...element.children].map(({ tagName, attributes }) => `${tagName} ${attributes.length}`).join(',');

/** At least so many alike make a list. */
const A_LIST = 2;

/** Whole sections are no rows: a person has one section of each kind. */
const HEADED = 'section,h1,h2,h3';

/** Every list gets its rows so many times over; answers with a copy. */
export function grown(document: Document, times: number): Document {
  const copy = document.cloneNode(true) as Document;
  growIn(copy.body, times);
  return copy;
}

function growIn(parent: Element, times: number): void {
  const rows = Map.groupBy(parent.children, shapeOf);
  for (const alike of rows.values()) {
    const isList = alike.length >= A_LIST && alike.every((row) => row.childElementCount > 0 && !row.querySelector(HEADED));
    for (const row of alike) {
      // What is within a row comes with the row.
      if (isList) row.after(...Array.from({ length: times - 1 }, (_, at) => another(row, at + 2)));
      else growIn(row, times);
    }
  }
}

/** A row with a name of its own: rows that say the same are one to a reader. */
function another(row: Element, number: number): Element {
  const copy = row.cloneNode(true) as Element;
  const texts = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  let first = texts.nextNode();
  while (first && !first.nodeValue?.trim()) first = texts.nextNode();
  if (first) first.nodeValue = `${first.nodeValue?.trim()} ${number}`;
  return copy;
}
