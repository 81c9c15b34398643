/** Finds the rows of people whom a reader listed, by where their links lead: the marks carry no reader. Reads, and changes nothing. */

/** Beside the list: navigation, advertisements, people whom one may know. */
const ASIDE = 'aside,nav,header,footer,dialog,[role="dialog"]';
/** What a row is when there is no other to tell where it ends. */
const ROW = 'li,tr,article,[role="listitem"],[role="row"],.d-table';

/** Where a link of the page leads on its own site, in one spelling; sites add their search to it behind commas and queries. */
export function pathOf(link: Pick<URL, 'pathname' | 'search'>): string {
  const user = /[?&](user=[^&]+)/.exec(link.search)?.[1] ?? '';
  const path = link.pathname.replace(/,.*$/, '').replace(/\/+$/, '');
  try {
    return decodeURIComponent(path + user)
      .normalize('NFC')
      .toLowerCase();
  } catch {
    return path + user;
  }
}

/** A link of the page to a page of the same site. */
interface Anchor {
  element: HTMLAnchorElement;
  path: string;
}

/** Subdomains are one site. */
const siteOf = (host: string): string => host.split('.').slice(-2).join('.');

export function anchorsOf(document: Document): Anchor[] {
  const site = siteOf(location.hostname);
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((element) =>
    siteOf(element.hostname) === site ? { element, path: pathOf(element) } : [],
  );
}

/**
 * By path, the row of each of these people: the widest element around one of their links that holds no link to another of them.
 * Of several links the one with the widest wins, since somebody may be mentioned in another's row.
 */
export function rowsOf(anchors: readonly Anchor[], paths: ReadonlySet<string>): Map<string, Element> {
  const theirs = anchors.filter(({ path }) => paths.has(path));
  /** Whose links an element holds: one person's, or (`''`) several people's. */
  const holds = new Map<Element, string>();
  for (const { element, path } of theirs) {
    for (let around: Element | null = element; around; around = around.parentElement) {
      const held = holds.get(around);
      if (held === path || held === '') break;
      holds.set(around, held === undefined ? path : '');
    }
  }
  const isAlone = new Set(theirs.map(({ path }) => path)).size === 1;
  const rows = new Map<string, { row: Element; depth: number }>();
  for (const { element, path } of theirs) {
    let row: Element = (isAlone && element.closest(ROW)) || element;
    if (!isAlone) while (row.parentElement && holds.get(row.parentElement) === path) row = row.parentElement;
    const depth = depthOf(row) + (element.closest(ASIDE) ? 1000 : 0);
    if (depth < (rows.get(path)?.depth ?? Infinity)) rows.set(path, { row, depth });
  }
  return new Map([...rows].map(([path, { row }]) => [path, row]));
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let around = element.parentElement; around; around = around.parentElement) depth += 1;
  return depth;
}
