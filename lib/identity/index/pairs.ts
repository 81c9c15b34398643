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

/**
 * Room for pairs that is used again and again: a merge goes through all that there is, and what it threw away would be many times
 * what the worker holds on to.
 */
export class Room implements Pairs {
  fingerprints = new Float64Array();
  owners = new Float64Array();

  /** For so many, and some more, so that it need not be made anew for the next; what was in it is lost. */
  make(length: number): void {
    if (this.owners.length >= length) return;
    this.fingerprints = new Float64Array(length * 1.5);
    this.owners = new Float64Array(length * 1.5);
  }

  first(length: number): Pairs {
    return { fingerprints: this.fingerprints.subarray(0, length), owners: this.owners.subarray(0, length) };
  }
}

export function joined(one: Pairs, other: Pairs, into: Room): Pairs {
  const length = one.owners.length + other.owners.length;
  into.make(length);
  const { fingerprints, owners } = into;
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
  return into.first(length);
}
