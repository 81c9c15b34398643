/**
 * One row of a server-driven list. It has no key for what it says: a name with how far the person is away, then a headline, then
 * (in a search) a place, and behind the action other people.
 */
import { all, first, textOf } from '../dom.ts';
import { handleOfLink, toHandle } from './identity.ts';
import { isHiddenName } from './masked.ts';

/** What a row is about is what it links to first. */
const SUBJECT =
  /^(?:https:\/\/[\w.-]*linkedin\.com)?\/(?:in|company|school|showcase|jobs|groups|events|feed|posts|pulse|learning|services|products?)\//;
/** "• 2nd", "· 2.": behind the name, or on a line of its own. */
const DEGREE = /(?:^|\s)[•·]\s*\S[^•·]{0,15}$/;
/** "4y • Edited •": the line under an author; a globe follows. */
const TIMESTAMP = /^[^•]{0,20}\p{Nd}[^•]*•(?:[^•]*•)?$/u;

interface Line {
  text: string;
  /** Its class name, which is the same for lines that look the same. */
  style: string;
}

export interface SduiRow {
  name: string;
  /** Of the name's line. */
  style: string;
  /** The name is what the portrait is called by, or (without one) a link of its own. */
  isSure: boolean;
  handle: string | undefined;
  profileId: string | undefined;
  /** Between the name and the action. */
  lines: Line[];
}

interface Paragraph extends Line {
  element: Element;
}

/** `undefined` for whatever is no person: posts, companies, jobs. */
export function readRow(row: Element, isSearch: boolean): SduiRow | undefined {
  const links = all(row, 'a[href]').map((element) => ({ element, href: element.getAttribute('href') ?? '' }));
  const subject = links.find(({ href }) => SUBJECT.test(href))?.href;
  const handle = handleOfLink(subject);
  // Posts and articles name their author as people are named.
  if ((subject && !handle) || links.some(({ href }) => href.includes('/feed/update/'))) return undefined;
  if (first(row, '[data-testid="expandable-text-box"]')) return undefined;
  const paragraphs = paragraphsIn(row);
  if (paragraphs.some(({ text }) => TIMESTAMP.test(text))) return undefined;

  const isTheirs = (href: string | null | undefined) => href != null && (href === subject || handleOfLink(href) === handle);
  const byLine = Map.groupBy(links, ({ element }) => element.closest('p'));
  const within = ({ element }: Paragraph) => byLine.get(element as HTMLParagraphElement) ?? [];
  /** The name's own link; a saved page has empty copies of the link around the row in every line, as anchors do not nest there. */
  const inner = (line: Paragraph) => within(line).find(({ element }) => textOf(element) !== '');
  /** The name is, or stands in, a link to the person; mutual connections are linked to in their own names. */
  const isName = (line: Paragraph) =>
    handle === undefined
      ? isHiddenName(withoutDegree(line.text))
      : isTheirs(inner(line)?.href ?? line.element.closest('a')?.getAttribute('href'));
  const at = paragraphs.findIndex(isName);
  const title = paragraphs[at];
  if (!title) return undefined;
  const own = handle === undefined ? undefined : inner(title);
  const name = withoutDegree(own ? textOf(own.element) : title.text);
  if (!name) return undefined;

  const action = first(row, '[componentkey^="SearchResults"]');
  const profileId = idIn(action?.getAttribute('componentkey') ?? '', links);
  const isBefore = ({ element }: Paragraph) => !action || (element.compareDocumentPosition(action) & 4) !== 0;
  const isOwn = (line: Paragraph) =>
    within(line).every(({ href }) => isTheirs(href)) && (!line.element.closest('a') || isTheirs(hrefAround(line.element)));
  const lines = paragraphs
    .slice(at + 1)
    .filter((line) => !(line.text.length < 20 && DEGREE.test(line.text)) && isBefore(line) && isOwn(line));
  const isNear = [title, paragraphs[at + 1]].some((line) => line && DEGREE.test(line.text));
  const isMarked = profileId !== undefined || isHiddenName(name) || (handle !== undefined && invited(links) === handle);
  // Whatever else a search finds has neither a degree nor an action of its own.
  if (isSearch && !isMarked && !(isNear && lines.length > 1)) return undefined;
  const picture = first(row, 'img')?.getAttribute('alt') ?? '';
  const isSure = picture ? picture.includes(name) : !handle || own !== undefined;
  return { name, style: title.style, isSure, handle, profileId, lines };
}

function paragraphsIn(row: Element): Paragraph[] {
  const buttons = all(row, 'button,[role="button"]');
  return all(row, 'p')
    .filter((element) => !buttons.some((button) => button.contains(element)))
    .map((element) => ({ element, text: textOf(element), style: element.className }))
    .filter(({ text }) => text !== '');
}

const hrefAround = (line: Element): string | null | undefined => line.closest('a')?.getAttribute('href');

const withoutDegree = (text: string): string => text.replace(/\s*[•·]\s*\S[^•·]{0,15}$/, '');

/** The subject's: the key of their action, or a link that names them by id. */
const idIn = (key: string, links: { href: string }[]): string | undefined =>
  /^SearchResults(AC[\w-]{37})$/.exec(key)?.[1] ??
  links.map(({ href }) => /[?&]profileUrn=[\w%:]*?(AC[\w-]{37})(?:&|$)/.exec(href)?.[1]).find(Boolean);

/** Who would be invited. */
const invited = (links: { href: string }[]): string | undefined =>
  toHandle(links.map(({ href }) => /[?&]vanityName=([^&]+)/.exec(href)?.[1]).find(Boolean));
