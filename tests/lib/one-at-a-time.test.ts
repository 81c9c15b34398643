import { expect, test } from 'vitest';

import { oneAtATime } from '#lib/one-at-a-time.ts';

/** Work that ends when it is told to. */
function slow() {
  const begun: string[] = [];
  const endings: (() => void)[] = [];
  const ask = oneAtATime((about: string) => {
    begun.push(about);
    return new Promise<void>((resolve) => endings.push(resolve));
  });
  return { begun, ask, end: async () => void (endings.shift()?.(), await new Promise((resolve) => setTimeout(resolve))) };
}

test('a hundred events while work is under way are one more time, and that one sees what holds by then', async () => {
  const { begun, ask, end } = slow();
  const all = Array.from({ length: 100 }, () => ask('tab 7'));
  expect(begun).toEqual(['tab 7']);
  await end();
  expect(begun).toEqual(['tab 7', 'tab 7']);
  await end();
  await Promise.all(all);
  expect(begun).toHaveLength(2);
});

test('two things do not wait for one another', () => {
  const { begun, ask } = slow();
  void ask('tab 7');
  void ask('tab 8');
  expect(begun).toEqual(['tab 7', 'tab 8']);
});

test('what fails is tried again at the next event', async () => {
  let times = 0;
  const ask = oneAtATime(() => {
    times += 1;
    return Promise.reject(new Error('no such tab'));
  });
  await ask('tab');
  await ask('tab');
  expect(times).toBe(2);
});
