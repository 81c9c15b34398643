/** The count of unfinished exports: a badge that tells by its sign, and not by a colour, whether somebody is needed; and words. Pure. */
import type { Counts } from '#lib/export/counts.ts';
import { counted } from '#lib/text.ts';

/** The browser shows four signs. */
const most = (count: number): string => (count > 99 ? '99+' : String(count));

export function countBadge({ needsYou, waits }: Counts): string {
  if (needsYou > 0) return `!${most(needsYou)}`;
  return waits > 0 ? most(waits) : '';
}

export const total = ({ needsYou, waits }: Counts): number => needsYou + waits;

/** What the icon says, with a line for those who are needed and one for what goes on by itself. */
export const withCount = (title: string, { needsYou, waits }: Counts): string =>
  [
    title,
    ...(needsYou > 0 ? [counted('toolbar_need_you', needsYou)] : []),
    ...(waits > 0 ? [counted('toolbar_wait', waits)] : []),
  ].join('\n');
