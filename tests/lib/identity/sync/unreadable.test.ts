/** Rows that are damaged: nobody else is kept out by them, and they are counted for as long as they are. */
import { expect, test } from 'vitest';

import { emailOf } from '#tests/support/listed-base.ts';

import { DAY, MINUTE, stage } from './stage.ts';

test('whoever cannot be read is counted, and everybody else is in', async () => {
  const { start, greenhouse, memory } = stage({ people: 50 });
  greenhouse.garbled.add(7).add(33).add(31);
  const sync = start();
  await sync.resume();
  expect(memory.people.size).toBe(47);
  expect(await sync.status()).toMatchObject({ state: 'fresh', people: 47, unreadable: 3 });
});

test('once however often they are told, and not when they are whole again', async () => {
  const { start, greenhouse, memory, time, alarm } = stage({ people: 50 });
  const sync = start();
  await sync.resume();
  expect((await sync.status()).unreadable).toBeUndefined();
  greenhouse.garbled.add(7);
  greenhouse.write(7, emailOf(7, 2), time.now + MINUTE);
  for (let windows = 0; windows < 2; windows += 1) {
    time.now = alarm.at;
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'fresh', unreadable: 1 });
  }
  expect(memory.people.get(7)?.keys, 'as they were').toEqual([`email ${emailOf(7)}`]);
  greenhouse.garbled.clear();
  greenhouse.write(7, emailOf(7, 3), time.now + MINUTE);
  time.now = alarm.at;
  await sync.resume();
  expect((await sync.status()).unreadable).toBeUndefined();
  expect(memory.people.get(7)?.keys).toEqual([`email ${emailOf(7, 3)}`]);
});

test('when everybody is told again they are not taken for deleted, and those who are deleted are not counted', async () => {
  const { start, greenhouse, memory, time } = stage({ people: 50 });
  greenhouse.garbled.add(40);
  const sync = start();
  await sync.resume();
  // The last of a page.
  greenhouse.garbled.add(31);
  greenhouse.write(40, undefined, time.now);
  time.now += 400 * DAY;
  await sync.resume();
  expect(await sync.status()).toMatchObject({ state: 'fresh', unreadable: 1 });
  expect(memory.people.get(31)?.keys).toEqual([`email ${emailOf(31)}`]);
});
