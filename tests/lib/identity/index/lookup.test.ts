/** When what is read: a lookup that knows where the blocks are does not wait for the head to read them. */
import { expect, test, vi } from 'vitest';

import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Entry } from '#lib/identity/index/people-index.ts';

import { memoryShelf } from '../../../support/memory-shelf.ts';

const person = (candidateId: number): Entry => ({ candidateId, keys: [`email ${candidateId}@base.example`], names: [] });
const LIMITS = { full: { pages: 6, keys: 4000 }, settle: { pages: 1, keys: 1 }, inABlock: 6 };

/** Filled and merged; `order` tells what a new worker's lookup reads, as it begins to. */
async function asleep() {
  const { shelf } = memoryShelf(begin);
  const filling = createPeopleIndex(shelf, LIMITS);
  await filling.put([person(1), person(2)], 1);
  while (await filling.tidy(true));
  const order: string[] = [];
  const real = { ...shelf, volumes: { ...shelf.volumes } };
  vi.spyOn(shelf, 'read').mockImplementation(async (work) => {
    order.push('head');
    await Promise.resolve();
    const result = await real.read(work);
    order.push('head is there');
    return result;
  });
  vi.spyOn(shelf.volumes, 'get').mockImplementation((volume, starts) => {
    order.push(starts.length > 0 ? 'blocks' : 'volume');
    return real.volumes.get(volume, starts);
  });
  return { filling, woken: createPeopleIndex(shelf, LIMITS), order };
}

const found = async (index: ReturnType<typeof createPeopleIndex>) => {
  const [one] = await index.lookup([{ keys: ['email 2@base.example'], names: [] }]);
  return [...(one?.byKey.values() ?? [])];
};

test('of a new worker it waits for the head', async () => {
  const { woken, order } = await asleep();
  await expect(found(woken)).resolves.toEqual([[2]]);
  expect(order).toEqual(['head', 'head is there', 'blocks']);
});

test('once somebody has asked how the index stands, it reads both at once, from a volume that is open', async () => {
  const { woken, order } = await asleep();
  await woken.stats();
  expect(order.splice(0)).toEqual(['head', 'head is there', 'volume']);
  await expect(found(woken)).resolves.toEqual([[2]]);
  expect(order.indexOf('blocks')).toBeLessThan(order.indexOf('head is there'));
  expect(order.filter((what) => what === 'blocks')).toHaveLength(1);
});

test('and once more, where a merge has moved the blocks in between', async () => {
  const { filling, woken, order } = await asleep();
  await woken.stats();
  await filling.put(
    [
      { ...person(3), keys: ['email 2@base.example'] },
      { ...person(2), keys: [] },
    ],
    2,
  );
  while (await filling.tidy(true));
  order.length = 0;
  await expect(found(woken)).resolves.toEqual([[3]]);
  expect(order.filter((what) => what === 'blocks').length).toBeGreaterThan(1);
});
