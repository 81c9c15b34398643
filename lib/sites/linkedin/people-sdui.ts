/**
 * Server-driven lists of people (2025 →): search, connections, and others of the same grammar. A row has no key for what it says:
 * a name with how far the person is away, then a headline, then (in a search) a place, and behind the action other people.
 */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, attr, first, hrefs, textOf } from '../dom.ts';
import { handleOfLink, toHandle } from './identity.ts';
import { eachOnce, listed, type ListedRow } from './listed.ts';
import { isHiddenName } from './masked.ts';

const ROW = '[role="listitem"]';
/** Beside the list: navigation, advertisements, people whom one may know. */
const ASIDE = 'aside,nav,header,footer,dialog,[role="dialog"]';
/** What a row is about is what it links to first. */
const SUBJECT =
  /^(?:https:\/\/[\w.-]*linkedin\.com)?\/(in|company|school|showcase|jobs|groups|events|feed|posts|pulse|learning|services|products?)\//;
/** "• 2nd", "· 2.": behind the name, or on a line of its own. */
const DEGREE = /(?:^|\s)[•·]\s*\S[^•·]{0,15}$/;
/** "4y • Edited •": the line under an author; a globe follows. */
const TIMESTAMP = /^[^•]{0,20}\p{Nd}[^•]*•(?:[^•]*•)?$/u;
/** "Current: Engineer at Acme", in any language. */
const LABELLED = /^\p{L}[\p{L}\s]{2,24}[:：]\s/u;

interface Found extends ListedRow {
  /** The paragraphs between the name and the action. */
  lines: Element[];
}

export function sduiPeople(document: Document, url: URL): ListedPerson[] {
  const isSearch = url.pathname.startsWith('/search/');
  const found = rowsOf(document).flatMap((row) => read(row, isSearch) ?? []);
  const styles = stylesOf(found);
  return eachOnce(found.map((row) => listed({ ...row, ...beside(row.lines, isSearch, styles) })));
}

function rowsOf(document: Document): Element[] {
  const items = all(document, ROW).filter((row) => !row.closest(ASIDE) && !first(row, ROW));
  return items.length > 0 ? items : blocksOf(document);
}

/** Without roles a row is as wide as it gets with links to one person only; lists of this kind link to nobody else. */
function blocksOf(document: Document): Element[] {
  const links = all(document, 'main a[href*="/in/"],#workspace a[href*="/in/"]').filter((link) => !link.closest(ASIDE));
  const blocks = new Map<string, Element>();
  for (const link of links) {
    const handle = handleOfLink(link.getAttribute('href'));
    if (!handle || blocks.has(handle)) continue;
    let block = link;
    const isTheirs = (wider: Element | null): wider is Element =>
      wider !== null &&
      !wider.matches('main,body,#workspace') &&
      hrefs(wider, 'a[href*="/in/"]').every((href) => handleOfLink(href) === handle);
    while (isTheirs(block.parentElement)) block = block.parentElement;
    blocks.set(handle, block);
  }
  return [...blocks.values()];
}

function read(row: Element, isSearch: boolean): Found | undefined {
  const paragraphs = all(row, 'p').filter((line) => !line.closest('button,[role="button"]') && textOf(line));
  const subject = hrefs(row, 'a[href]').find((href) => SUBJECT.test(href));
  const handle = handleOfLink(subject);
  if (subject && !handle) return undefined;
  // Posts and articles name their author as people are named.
  if (first(row, '[data-testid="expandable-text-box"],a[href*="/feed/update/"]')) return undefined;
  if (paragraphs.some((line) => TIMESTAMP.test(textOf(line)))) return undefined;
  const at = paragraphs.findIndex((line) => (handle ? isNameOf(line, handle) : isHiddenName(withoutDegree(textOf(line)))));
  const line = paragraphs[at];
  if (!line) return undefined;
  const name = nameIn(line, handle);
  const action = first(row, '[componentkey^="SearchResults"]');
  const profileId = idIn(row, action);
  const behind = paragraphs.slice(at + 1).filter((other) => !DEGREE.test(textOf(other)) || textOf(other).length > 20);
  const lines = behind.filter((other) => isOwn(other, handle) && isBefore(other, action));
  const isNear = [line, paragraphs[at + 1]].some((other) => other && DEGREE.test(textOf(other)));
  const isMarked = profileId !== undefined || vanityIn(row) === handle || isHiddenName(name);
  // Other people and whatever else a search finds have neither a degree nor an action of their own.
  if (isSearch && !isMarked && !(isNear && lines.length > 1)) return undefined;
  return { name, handle, profileId, lines };
}

/** The name stands in a link to the person, or is one; mutual connections are linked to in their own names. */
function isNameOf(line: Element, handle: string): boolean {
  // A saved page has empty copies of the link around the row in every line: anchors do not nest in what is parsed.
  const inner = all(line, 'a[href*="/in/"]').find((link) => textOf(link) !== '');
  if (inner) return handleOfLink(inner.getAttribute('href')) === handle;
  return handleOfLink(line.closest('a')?.getAttribute('href')) === handle;
}

function nameIn(line: Element, handle: string | undefined): string {
  const inner = handle && all(line, 'a[href*="/in/"]').map(textOf).find(Boolean);
  return withoutDegree(inner || textOf(line));
}

const withoutDegree = (text: string): string => text.replace(/\s*[•·]\s*\S[^•·]{0,15}$/, '');

/** The subject's: links that name them by id, or the key of their action. */
function idIn(row: Element, action: Element | undefined): string | undefined {
  const key = action?.getAttribute('componentkey') ?? '';
  const link = attr(row, 'a[href*="profileUrn="]', 'href');
  return (/^SearchResults(AC[\w-]{37})$/.exec(key) ?? /profileUrn=[\w%:]*?(AC[\w-]{37})(?:&|$)/.exec(link))?.[1];
}

const vanityIn = (row: Element): string | undefined =>
  toHandle(/[?&]vanityName=([^&]+)/.exec(attr(row, 'a[href*="vanityName="]', 'href'))?.[1]);

/** A line about the person, and not a link to others or to a search. */
function isOwn(line: Element, handle: string | undefined): boolean {
  const links = [line.closest('a')?.getAttribute('href'), ...hrefs(line, 'a[href]')];
  return links.every((href) => !href || (handle !== undefined && handleOfLink(href) === handle));
}

const isBefore = (line: Element, action: Element | undefined): boolean =>
  !action || (line.compareDocumentPosition(action) & 4) !== 0;

/** How headlines, and what stands under them, look on this page: class names mean nothing, but each is used for one of the two. */
function stylesOf(rows: Found[]): { headline: Set<string>; below: Set<string> } {
  const full = rows.filter(({ lines }) => lines.length > 1);
  const of = (at: number) => new Set(full.map(({ lines }) => lines[at]?.className ?? ''));
  return { headline: of(0), below: of(1) };
}

/** A lone line is a headline or what stands under one: the rows that have both tell which. */
function beside(
  lines: Element[],
  isSearch: boolean,
  styles: ReturnType<typeof stylesOf>,
): Pick<ListedRow, 'headline' | 'location'> {
  const [one, two] = lines;
  const isOnly = one !== undefined && two === undefined && styles.below.size > 0;
  const isBelow = isOnly && styles.below.has(one.className);
  const isHeadline = !isOnly || (styles.headline.has(one.className) && !isBelow);
  const place = !isSearch || (isOnly && (!isBelow || styles.headline.has(one.className))) ? undefined : isOnly ? one : two;
  const location = textOf(place);
  return { headline: isHeadline ? textOf(one) : '', location: LABELLED.test(location) ? '' : location };
}
