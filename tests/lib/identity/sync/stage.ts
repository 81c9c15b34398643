/** A worker and its browser, for whoever lets an index be filled: what is said and what went wrong is kept. */
import type { IndexScope, IndexStatus } from '#lib/identity/sync/status.ts';
import { createSync } from '#lib/identity/sync/sync.ts';
import type { Base } from '#lib/identity/sync/turn.ts';
import type { Trouble } from '#lib/storage/index-trouble.ts';
import { chance } from '#tests/bench/browsers/simulate.ts';
import { emailOf, listedBase } from '#tests/support/listed-base.ts';
import { memoryIndex } from '#tests/support/memory-index.ts';

export const NOW = Date.UTC(2026, 10, 22, 9);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365.25 * DAY;

/** When nobody has anything left to do. */
export const afterAll = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/** Time passes only while somebody sleeps. */
export function stage({ people = 50 }: { people?: number } = {}) {
  const time = { now: NOW };
  const greenhouse = listedBase({ now: () => time.now });
  for (let id = 1; id <= people; id += 1) greenhouse.write(id, emailOf(id), NOW - (people - id + 1) * 30 * DAY);
  const memory = memoryIndex();
  const said: { scope: IndexScope; paused: boolean; agreed: boolean } = {
    scope: { kind: 'everybody' },
    paused: false,
    agreed: false,
  };
  const connected: { base: Partial<Base> | undefined } = { base: {} };
  const troubles = new Map<string, Trouble>();
  const told: { at: number; status: IndexStatus }[] = [];
  const alarm = { at: Number.POSITIVE_INFINITY };
  const forgotten: string[] = [];
  const start = () =>
    createSync({
      base: async () =>
        connected.base && {
          account: 'birch',
          greenhouse,
          index: memory.index,
          forget: async () => {
            forgotten.push('birch');
            await memory.index.clear();
          },
          ...said,
          ...connected.base,
        },
      scope: async () => said.scope,
      choose: async (change) => void Object.assign(said, change),
      troubles: {
        get: async (account) => troubles.get(account),
        set: async (account, trouble) => void (trouble ? troubles.set(account, trouble) : troubles.delete(account)),
      },
      lock: (work) => work(),
      wakeAt: (at) => {
        alarm.at = at;
      },
      sleep: async (ms, signal) => {
        // The one without is that of pages which wait to be told.
        if (signal) time.now += ms;
        else await afterAll();
      },
      keepAlive: async () => undefined,
      changed: (status) => void told.push({ at: time.now, status }),
      now: () => time.now,
      random: chance(1),
    });
  return { time, greenhouse, memory, said, connected, troubles, told, alarm, forgotten, start };
}
