/** Fingerprints with whose they are: two lists, sorted by the first, and where that is the same by the second. */
export interface Pairs {
  fingerprints: Float64Array;
  owners: Float64Array;
}

export function sortedPairs(fingerprints: readonly number[], owners: readonly number[]): Pairs {
  const order = Uint32Array.from(fingerprints.keys()).sort(
    (a, b) => (fingerprints[a] as number) - (fingerprints[b] as number) || (owners[a] as number) - (owners[b] as number),
  );
  return {
    fingerprints: Float64Array.from(order, (i) => fingerprints[i] as number),
    owners: Float64Array.from(order, (i) => owners[i] as number),
  };
}

export function joined(one: Pairs, other: Pairs): Pairs {
  const length = one.owners.length + other.owners.length;
  const fingerprints = new Float64Array(length);
  const owners = new Float64Array(length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < length; at++) {
    // Past the end of a list it is undefined, which is less than nothing: the other one is taken.
    const f = one.fingerprints[i] as number;
    const g = other.fingerprints[j] as number;
    const isFirst = j >= other.owners.length || f < g || (f === g && (one.owners[i] as number) <= (other.owners[j] as number));
    fingerprints[at] = isFirst ? f : g;
    owners[at] = (isFirst ? one.owners[i++] : other.owners[j++]) as number;
  }
  return { fingerprints, owners };
}

/** Lists of which each begins where the one before it ends. */
export function inARow(lists: readonly Pairs[]): Pairs {
  const length = lists.reduce((sum, { owners }) => sum + owners.length, 0);
  const all = { fingerprints: new Float64Array(length), owners: new Float64Array(length) };
  let at = 0;
  for (const { fingerprints, owners } of lists) {
    all.fingerprints.set(fingerprints, at);
    all.owners.set(owners, at);
    at += owners.length;
  }
  return all;
}

/** Many lists as one, two and two. */
export function joinedAll(lists: readonly Pairs[]): Pairs {
  let left = [...lists];
  while (left.length > 1) {
    left = left.flatMap((one, i) => {
      if (i % 2 === 1) return [];
      const other = left[i + 1];
      return [other ? joined(one, other) : one];
    });
  }
  return left[0] ?? { fingerprints: new Float64Array(), owners: new Float64Array() };
}
