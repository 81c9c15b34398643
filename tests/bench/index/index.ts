/**
 * The index of everybody in Greenhouse beside the obvious store, a record for each candidate, in one run of a real browser.
 *
 * `INDEX_CANDIDATES=20000` tries it out on a smaller base, where fewer of the bounds can hold; `INDEX_BACKEND=sqlite` runs it on the
 * other of Chromium's two ways to store IndexedDB.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Row } from '../row.ts';
import { asleep, firstFrames } from './asleep.ts';
import { launchBench } from './browser.ts';
import { makeExtensions } from './extensions.ts';
import { realExtension } from './extension.ts';
import { ingest, warm, weight } from './stores.ts';

const BASES = { many: Number(process.env['INDEX_CANDIDATES'] ?? 1_000_000), few: 10_000 };
const SQLITE = process.env['INDEX_BACKEND'] === 'sqlite';

export async function peopleIndex(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-index-'));
  try {
    const folders = await makeExtensions(folder, { ours: 'ours', small: 'ours', naive: 'naive', empty: 'empty' });
    const flags = SQLITE ? ['--enable-features=IdbSqliteBackingStore'] : [];
    const browser = await launchBench(folders, join(folder, 'profile'), flags);
    try {
      const rows = [...(await ingest(browser, BASES)), ...(await weight(browser, BASES)), ...(await warm(browser, BASES))];
      const real = await realExtension(BASES.many, flags);
      try {
        return [...rows, ...(await asleep(browser, real, BASES, !SQLITE)), await firstFrames(real)];
      } finally {
        await real.close();
      }
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
