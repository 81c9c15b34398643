/** What was put into our own world of the page for the script that follows: taken once, and gone from there. */
export const HANDED = 'gleanerHanded';

export function takeHanded(): unknown {
  const world = globalThis as { [HANDED]?: unknown };
  const handed = world[HANDED];
  delete world[HANDED];
  return handed;
}
