/** The entries of a section of a server-driven profile, as lines of text. */
import { all, lines } from '../dom.ts';
import { looksLikeRange } from './range-shape.ts';
import type { Entry, Row } from './rows.ts';
import { partsOf, type Part } from './sdui-parts.ts';

const ITEM = '[componentkey^="entity-collection-item"]';

/** One entry per employer or school, in the order of the page. */
export function entriesIn(section: Element): Entry[] {
  const lang = section.ownerDocument.documentElement.lang;
  const items = all(section, ITEM).filter((item) => !item.parentElement?.closest(ITEM));
  const groups = items.length > 0 ? items.map(partsOf) : segments(partsOf(section));
  return groups.map((group) => toEntry(group, section, lang)).filter(({ lines, roles }) => lines.length + roles.length > 0);
}

/** Paragraphs of each row, for lists whose rows have nothing but a rule or a logo between them. */
export const rowsIn = (section: Element): string[][] => segments(partsOf(section)).map((group) => texts(group));

const isLine = (part: Part): boolean => part.kind === 'p';
const isLogo = (part: Part): boolean => part.kind === 'figure';

/** Without keys a row begins at a rule, at a logo, or (where there is neither) in the style of the first line. */
function segments(parts: Part[]): Part[][] {
  const found: Part[][] = [];
  const logo = parts.findIndex(isLogo);
  const unmarked = logo < 0 && !parts.some((part) => part.kind === 'hr') ? parts.find(isLine)?.element.className : undefined;
  let open = false;
  // Where rows have logos, what stands before the first one is a heading.
  for (const part of logo < 0 ? parts : parts.slice(logo)) {
    const current = found.at(-1);
    if (part.kind === 'hr' || (isLogo(part) && current?.some(isLine))) open = false;
    if (part.kind === 'hr') continue;
    // Names of classes mean nothing, but rows begin in one and the same style.
    if (unmarked !== undefined && isLine(part) && part.element.className === unmarked) open = false;
    if (open && current) current.push(part);
    else found.push([part]);
    open = true;
  }
  return found.filter((group) => group.some(isLine));
}

function toEntry(parts: Part[], section: Element, lang: string): Entry {
  const roots = roleRoots(parts.filter(isLine), section, lang);
  const roles = roots
    .map((root) => toRow(parts.filter(({ element }) => root.contains(element))))
    .filter((row) => row.lines.length > 0);
  const row = toRow(parts);
  const header = (part: Part) => !roots.some((root) => root.contains(part.element));
  return {
    ...row,
    ...(roles.length > 0 ? { lines: texts(parts.filter(header)) } : {}),
    roles,
    logos: parts.filter(isLogo).flatMap(({ element }) => labelsIn(element)),
  };
}

const labelsIn = (figure: Element): string[] =>
  all(figure, '[aria-label],img').map((logo) => logo.getAttribute('aria-label') ?? logo.getAttribute('alt') ?? '');

/** The roles under one employer: list items; or, where there is no list, blocks with one line of dates each. */
function roleRoots(paragraphs: Part[], section: Element, lang: string): Element[] {
  const top = paragraphs[0];
  const items = new Set(
    paragraphs.flatMap(({ element }) => element.closest('li') ?? []).filter((item) => section.contains(item)),
  );
  // One item around the first line holds all of the row; of several, the employer's own lines are not there.
  if (items.size > 0) return items.size < 2 && [...items].some((item) => top && item.contains(top.element)) ? [] : [...items];
  const dates = paragraphs.filter((line) => line !== top && looksLikeRange(line.text, lang));
  if (dates.length < 2) return [];
  // As wide as it gets without the employer's own lines or another role.
  const isOwn = (block: Element | null, line: Part) =>
    block !== null && ![top, ...dates].some((other) => other && other !== line && block.contains(other.element));
  return dates.map((line) => {
    let block = line.element;
    while (isOwn(block.parentElement, line)) block = block.parentElement ?? block;
    return block;
  });
}

function toRow(parts: Part[]): Row {
  const box = parts.find((part) => part.kind === 'box');
  const description = lines(box?.element).join('\n').replace(/\s*…$/, '');
  return { lines: texts(parts), description };
}

/** The lines, with one that is printed twice in a row (once for the eye, once for the ear) taken once. */
const texts = (parts: Part[]): string[] =>
  parts
    .filter(isLine)
    .map(({ text }) => text)
    .filter((line, at, list) => line !== list[at - 1]);
