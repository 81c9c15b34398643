/** What was lost: noticed by its checksum, emptied so that it is found once, and remembered until the index has been filled again. */
import type { Shelf } from '#lib/storage/people-shelf.ts';

import { baseAt, POSITIONS, readBlocks, widthOf } from './blocks.ts';
import { hasSameBlocks, readHead, writeHead, type Head } from './head.ts';
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

/**
 * Looks again at what a reader found unreadable, since it may have been for a moment only, and empties it: first it is remembered,
 * so that nobody who dies in between leaves an empty block of which nobody knows why.
 */
export async function emptyUnreadable(shelf: Shelf, seen: Head, { blocks, pages }: Unreadable): Promise<void> {
  const again = await readBlocks(shelf.volumes, seen, blocks);
  const lost = blocks.filter((start) => !columnsOf(again.get(start), start));
  const isRemembered = await shelf.write(async (writing) => {
    let head = await readHead(writing);
    // Begun anew since, or in the middle of a merge, which will come upon it: what is unreadable is still so for the next reader.
    if (!head || !hasSameBlocks(head, seen)) return false;
    for (const from of lost) head = damaged(head, from, from + widthOf(baseAt(head, from).bits));
    for (const [i, value] of (await writing.get('log', pages)).entries()) {
      const page = pages[i] as number;
      if (page < head.log.first || readPage(value, page)) continue;
      head = damagedEverywhere(head);
      writing.put('log', page, writtenPage(EMPTY_PAGE, page));
    }
    writeHead(writing, head);
    return true;
  });
  if (!isRemembered) return;
  const byVolume = Map.groupBy(lost, (start) => baseAt(seen, start).volume);
  for (const [volume, starts] of byVolume)
    await shelf.volumes.put(
      volume,
      starts.map((start) => [start, sheetOf(EMPTY_BLOCK, start)]),
    );
}
