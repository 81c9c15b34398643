/** One stand at a time in each of Playwright's workers: a browser is opened when the first cell asks for it. */
import { test as base } from '@playwright/test';

import type { Connected } from './flavours.ts';
import { openStand, type Stand } from './stand.ts';

type StandFor = (connected: Connected) => Promise<Stand>;

/** A list of exports that has grown long is nobody's daily life. */
const EXPORTS_AT_MOST = 60;

export const test = base.extend<object, { standFor: StandFor }>({
  standFor: [
    async ({}, use) => {
      let open: { connected: Connected; stand: Stand; used: number } | undefined;
      await use(async (connected) => {
        if (open?.connected !== connected || open.used >= EXPORTS_AT_MOST) {
          await open?.stand.close();
          open = undefined;
          open = { connected, stand: await openStand(connected), used: 0 };
        }
        open.used += 1;
        return open.stand;
      });
      await open?.stand.close();
    },
    { scope: 'worker' },
  ],
});
