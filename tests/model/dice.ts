/** The dice that a schedule is made of: what fell can be written down, and be thrown again with some of it put to nothing. */
import { diceOf } from '../sites/promises/mutate.ts';

export interface Dice {
  /** 0 to `sides` - 1. Nothing out of the ordinary happens on a 0. */
  below(sides: number): number;
  /** Once in so many times. */
  once(inTimes: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** What has fallen so far. */
  fallen: readonly number[];
}

function diceFrom(next: (sides: number, place: number) => number): Dice {
  const fallen: number[] = [];
  const below = (sides: number): number => {
    const face = next(sides, fallen.length);
    fallen.push(face);
    return face;
  };
  return {
    below,
    once: (inTimes) => below(inTimes) === inTimes - 1,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    fallen,
  };
}

export function diceFromSeed(seed: number): Dice {
  const next = diceOf(seed);
  return diceFrom((sides) => next(sides));
}

/** Whatever is thrown beyond them is a 0. */
export const diceAgain = (faces: readonly number[]): Dice => diceFrom((sides, place) => (faces[place] ?? 0) % sides);
