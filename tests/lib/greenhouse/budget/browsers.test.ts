/** The benchmark of many browsers (`tests/bench/browsers`) with few of them, so that every change is held to it. */
import { expect, test } from 'vitest';

import { simulate } from '#tests/bench/browsers/simulate.ts';

test('five browsers on a small limit lose nothing, do nothing twice, and none starves', async () => {
  const crowd = await simulate({ browsers: 5, exports: 3, rateLimit: 15, sync: true });
  expect(crowd).toMatchObject({ asked: 15, done: 15, duplicates: 0 });
  expect(crowd.refused, 'the limit was met').toBeGreaterThan(0);
  expect(crowd.longest).toBeLessThan(300);
  expect(crowd.pages, 'the sync goes on').toBeGreaterThan(0);
});

test('the sync of a browser that is alone delays none of its exports', async () => {
  const alone = await simulate({ browsers: 1, exports: 6, rateLimit: 75, sync: true });
  expect(alone).toMatchObject({ asked: 6, done: 6, waited: 0, refused: 0 });
  expect(alone.longest).toBeLessThan(2);
  expect(alone.pages).toBeGreaterThan(30);
});
