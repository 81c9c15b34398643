/** What the worker and the script of the marks have to agree on; apart, so that the worker does not carry the marks. */
import type { Marks } from './marks.ts';

export const MARKS_SCRIPT = '/page-marks.js';

/** Our own world of a page, where no page can see it. */
export interface MarksWorld {
  gleanerMarks?: { show(marks: Marks): void; end(): void } | undefined;
}

/** Runs in the page, alone: nothing of this file is there. Also takes away a copy from before an update. */
export function takeMarksAway(tag: string): void {
  const world = globalThis as MarksWorld;
  world.gleanerMarks?.end();
  world.gleanerMarks = undefined;
  for (const old of document.querySelectorAll(tag)) old.remove();
}
