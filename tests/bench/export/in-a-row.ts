/** How many calls had to wait for one another. */
export interface Span {
  /** Milliseconds of one clock. */
  from: number;
  to: number;
}

/** The length of the longest chain in which each call began only after the one before it had been answered. */
export function inARow(calls: readonly Span[]): number {
  const chains: { to: number; length: number }[] = [];
  for (const { from, to } of calls.toSorted((a, b) => a.from - b.from)) {
    const before = chains.filter((chain) => chain.to <= from).map(({ length }) => length);
    chains.push({ to, length: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...chains.map(({ length }) => length));
}
