/** What could be wrong with an outbox, one thing each. */
import { BACK } from './mutants/back.ts';
import { KEPT } from './mutants/kept.ts';
import { LEAVING } from './mutants/leaving.ts';
import type { Mutant } from './mutants/mutant.ts';
import { STANDING } from './mutants/standing.ts';
import { TOLD } from './mutants/told.ts';

export const MUTANTS: readonly Mutant[] = [...LEAVING, ...STANDING, ...TOLD, ...BACK, ...KEPT];
