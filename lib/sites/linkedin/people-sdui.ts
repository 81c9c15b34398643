/**
 * Server-driven lists of people (2025 →): search, connections, and others of the same grammar. Which line of a row is what, the
 * other rows help to tell.
 */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, first } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import { eachOnce, listed, type ListedRow } from './listed.ts';
import { readRow, type SduiRow } from './people-sdui-row.ts';

const ROW = '[role="listitem"]';
/** Beside the list: navigation, advertisements, people whom one may know. */
const ASIDE = 'aside,nav,header,footer,dialog,[role="dialog"]';

export function sduiPeople(document: Document, url: URL): ListedPerson[] {
  const isSearch = url.pathname.startsWith('/search/');
  const rows = rowsOf(document).flatMap((row) => readRow(row, isSearch) ?? []);
  // Where a whole row is one link, without its name the next line would stand first: names look like those that are sure.
  const names = new Set(rows.filter(({ isSure }) => isSure).map(({ style }) => style));
  const found = rows.filter(({ isSure, style }) => isSure || names.size === 0 || names.has(style));
  const styles = stylesOf(found);
  return eachOnce(found.map((row) => listed({ ...row, ...beside(row.lines, isSearch, styles) })));
}

function rowsOf(document: Document): Element[] {
  const asides = all(document, ASIDE).filter((aside) => first(aside, ROW) ?? first(aside, 'a[href*="/in/"]'));
  const isIn = (element: Element) => !asides.some((aside) => aside.contains(element));
  const items = all(document, ROW);
  // The innermost; one that has another in it is followed by it.
  const rows = items.filter((row, at) => !row.contains(items[at + 1] ?? null) && isIn(row));
  return rows.length > 0 ? rows : blocksOf(all(document, 'main a[href*="/in/"],#workspace a[href*="/in/"]').filter(isIn));
}

/** Without roles a row is as wide as it gets with links to one person only; lists of this kind link to nobody else. */
function blocksOf(links: Element[]): Element[] {
  const groups: { handle: string | undefined; links: Element[] }[] = [];
  for (const link of links) {
    const handle = handleOfLink(link.getAttribute('href'));
    const last = groups.at(-1);
    if (last?.handle === handle) last?.links.push(link);
    else groups.push({ handle, links: [link] });
  }
  return groups.map(({ links: own }, at) => {
    const others = [groups[at - 1]?.links.at(-1), groups[at + 1]?.links[0]];
    const isTheirs = (wider: Element | null): wider is Element =>
      wider !== null && !wider.matches('main,body,#workspace') && others.every((other) => !other || !wider.contains(other));
    let block = own[0]!;
    while (isTheirs(block.parentElement)) block = block.parentElement;
    return block;
  });
}

type Styles = Record<'headline' | 'below', Set<string>>;

/** How headlines, and what stands under them, look on this page: class names mean nothing, but each is used for one of the two. */
function stylesOf(rows: SduiRow[]): Styles {
  const full = rows.filter(({ lines }) => lines.length > 1);
  const of = (at: number) => new Set(full.map(({ lines }) => lines[at]?.style ?? ''));
  return { headline: of(0), below: of(1) };
}

/** "Current: Engineer at Acme", in any language. */
const LABELLED = /^\p{L}[\p{L}\s]{2,24}[:：]\s/u;

/** A lone line is a headline or what stands under one: the rows that have both tell which. */
function beside([one, two]: SduiRow['lines'], isSearch: boolean, styles: Styles): Pick<ListedRow, 'headline' | 'location'> {
  const isAlone = one !== undefined && two === undefined && styles.below.size > 0;
  const may = { headline: styles.headline.has(one?.style ?? ''), below: styles.below.has(one?.style ?? '') };
  const headline = !isAlone || (may.headline && !may.below) ? one?.text : '';
  const place = (isAlone ? may.below && !may.headline && one?.text : two?.text) || '';
  return { headline, location: isSearch && !LABELLED.test(place) ? place : '' };
}
