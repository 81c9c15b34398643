import { describe, expect, test } from 'vitest';

import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { IndexScope } from '#lib/identity/sync/status.ts';
import { emailOf, listedBase } from '#tests/support/listed-base.ts';
import { memoryIndex } from '#tests/support/memory-index.ts';

import { afterAll, DAY, HOUR, MINUTE, NOW, stage, YEAR } from './stage.ts';

test('it fills, says so, and asks again for what has changed after a quarter of an hour, by an alarm', async () => {
  const { start, memory, alarm, greenhouse, time } = stage();
  const sync = start();
  await sync.resume();
  expect(memory.people.size).toBe(50);
  expect(await sync.status()).toMatchObject({ state: 'fresh', people: 50, upTo: NOW, nextAt: alarm.at });
  expect((alarm.at - NOW) / MINUTE).toBeGreaterThan(13);
  expect((alarm.at - NOW) / MINUTE).toBeLessThan(20);
  greenhouse.write(51, emailOf(51), NOW + MINUTE);
  time.now = alarm.at;
  greenhouse.asked.length = 0;
  // Another worker: nothing was kept in the memory of the first.
  await start().resume();
  expect(greenhouse.asked).toHaveLength(1);
  expect(memory.people.size).toBe(51);
  const status = await sync.status();
  expect(status.people).toBe(51);
  // Greenhouse tells whole seconds.
  expect(Math.abs((status.upTo ?? 0) - time.now)).toBeLessThan(2000);
});

test('with very many people it asks first, and goes on when it is told to', async () => {
  const { start, greenhouse, memory, said } = stage({ people: 0 });
  // A full page at each age that is looked at, as in a base into which hundreds come each day.
  [8, 4, 2, 1, 0.25, 0].forEach((years, at) => {
    for (let one = 0; one < 25; one += 1)
      greenhouse.write(at * 25 + one + 1, emailOf(at), NOW - years * YEAR - (25 - one) * 1000);
  });
  const sync = start();
  await sync.resume();
  const status = await sync.status();
  expect(status).toMatchObject({ state: 'asks' });
  expect(status.of).toBeGreaterThan(300_000);
  expect(greenhouse.asked.length, 'a few calls').toBeLessThan(12);
  expect(memory.people.size, 'the newest page').toBe(20);
  await sync.command({ do: 'start' });
  await sync.resume();
  expect(said.agreed).toBe(true);
  expect(memory.people.size).toBe(150);
  expect(await sync.status()).toMatchObject({ state: 'fresh', people: 150 });
});

describe('whom it shall hold', () => {
  const MONTHS: IndexScope = { kind: 'months', months: 12 };

  test('nobody: what there was is deleted, and nothing is asked', async () => {
    const { start, said, forgotten, memory, greenhouse, alarm } = stage();
    await start().resume();
    said.scope = { kind: 'off' };
    greenhouse.asked.length = 0;
    const sync = start();
    await sync.resume();
    expect(forgotten).toEqual(['birch']);
    expect(memory.people.size).toBe(0);
    expect(greenhouse.asked).toEqual([]);
    expect(alarm.at).toBe(Number.POSITIVE_INFINITY);
    expect(await sync.status()).toEqual({ scope: { kind: 'off' }, state: 'off', people: 0, damaged: 0 });
  });

  test('some months: those who changed since, by one month after the other, the last first', async () => {
    const { start, said, memory, greenhouse } = stage();
    said.scope = MONTHS;
    const sync = start();
    await sync.resume();
    // One was made every thirty days.
    expect([...memory.people.keys()].sort((one, other) => one - other)).toEqual([39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50]);
    expect(greenhouse.asked.every((query) => 'updated' in query)).toBe(true);
    expect(await sync.status()).toMatchObject({ state: 'fresh', people: 12 });
  });

  test('more than before keeps what is there, and is complete when the rest is there too', async () => {
    const { start, said, memory } = stage();
    said.scope = MONTHS;
    await start().resume();
    const puts = memory.state.puts;
    said.scope = { kind: 'everybody' };
    const sync = start();
    const filled = sync.resume();
    expect(memory.people.size).toBe(12);
    await filled;
    expect(memory.people.size).toBe(50);
    expect(memory.state.puts).toBeGreaterThan(puts);
  });

  test('fewer than before: the others go at once', async () => {
    const { start, said, memory } = stage();
    await start().resume();
    said.scope = { kind: 'months', months: 3 };
    await start().resume();
    expect(memory.people.size).toBe(3);
  });
});

