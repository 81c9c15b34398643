/** One outbox, two organisations: what was meant for the one is never sent to the other. */
import { beforeEach, describe, expect, test } from 'vitest';

import { createOutbox, type Connected } from '#lib/export/outbox.ts';
import type { ExportRequest } from '#lib/export/schema.ts';
import { find } from '#lib/identity/find.ts';

import { exportRequest } from '../../support/export-request.ts';
import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryRows, plainHash, plainKeys } from '../../support/memory-rows.ts';

const ID = '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b0';
const inBirch = exportRequest({ id: `${ID}1`, account: 'birch' });
const inSandbox = exportRequest({ id: `${ID}2`, account: 'sandbox' });

/** A browser that is connected to one of two Greenhouses, or to none. */
function browser({ holdMs = 0 } = {}) {
  const rows = memoryRows();
  const greenhouses = { birch: fakeGreenhouse(), sandbox: fakeGreenhouse() };
  const names = { birch: 'Birch Labs', sandbox: 'Birch Labs Sandbox' };
  const at: { account: keyof typeof names | undefined; now: number } = { account: 'birch', now: 1_800_000_000_000 };
  const wakes: number[] = [];
  const locks = new Map<string, Promise<unknown>>();
  const connected = async (): Promise<Connected | undefined> => {
    const { account } = at;
    if (!account) return undefined;
    const { port } = greenhouses[account];
    return {
      accounts: [account],
      organisation: names[account],
      greenhouse: async () => port,
      find: (request) => find(finderOver({ ...rows, greenhouse: port, account, now: () => at.now }), request),
      exported: async () => undefined,
    };
  };
  const lock = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (locks.get(name) ?? Promise.resolve()).then(work, work);
    locks.set(name, turn);
    return turn;
  };
  const outbox = createOutbox({
    rows: rows.port,
    keysOf: plainKeys,
    hash: plainHash,
    connected,
    locked: async () => false,
    holdMs: async () => holdMs,
    lock,
    changed: () => undefined,
    wakeAt: (time) => wakes.push(time),
    now: () => at.now,
  });
  const stateOf = ({ id }: ExportRequest) => rows.stored.get(id)?.view.state;
  return { at, rows, greenhouses, outbox, wakes, stateOf };
}

/** Long enough for anything that would be done to have been done. */
const idle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('an export of Birch Labs, while its sandbox is connected', () => {
  let world: ReturnType<typeof browser>;
  beforeEach(async () => {
    world = browser({ holdMs: 10_000 });
    await world.outbox.start(inBirch);
    world.at.account = 'sandbox';
    world.at.now += 60_000;
    await world.outbox.resume();
    await idle();
  });

  test('is sent nowhere, stays as it is written, and wakes nobody', async () => {
    expect(world.greenhouses.birch.calls).toEqual([]);
    expect(world.greenhouses.sandbox.calls).toEqual([]);
    expect(world.stateOf(inBirch)).toBe('held');
    const wakes = world.wakes.length;
    await world.outbox.resume();
    await idle();
    expect(world.wakes).toHaveLength(wakes);
  });

  test('says for whom it waits', async () => {
    expect(await world.outbox.list()).toMatchObject([{ elsewhere: true, organisation: 'Birch Labs', name: 'Mira Okafor' }]);
    expect(world.rows.stored.get(inBirch.id)?.view, 'and that is written nowhere').not.toHaveProperty('elsewhere');
  });

  test('of one that is damaged so that it is not known whose it was, nothing else is claimed', async () => {
    const row = world.rows.stored.get(inBirch.id)!;
    world.rows.stored.set(inBirch.id, { ...row, account: '' });
    const [view] = await world.outbox.list();
    expect(view).toMatchObject({ id: inBirch.id });
    expect(view).not.toHaveProperty('elsewhere');
  });

  test('can be let go, and nothing else can be done with it', async () => {
    await world.outbox.answer(inBirch.id, { do: 'retry' });
    await idle();
    expect(world.stateOf(inBirch)).toBe('held');
    expect((await world.outbox.answer(inBirch.id, { do: 'drop' })).state).toBe('undone');
    expect(world.rows.stored.get(inBirch.id)).not.toHaveProperty('request');
  });

  test('goes on when Birch Labs is connected again, and arrives there', async () => {
    world.at.account = 'birch';
    await world.outbox.resume();
    await expect.poll(() => world.stateOf(inBirch)).toBe('done');
    expect(world.greenhouses.birch.people.size).toBe(1);
    expect(world.greenhouses.sandbox.calls).toEqual([]);
  });

  test('does not stand in the way of the same person there', async () => {
    const view = await world.outbox.start(inSandbox);
    expect(view.id).toBe(inSandbox.id);
    await world.outbox.sendNow(inSandbox.id);
    await expect.poll(() => world.stateOf(inSandbox)).toBe('done');
    expect(world.greenhouses.sandbox.people.size).toBe(1);
    expect(world.greenhouses.birch.calls).toEqual([]);
  });

  test('waits as well while nobody is connected', async () => {
    world.at.account = undefined;
    await world.outbox.resume();
    await idle();
    expect(world.stateOf(inBirch)).toBe('held');
    expect(await world.outbox.list()).toMatchObject([{ elsewhere: true }]);
  });
});

test('who was exported to the one is new to the other', async () => {
  const { at, outbox, greenhouses, stateOf } = browser();
  await outbox.start(inBirch);
  await expect.poll(() => stateOf(inBirch)).toBe('done');
  expect((await outbox.list())[0]).not.toHaveProperty('elsewhere');
  at.account = 'sandbox';
  expect(await outbox.list(), 'what has arrived there is none of theirs').toMatchObject([{ state: 'done', elsewhere: true }]);
  await outbox.start(inSandbox);
  await expect.poll(() => stateOf(inSandbox)).toBe('done');
  expect(greenhouses.sandbox.people.size).toBe(1);
});

test('a press that was made among the jobs of another organisation is refused before anything is written', async () => {
  const { outbox, rows } = browser();
  await expect(outbox.start(inSandbox)).rejects.toMatchObject({ code: 'message/refused' });
  expect(rows.stored.size).toBe(0);
});

test('an export’s id is never answered with another organisation’s export', async () => {
  const { at, outbox } = browser({ holdMs: 10_000 });
  await outbox.start(inBirch);
  at.account = 'sandbox';
  await expect(outbox.start({ ...inBirch, account: 'sandbox' })).rejects.toMatchObject({ code: 'message/refused' });
});

test('a switch in the middle of an export ends it where it is: the next step is taken by its own organisation', async () => {
  const { at, outbox, greenhouses, stateOf } = browser();
  const { port } = greenhouses.birch;
  const findByEmail = port.findByEmail.bind(port);
  port.findByEmail = async (email) => {
    at.account = 'sandbox';
    return findByEmail(email);
  };
  await outbox.start(inBirch);
  await expect.poll(() => at.account).toBe('sandbox');
  await idle();
  expect(stateOf(inBirch), 'and nothing is said to be on its way').toBe('matching');
  expect([greenhouses.birch.count('createPerson'), greenhouses.sandbox.calls.length]).toEqual([0, 0]);
});
