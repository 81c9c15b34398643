/** The snapshot is what the extension does. `FAULTS_CALLS=write` writes it anew; its difference is then read in review. */
import { writeFileSync } from 'node:fs';

import { expect } from '@playwright/test';

import { keysOf, readSnapshot, SNAPSHOT } from './calls.ts';
import { runClean } from './clean.ts';
import { test } from './fixture.ts';
import { FLAVOURS } from './flavours.ts';

for (const [name, flavour] of Object.entries(FLAVOURS)) {
  test(`the calls of a clean export are those of calls.json: ${name}`, async ({ standFor }) => {
    const clean = await runClean(await standFor(flavour), name);
    if (process.env['FAULTS_CALLS'] === 'write')
      writeFileSync(SNAPSHOT, `${JSON.stringify({ ...readSnapshot(), [name]: clean }, undefined, 2)}\n`);
    const kept = readSnapshot()[name];
    expect({ makes: clean.makes, calls: keysOf(clean) }).toEqual({ makes: kept?.makes, calls: kept && keysOf(kept) });
  });
}
