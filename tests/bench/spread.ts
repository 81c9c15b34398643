/** What a noisy machine lets one say of many measurements: the middle one, and how far they lie apart. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [upper, lower] = [sorted[middle], sorted[middle - 1]];
  if (upper === undefined) throw new Error('The median of nothing was asked for.');
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

export const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Pair by pair, so that a moment in which the machine was slow for both does not count. */
export const ratios = (of: readonly number[], to: readonly number[]): number[] =>
  of.map((value, at) => value / (to[at] ?? Number.NaN));
