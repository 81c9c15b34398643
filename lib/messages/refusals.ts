/** What is said of refused messages: their names, which are names of our table, and each at most once a minute however many come. */

const ONCE_IN_MS = 60_000;

export function refusals(now: () => number, say: (name: string) => void): (name: string) => void {
  /** Epoch milliseconds of what was said last. */
  const said = new Map<string, number>();
  return (name) => {
    const last = said.get(name);
    // A clock that was set back does not silence it.
    if (last !== undefined && Math.abs(now() - last) < ONCE_IN_MS) return;
    said.set(name, now());
    say(name);
  };
}
