/** One stand at a time in each of Playwright's workers: a browser is opened when the first cell asks for it. */
import { test as base } from '@playwright/test';

import { type Flavour, kindOf } from './flavours.ts';
import { openStand, type Stand } from './stand.ts';

type StandFor = (flavour: Flavour) => Promise<Stand>;

/** A list of exports that has grown long is nobody's daily life. */
const EXPORTS_AT_MOST = 60;

export const test = base.extend<object, { standFor: StandFor }>({
  standFor: [
    async ({}, use) => {
      let open: { kind: string; stand: Stand; used: number } | undefined;
      await use(async (flavour) => {
        const kind = kindOf(flavour);
        if (open?.kind !== kind || open.stand.isClosed() || open.used >= EXPORTS_AT_MOST) {
          await open?.stand.close();
          open = undefined;
          open = { kind, stand: await openStand(flavour.connected), used: 0 };
        }
        open.used += 1;
        return open.stand;
      });
      await open?.stand.close();
    },
    { scope: 'worker' },
  ],
});
