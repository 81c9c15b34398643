/** Ten thousand exports by two browsers that die and lose answers: what of them came to be twice, was lost, or was told wrongly. */
import { soak } from '../../soak/soak.ts';
import type { Wrong } from '../../soak/truth.ts';
import { WHOLE } from '../../soak/whole.ts';
import { kB, type Row } from '../row.ts';

const COUNTED: Record<Wrong, string> = {
  duplicate: 'people made twice, and nobody wanted that',
  lost: 'exports lost',
  'follow-up twice': 'notes, entries or files that stand there twice',
  'no end': 'exports without an end',
  'told wrongly': 'views that were not so',
};

export async function soaked(): Promise<Row[]> {
  const { exports, problems, held, remembered, ...counted } = await soak(WHOLE);
  const { calls, faults, deaths, meant, merged, takenBack } = counted;
  const note = `${calls} calls, of which ${faults} failed; ${deaths} deaths; ${meant} second records by a recruiter's word; ${merged} merged and ${takenBack} taken back; seed ${WHOLE.seed}`;
  const [first, last, end] = [held[0], held.at(-1), remembered.at(-1)];
  if (!first || !last || !end) throw new Error('Nothing was exported.');
  return [
    ...Object.entries(COUNTED).map(([wrong, what], place) => ({
      what: `soak of ${exports.toLocaleString('en')} exports: ${what}`,
      value: problems.filter((one) => one.wrong === wrong).length,
      unit: 'exports' as const,
      atMost: 0,
      ...(place === 0 ? { note } : {}),
    })),
    {
      what: 'soak: stored a day after the last tenth of it, to after the first, but for the ledger',
      value: last.bytes / first.bytes,
      unit: 'ratio',
      atMost: 2,
      note: `${kB(last.bytes).toFixed(0)} to ${kB(first.bytes).toFixed(0)} kB, ${last.rows} to ${first.rows} exports`,
    },
    {
      what: 'soak: exports still stored a month after it',
      value: end.rows,
      unit: 'exports',
      atMost: 0,
      note: `and ${end.ids} external ids with their numbers in the ledger`,
    },
  ];
}
