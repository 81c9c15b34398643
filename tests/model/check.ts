/** Plays schedules until one breaks an invariant; that one is made as short as it can be made, and told. */
import { diceAgain, diceFromSeed, type Dice } from './dice.ts';
import type { Invariant } from './invariants.ts';
import { play, type Outcome } from './schedule.ts';

export interface Found extends Outcome {
  schedule: number;
}

/** A schedule's own dice: neighbours have nothing in common. */
export const diceOf = (seed: number, schedule: number): Dice =>
  diceFromSeed(Math.imul(seed ^ Math.imul(schedule + 1, 0x9e3779b1), 0x85ebca6b));

/** @returns the first of these schedules that breaks something, made short. */
export async function firstBroken(seed: number, from: number, to: number): Promise<Found | undefined> {
  for (let schedule = from; schedule < to; schedule += 1) {
    const dice = diceOf(seed, schedule);
    const { broken } = await play(dice);
    if (broken !== undefined) return { schedule, ...(await shortened(dice.fallen, broken)) };
  }
  return undefined;
}

/** How often a shorter one is tried. */
const MOST_TRIES = 1500;

/** Dice are put to nothing, by halves and then one by one, while the same invariant breaks. */
async function shortened(fallen: readonly number[], broken: Invariant): Promise<Outcome> {
  let [faces, tries] = [fallen, 0];
  const isStill = async (shorter: readonly number[]): Promise<boolean> =>
    tries++ < MOST_TRIES && (await play(diceAgain(shorter))).broken === broken;
  for (let size = Math.ceil(faces.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < faces.length; at += size) {
      if (faces.slice(at, at + size).every((face) => face === 0)) continue;
      const shorter = faces.map((face, place) => (place >= at && place < at + size ? 0 : face));
      if (await isStill(shorter)) faces = shorter;
    }
  }
  return play(diceAgain(faces), true);
}

export const report = (seed: number, { schedule, broken, trace }: Found): string =>
  [`MODEL_SEED=${seed} MODEL_SCHEDULE=${schedule} npm run test:model`, `broken: ${broken}`, ...trace].join('\n');
