/** Whoever fills the index is killed again and again, in whatever it is doing: what it had said is there, and nothing else. */
import { expect, test } from 'vitest';

import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Key } from '#lib/identity/keys.ts';
import { forgetShelves, openShelf } from '#lib/storage/people-shelf.ts';

import { diceOf } from '../../sites/promises/mutate.ts';
import { expected, LIMITS } from './people-pages.ts';

const SEED = 20_261_122;
const DEATHS = 25;

/** Lives for so many milliseconds; answers the last page that it said was written. */
async function life(ms: number): Promise<number> {
  const worker = new Worker(new URL('people-filler.worker.ts', import.meta.url), { type: 'module' });
  let said = -1;
  await new Promise<void>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
      // From its first word on, so that each life gets to work.
      if (said < 0) setTimeout(resolve, ms);
      said = data;
    });
  });
  worker.terminate();
  return said;
}

test(`after each of ${DEATHS} deaths every key leads where it should (seed ${SEED})`, { timeout: 120_000 }, async () => {
  await forgetShelves();
  const below = diceOf(SEED);
  let merging = 0;
  let last = -1;
  for (let death = 0; death < DEATHS; death++) {
    const said = await life(below(150));
    const index = createPeopleIndex(openShelf('org-1', begin), LIMITS);
    const written = (await index.progress()) as number;
    // It may have died after the page was written and before it could say so.
    expect(written).toBeGreaterThanOrEqual(said);
    expect(written).toBeLessThanOrEqual(said + 1);
    expect(written).toBeGreaterThan(last);
    last = written;
    const keys = [...expected(written)].filter((_, i) => death % 8 === 0 || i % 7 === death % 7);
    const found = await index.lookup(keys.map(([key]) => ({ keys: [key], names: [] })));
    const wrong: Key[] = [];
    for (const [i, [key, id]] of keys.entries()) {
      const ids = found[i]?.byKey.get(key) ?? [];
      if (found[i]?.damaged || ids.length !== (id === undefined ? 0 : 1) || ids[0] !== id) wrong.push(key);
    }
    expect(wrong).toEqual([]);
    // Whatever limit would begin another merge: one that is under way goes on.
    if (await createPeopleIndex(openShelf('org-1', begin), { ...LIMITS, full: { pages: 1e9, keys: 1e9 } }).tidy()) merging++;
  }
  expect(merging, 'some died in the middle of a merge').toBeGreaterThan(3);
  const index = createPeopleIndex(openShelf('org-1', begin), LIMITS);
  while (await index.tidy(true));
  const living = new Set([...expected(last).values()].filter((id) => id !== undefined));
  expect(await index.stats()).toMatchObject({ candidates: living.size, damaged: 0 });
});
