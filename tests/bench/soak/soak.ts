/** Ten thousand exports by two browsers that die and lose answers: what of them came to be twice, was lost, or was told wrongly. */
import type { Wrong } from '../../soak/truth.ts';
import { soak } from '../../soak/soak.ts';
import type { Row } from '../row.ts';

const SEED = 20_261_122;
const EPOCHS = 10;
const EXPORTS = 1000;

const COUNTED: Record<Wrong, string> = {
  duplicate: 'people made twice, and nobody asked',
  lost: 'exports lost',
  'follow-up twice': 'notes that stand there twice',
  'no end': 'exports without an end',
  'told wrongly': 'views that were not so',
};

export async function soaked(): Promise<Row[]> {
  const epochs = Array.from({ length: EPOCHS }, (_, epoch) => epoch);
  const { exports, calls, faults, deaths, twins, problems } = await soak({ seed: SEED, epochs, exports: EXPORTS });
  const note = `${calls} calls, of which ${faults} failed; ${deaths} deaths; ${twins} people made by two browsers at once, each asked about; seed ${SEED}`;
  return Object.entries(COUNTED).map(([wrong, what], place) => ({
    what: `soak of ${exports.toLocaleString('en')} exports: ${what}`,
    value: problems.filter((one) => one.wrong === wrong).length,
    unit: 'exports',
    atMost: 0,
    ...(place === 0 ? { note } : {}),
  }));
}
