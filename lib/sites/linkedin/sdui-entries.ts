/** The entries of a section of a server-driven profile, as lines of text. */
import { all, first, lines, textOf } from '../dom.ts';
import { looksLikeRange } from './range-shape.ts';
import type { Entry, Row } from './rows.ts';

/** Holds the whole text, clamped by style alone; "… more" is a button in it. */
const TEXT_BOX = '[data-testid="expandable-text-box"]';
const ITEM = '[componentkey^="entity-collection-item"]';
/** Where the lines of an entry may lead: the employer, or the row itself on one's own profile. Media and skills lead elsewhere. */
const OWN_LINK = /\/(?:company|school|showcase)\/|\/search\/|\/details\/(?:experience|education|languages)/;

/** Whether a paragraph says what a row is: no description, no skills line, no medium, no button. */
function isLine(paragraph: Element): boolean {
  const href = paragraph.closest('a')?.getAttribute('href');
  const box = paragraph.parentElement;
  if (box && first(box, 'svg[id^="skills"]') && all(box, 'p').length === 1) return false;
  return (
    !paragraph.closest(`${TEXT_BOX},button,[role="button"]`) &&
    !first(paragraph, `${TEXT_BOX},a[href*="/overlay/"],svg[id^="skills"]`) &&
    (href == null || OWN_LINK.test(href)) &&
    textOf(paragraph) !== ''
  );
}

/** One entry per employer or school, in the order of the page. */
export function entriesIn(section: Element): Entry[] {
  const items = all(section, ITEM).filter((item) => !item.parentElement?.closest(ITEM));
  const parts = items.length > 0 ? items.map((item) => all(item, `figure,p,${TEXT_BOX}`)) : segments(section);
  return parts.map((part) => toEntry(part, section)).filter((entry) => entry.lines.length > 0);
}

/** Paragraphs of each row, for lists whose rows have nothing but a rule or a logo between them. */
export const rowsIn = (section: Element): string[][] => segments(section).map((part) => texts(part.filter(isParagraph)));

/** Without keys a row begins at a rule, at a logo, or (where there is neither) in the style of the first line. */
function segments(section: Element): Element[][] {
  const found: Element[][] = [];
  const [logo] = all(section, 'figure');
  const unmarked = first(section, 'hr,figure') ? undefined : all(section, 'p').find(isLine)?.className;
  let open = false;
  for (const element of all(section, `hr,figure,p,${TEXT_BOX}`)) {
    // Where rows have logos, what stands before the first one is a heading.
    if (found.length === 0 && logo && element !== logo) continue;
    const current = found.at(-1);
    if (element.tagName === 'HR' || (element.tagName === 'FIGURE' && current?.some(isParagraph))) open = false;
    if (element.tagName === 'HR' || (element.tagName === 'P' && !isLine(element))) continue;
    // Names of classes mean nothing, but rows begin in one and the same style.
    if (unmarked !== undefined && isParagraph(element) && element.className === unmarked) open = false;
    if (open && current) current.push(element);
    else found.push([element]);
    open = true;
  }
  return found.filter((part) => part.some(isParagraph));
}

const isParagraph = (element: Element): boolean => element.tagName === 'P';

function toEntry(part: Element[], section: Element): Entry {
  const paragraphs = part.filter((element) => isParagraph(element) && isLine(element));
  const roots = roleRoots(paragraphs, section);
  const roles = roots
    .map((root) => toRow(part.filter((element) => root.contains(element))))
    .filter((row) => row.lines.length > 0);
  const logos = part.filter((element) => element.tagName === 'FIGURE').flatMap((figure) => all(figure, '[aria-label],img'));
  const header = texts(paragraphs.filter((line) => !roots.some((root) => root.contains(line))));
  return {
    ...toRow(part),
    ...(roles.length > 0 ? { lines: header } : {}),
    roles,
    logos: logos.map((logo) => logo.getAttribute('aria-label') ?? logo.getAttribute('alt') ?? ''),
  };
}

/** The roles under one employer: list items; or, where there is no list, blocks with one line of dates each. */
function roleRoots(paragraphs: Element[], section: Element): Element[] {
  const top = paragraphs[0];
  const items = new Set(paragraphs.flatMap((line) => line.closest('li') ?? []).filter((item) => section.contains(item)));
  if (items.size > 0) return [...items].some((item) => top && item.contains(top)) ? [] : [...items];
  const dates = paragraphs.filter(
    (line) => line !== top && looksLikeRange(textOf(line), section.ownerDocument.documentElement.lang),
  );
  if (dates.length < 2) return [];
  // As wide as it gets without the employer's own lines or another role.
  const isOwn = (block: Element | null, line: Element) =>
    block !== null && ![top, ...dates].some((other) => other && other !== line && block.contains(other));
  return dates.map((line) => {
    let block: Element = line;
    while (isOwn(block.parentElement, line)) block = block.parentElement ?? block;
    return block;
  });
}

function toRow(part: Element[]): Row {
  const box = part.find((element) => element.matches(TEXT_BOX));
  const description = lines(box).join('\n').replace(/\s*…$/, '');
  return {
    lines: texts(part.filter((element) => isParagraph(element) && isLine(element))),
    ...(description ? { description } : {}),
  };
}

/** Texts, with a line that is printed twice in a row (once for the eye, once for the ear) taken once. */
const texts = (paragraphs: Element[]): string[] => paragraphs.map(textOf).filter((line, at, list) => line !== list[at - 1]);
