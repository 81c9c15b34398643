/** All that says where a list ends is a header that is not there: something between Greenhouse and us may have lost it. */
import { describe, expect, test } from 'vitest';

import { parseProgress } from '#lib/identity/sync/progress.ts';
import { emailOf } from '#tests/support/listed-base.ts';

import { DAY, MINUTE, NOW, stage } from './stage.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const everybody = (people: number) => Array.from({ length: people }, (_, at) => at + 1);

describe.each([
  ['once', 1],
  ['each time', ALWAYS],
])('a next page that is not told, %s', (_, losesLinks) => {
  test('while everybody is read: it goes on from the last person', async () => {
    const { start, greenhouse, memory } = stage({ people: 130 });
    greenhouse.state.losesLinks = losesLinks;
    const sync = start();
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'fresh', people: 130 });
    expect([...memory.people.keys()].sort((one, other) => one - other)).toEqual(everybody(130));
  });

  test('while everybody is read again: nobody is taken for deleted', async () => {
    const { start, greenhouse, memory, time } = stage({ people: 130 });
    await start().resume();
    greenhouse.state.losesLinks = losesLinks;
    time.now += 400 * DAY;
    const sync = start();
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'fresh', people: 130 });
    expect(memory.people.size).toBe(130);
  });

  test('in a month of which more than a page is told', async () => {
    const { start, greenhouse, memory, said } = stage({ people: 0 });
    for (const id of everybody(130)) greenhouse.write(id, emailOf(id), NOW - (131 - id) * DAY);
    greenhouse.state.losesLinks = losesLinks;
    said.scope = { kind: 'months', months: 6 };
    const sync = start();
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'fresh', people: 130 });
    expect(memory.people.size).toBe(130);
  });

  test('among the changes since', async () => {
    const { start, greenhouse, memory, time, alarm } = stage({ people: 130 });
    await start().resume();
    greenhouse.state.losesLinks = losesLinks;
    for (const id of everybody(90)) greenhouse.write(id, emailOf(id, 2), time.now + MINUTE + id * 1000);
    for (let windows = 0; windows < 2; windows += 1) {
      time.now = alarm.at;
      await start().resume();
    }
    for (const id of everybody(90)) expect(memory.people.get(id)?.keys, `person ${id}`).toEqual([`email ${emailOf(id, 2)}`]);
  });
});

test('a last page that is full is seen to be the last, with one question more', async () => {
  const { start, greenhouse } = stage({ people: 40 });
  const sync = start();
  await sync.resume();
  expect(await sync.status()).toMatchObject({ state: 'fresh', people: 40 });
  expect(greenhouse.asked.at(-1)).toEqual({ created: { to: NOW - 40 * 30 * DAY } });
});

test('with a full first page that has no next, it is still found out about how many there are', async () => {
  const { start, greenhouse, memory } = stage({ people: 130 });
  greenhouse.state.losesLinks = 1;
  await start().resume();
  expect(parseProgress(memory.state.progress)?.of).toBeGreaterThan(100);
});

test('an empty answer in the middle is not the end', async () => {
  const { start, greenhouse, memory } = stage({ people: 50 });
  const { everybody: known } = greenhouse;
  let empty = 1;
  greenhouse.everybody = async function* (query) {
    if ('cursor' in query && empty-- > 0) yield { people: [], unreadable: [], full: false };
    else yield* known(query);
  };
  await start().resume();
  expect(memory.people.size).toBe(50);
});

describe('more people of one moment than a page holds', () => {
  const imported = () => {
    const there = stage({ people: 0 });
    for (const id of everybody(40)) there.greenhouse.write(id, emailOf(id), NOW - 100 * DAY);
    return there;
  };

  test('are read where next pages are told', async () => {
    const { start } = imported();
    const sync = start();
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'fresh', people: 40 });
  });

  test('are never said to be complete where next pages are not told, but tried again', async () => {
    const { start, greenhouse, time, alarm } = imported();
    greenhouse.state.losesLinks = ALWAYS;
    const sync = start();
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'failing', error: { code: 'greenhouse/garbled' }, nextAt: alarm.at });
    greenhouse.state.losesLinks = 0;
    time.now = alarm.at;
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'fresh', people: 40 });
  });

  test('who changed in it: so, too', async () => {
    const { start, greenhouse, time, alarm } = stage({ people: 50 });
    const sync = start();
    // Never has a next page been told to it.
    greenhouse.state.losesLinks = ALWAYS;
    await sync.resume();
    for (const id of everybody(40)) greenhouse.write(id, emailOf(id, 2), time.now + MINUTE);
    time.now = alarm.at;
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'failing', error: { code: 'greenhouse/garbled' } });
  });
});
