/**
 * What was put into our own world of the page for the script that follows: taken once, and gone from there. In a row for each
 * script, since two readings of one page may be under way at once.
 */
interface World {
  gleanerHanded?: Record<string, unknown[]>;
}

export const takeHanded = (script: string): unknown => (globalThis as World).gleanerHanded?.[script]?.shift();

/** Runs in the page, alone: nothing of this file is there. */
export function hand(script: string, handed: object): void {
  const world = globalThis as World;
  world.gleanerHanded ??= {};
  (world.gleanerHanded[script] ??= []).push(handed);
}
