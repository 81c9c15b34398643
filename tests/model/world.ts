/** What everybody in a schedule shares: time, dice, the truth, and the trace that is told when something does not hold. */
import type { VirtualTime } from '../bench/browsers/virtual-time.ts';
import type { Dice } from './dice.ts';
import type { Truth } from './truth.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export interface World {
  time: VirtualTime;
  dice: Dice;
  truth: Truth;
  /** How often each kind of trouble comes, as one in so many; 0 for never. All 0 once it is calm. */
  trouble: { fault: number; death: number; powerLoss: number; full: number };
  /** How late each list of Greenhouse's tells what is new, in milliseconds. */
  lags: { ids: number; externalIds: number; emails: number; created: number; applications: number; pools: number };
  /** That take nobody any more. */
  closedJobs: Set<number>;
  note: (what: string) => void;
}

/** Whether it comes now. */
export const strikes = ({ dice, trouble }: World, kind: keyof World['trouble']): boolean =>
  trouble[kind] > 0 && dice.once(trouble[kind]);
