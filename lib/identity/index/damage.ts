/** What was lost: noticed by its checksum, emptied so that it is found once, and remembered until the index has been filled again. */
import type { Writing } from '#lib/storage/people-shelf.ts';

import { POSITIONS, widthOf } from './blocks.ts';
import { isSame, readHead, writeHead, type Head } from './head.ts';
import { EMPTY_PAGE, readPage, writtenPage } from './page.ts';
import { columnsOf, sheetOf } from './sheet.ts';

/** Parts that could not be read: blocks by where they begin, pages by their number. */
export interface Unreadable {
  blocks: number[];
  pages: number[];
}

export const isDamaged = (head: Head, position: number): boolean =>
  head.damage.some(({ from, to }) => from <= position && position < to);

/** The head is read for every answer: where more is lost than this, all is. */
const MOST_STRETCHES = 256;

/** Remembers a stretch; one that lies within another, found in the same filling, says nothing new. */
export function damaged(head: Head, from: number, to: number): Head {
  const { filling } = head;
  const others = head.damage.filter((one) => !(one.filling === filling && from <= one.from && one.to <= to));
  const within = others.some((one) => one.filling === filling && one.from <= from && to <= one.to);
  if (within) return head;
  if (others.length >= MOST_STRETCHES) return { ...head, damage: [{ from: 0, to: POSITIONS, filling }] };
  return { ...head, damage: [...others, { from, to, filling }] };
}

/** A page that is lost may have been about anybody. */
export const damagedEverywhere = (head: Head): Head => damaged(head, 0, POSITIONS);

const EMPTY_BLOCK = [new Float64Array(), new Float64Array()];

/** Looks again at what a reader found unreadable, since it may have been replaced by now, and empties it. */
export async function emptyUnreadable(shelf: Writing, seen: Head, { blocks, pages }: Unreadable): Promise<void> {
  let head = await readHead(shelf);
  // Begun anew since, or in the middle of a merge, which will come upon it: what is unreadable is still so for the next reader.
  if (!head || !isSame(head, seen) || head.base.bits !== seen.base.bits || head.merge?.at !== seen.merge?.at) return;
  const { base, merge } = head;
  for (const [i, value] of (await shelf.get('base', blocks)).entries()) {
    const from = blocks[i] as number;
    if (columnsOf(value, from)) continue;
    head = damaged(head, from, from + widthOf(merge && from < merge.at ? merge.base.bits : base.bits));
    shelf.put('base', from, sheetOf(EMPTY_BLOCK, from));
  }
  for (const [i, value] of (await shelf.get('log', pages)).entries()) {
    const page = pages[i] as number;
    if (page < head.log.first || readPage(value, page)) continue;
    head = damagedEverywhere(head);
    shelf.put('log', page, writtenPage(EMPTY_PAGE, page));
  }
  writeHead(shelf, head);
}
