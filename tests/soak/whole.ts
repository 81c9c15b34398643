/** The whole of it: more than ten thousand exports, the same whenever it is run with the same seed. */
import type { Soak } from './soak.ts';

const EPOCHS = 22;

export const WHOLE: Soak = {
  seed: Number(process.env['SOAK_SEED'] ?? 20_261_122),
  epochs: Array.from({ length: EPOCHS }, (_, epoch) => epoch),
  people: 390,
};
