/** Chance that can be repeated: the same seed draws the same, so that a failure names its own case. */
export interface Draw {
  /** 0 to `most`, both included. */
  upTo(most: number): number;
  chance(share: number): boolean;
  word(): string;
}

const WORDS = ['birch', 'quay', 'harbour', 'Quay', 'heron', 'tide'];

export function draws(seed: number): Draw {
  let state = seed * 2_654_435_761;
  const next = (): number => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return { upTo, chance: (share) => next() < share, word: () => WORDS[upTo(WORDS.length - 1)]! };
}