describe('what is in the way', () => {
  test('a refused credential: it waits longer each time, and tries at once when somebody has connected again', async () => {
    const { start, greenhouse, time, alarm } = stage();
    const sync = start();
    const waits: number[] = [];
    for (let times = 0; times < 9; times += 1) {
      greenhouse.faults.push('greenhouse/unauthorized');
      await sync.resume();
      expect(await sync.status()).toMatchObject({
        state: 'failing',
        error: { code: 'greenhouse/unauthorized' },
        nextAt: alarm.at,
      });
      waits.push(alarm.at - time.now);
      time.now = alarm.at;
    }
    expect(waits[0]).toBeLessThan(40_000);
    expect(waits.at(-1)).toBeGreaterThan(0.7 * HOUR);
    expect(waits.at(-1)).toBeLessThan(1.3 * HOUR);
    greenhouse.faults.push('greenhouse/unauthorized');
    await sync.resume();
    await sync.resume(true);
    expect((await sync.status()).state).toBe('fresh');
  });

  test('before its time nothing is asked, also by another worker', async () => {
    const { start, greenhouse } = stage();
    greenhouse.faults.push('greenhouse/forbidden');
    await start().resume();
    greenhouse.asked.length = 0;
    await start().resume();
    expect(greenhouse.asked).toEqual([]);
  });

  test('a locked vault: it goes on when the passphrase was given', async () => {
    const { start, greenhouse, alarm } = stage();
    const sync = start();
    greenhouse.faults.push('settings/passphrase');
    await sync.resume();
    const status = await sync.status();
    expect(status).toMatchObject({ state: 'failing', error: { code: 'settings/passphrase' } });
    expect(status.nextAt).toBeUndefined();
    expect(alarm.at).toBe(Number.POSITIVE_INFINITY);
    await sync.resume(true);
    expect((await sync.status()).state).toBe('fresh');
  });

  test('a rate limit is no failure: it says when it goes on', async () => {
    const { start, greenhouse, alarm } = stage();
    greenhouse.faults.push('greenhouse/limited');
    const sync = start();
    await sync.resume();
    const status = await sync.status();
    expect(status).toMatchObject({ state: 'filling', nextAt: alarm.at });
    expect(status.error).toBeUndefined();
  });

  test('a full disk: it rests until somebody who has made room says so', async () => {
    const { start, memory, said, connected } = stage();
    const { index } = memory;
    connected.base = { index: { ...index, put: () => Promise.reject(new AppError('storage/full')) } };
    const sync = start();
    await sync.resume();
    expect(await sync.status()).toMatchObject({ state: 'paused', error: { code: 'storage/full' } });
    connected.base = {};
    await sync.command({ do: 'resume' });
    await sync.resume();
    expect(said.paused).toBe(false);
    expect((await sync.status()).state).toBe('fresh');
  });

  test.each<ErrorCode>(['greenhouse/invalid', 'greenhouse/not-found'])(
    'a cursor that is refused with %s: it goes on by creation from where it was, and does not begin anew',
    async (code) => {
      const { start, greenhouse, memory } = stage();
      // The first page; four questions how many there are; then the cursor.
      const known = greenhouse.everybody;
      let refused = 0;
      greenhouse.everybody = async function* (query) {
        if ('cursor' in query && refused++ === 0) throw new AppError(code);
        yield* known(query);
      };
      await start().resume();
      expect(memory.people.size).toBe(50);
      expect(greenhouse.asked.filter((query) => Object.keys(query).length === 0)).toHaveLength(1);
      const oldest = NOW - 20 * 30 * DAY;
      expect(greenhouse.asked).toContainEqual({ created: { to: oldest } });
    },
  );

  test('damaged parts: everybody is told again, and it answers meanwhile', async () => {
    const { start, memory, greenhouse } = stage();
    const sync = start();
    await sync.resume();
    memory.state.damaged = 2;
    greenhouse.asked.length = 0;
    expect(await sync.status()).toMatchObject({ damaged: 2 });
    await start().resume();
    expect(greenhouse.asked, 'three pages, and whether the last was the last').toHaveLength(4);
    expect(await sync.status()).toMatchObject({ state: 'fresh', damaged: 0, people: 50 });
  });
});

test('a device whose clock is three hours late misses nobody who changes', async () => {
  const { start, greenhouse, memory, time, alarm } = stage();
  greenhouse.state.clockAheadMs = 3 * HOUR;
  await start().resume();
  const changed = time.now + greenhouse.state.clockAheadMs + MINUTE;
  greenhouse.write(7, emailOf(7, 2), changed);
  for (let windows = 0; windows < 3; windows += 1) {
    time.now = alarm.at;
    await start().resume();
  }
  expect(memory.people.get(7)?.keys).toEqual([`email ${emailOf(7, 2)}`]);
});

test('another account has an index of its own, and the first stays as it is', async () => {
  const { start, memory, connected, greenhouse } = stage();
  const sync = start();
  await sync.resume();
  const other = memoryIndex();
  connected.base = { account: 'alder', index: other.index, greenhouse: listedBase({ now: () => NOW }) };
  await sync.resume(true);
  expect(other.people.size).toBe(0);
  expect(memory.people.size).toBe(50);
  connected.base = undefined;
  greenhouse.asked.length = 0;
  await sync.resume(true);
  expect(greenhouse.asked).toEqual([]);
  expect(await sync.status()).toMatchObject({ state: 'off' });
});

test('what is paused asks nothing until it is resumed', async () => {
  const { start, greenhouse, said } = stage();
  said.paused = true;
  const sync = start();
  await sync.resume();
  expect(greenhouse.asked).toEqual([]);
  expect((await sync.status()).state).toBe('paused');
  await sync.command({ do: 'resume' });
  await sync.resume();
  expect((await sync.status()).state).toBe('fresh');
});

test('pages are told no more than once a second', async () => {
  const { start, told } = stage({ people: 400 });
  await start().resume();
  await afterAll();
  await afterAll();
  expect(told.length).toBeGreaterThan(0);
  expect(told.length, 'twenty pages in no time at all').toBeLessThanOrEqual(2);
  expect(told.at(-1)?.status.state).toBe('fresh');
});
