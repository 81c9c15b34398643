/**
 * A case is a page of a fictional person in the real structure of a site: `tests/sites/<site>/<case>/page.html`, whose first
 * line is a comment with the URL it stands at, and beside it `candidate.json`, the reading that is expected of it.
 *
 * Pages nest anchors in anchors, which HTML source cannot say: a case writes `<x-a>` for an anchor that is to be nested.
 */

/** The URL on the first line of a case. */
export function caseUrl(html: string): string {
  const url = /^<!--\s*(https?:\/\/\S+)\s*-->/.exec(html)?.[1];
  if (!url) throw new Error('The first line of a case must be a comment with its URL: <!-- https://… -->');
  return url;
}

/**
 * What else the page says of the person, in a weaker place than the one that is read: `<!-- also headline: … -->` at the top of a
 * case. With the stronger place gone it may come out, where anything else would be an invention.
 */
export const alsoSaid = (html: string): { field: string; value: string }[] =>
  Array.from(html.matchAll(/<!-- also (\w+): (.+?) -->/g), ([, field = '', value = '']) => ({ field, value }));

/** The case as a live document of the DOM at hand. */
export function caseDocument(html: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  nestAnchors(document);
  return document;
}

/** Turns every `<x-a>` into a real anchor. Self-contained: the end-to-end server runs it inside the page as well. */
export function nestAnchors(document: Document): void {
  for (const stand of document.querySelectorAll('x-a')) {
    const anchor = document.createElement('a');
    for (const { name, value } of stand.attributes) anchor.setAttribute(name, value);
    anchor.append(...stand.childNodes);
    stand.replaceWith(anchor);
  }
}
