/** What everybody in a soak shares: time, chance, the sandbox, and what is really there. */
import type { VirtualTime } from '../bench/browsers/virtual-time.ts';
import type { Sandbox } from '../sandbox/server.ts';
import type { Truth } from './truth.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One worker between two deaths, as the network knows it. */
export interface Life {
  isOver: () => boolean;
  die: () => void;
}

export interface World {
  time: VirtualTime;
  random: () => number;
  sandbox: Sandbox;
  truth: Truth;
  /** How often a call fails, and how often a worker dies in a step; 0 to 1. Both 0 while the company is set up. */
  trouble: { fault: number; death: number };
  /** How late lists are. */
  lagMs: number;
  /** Whose call it is, by the host that it names. */
  lives: Map<string, Life>;
}

export const strikes = ({ random, trouble }: World, kind: keyof World['trouble']): boolean =>
  trouble[kind] > 0 && random() < trouble[kind];

export const among = ({ random }: Pick<World, 'random'>, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

export const pick = <T>(world: Pick<World, 'random'>, choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(world.random() * choices.length)] ?? choices[0];
