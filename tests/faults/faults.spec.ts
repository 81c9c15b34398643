/** Each cell of the matrix as a test: exactly once, nothing lost, and nothing told that is not so. */
import { readSnapshot } from './calls.ts';
import { chosen } from './chosen.ts';
import { test } from './fixture.ts';
import { FLAVOURS } from './flavours.ts';
import { runCell } from './run.ts';

const snapshot = readSnapshot();
const { cells, seed } = chosen();

for (const cell of cells) {
  test(cell.key, async ({ standFor }, info) => {
    const clean = snapshot[cell.flavour];
    const flavour = FLAVOURS[cell.flavour];
    if (!clean || !flavour) throw new Error(`no flavour ${cell.flavour}`);
    const stand = await standFor(flavour);
    const { problems, told, calls, ended } = await runCell(stand, cell, clean);
    if (!ended) await stand.close();
    for (const { kind, what } of problems) info.annotations.push({ type: kind, description: what });
    if (problems.length === 0) return;
    const found = problems.map(({ kind, what }) => `  ${kind}: ${what}`);
    throw new Error(
      [
        `sampled with the seed ${seed}; this cell alone: FAULTS='${cell.key}' npm run test:faults -- faults.spec`,
        ...found,
        '  told:',
        ...told.map(deeper),
        '  asked:',
        ...calls.map(deeper),
      ].join('\n'),
    );
  });
}

const deeper = (line: string): string => `    ${line}`;
