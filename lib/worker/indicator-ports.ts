/** What the indicators ask, bound to what is stored on this machine. Nothing here asks Greenhouse. */
import { connection } from '#lib/connection/greenhouse.ts';
import { countWritten } from '#lib/export/counts.ts';
import { rows } from '#lib/export/rows.ts';
import { isOver } from '#lib/export/schema.ts';
import { findLocally } from '#lib/identity/find-locally.ts';
import type { Sync } from '#lib/identity/sync/sync.ts';
import { accountsOf, knownAccountOf } from '#lib/storage/account.ts';

import { finderOf } from './identity.ts';
import type { IndicatorPorts } from './toolbar.ts';

export const indicatorPorts = (now: () => number, index: Sync['status']): IndicatorPorts => ({
  account: () => connection().then(knownAccountOf, () => ''),

  findLocally: async (people) => findLocally(finderOf(await connection(), now, index), people),

  counts: () =>
    connection()
      .then(accountsOf, () => undefined)
      .then(countWritten),

  async unfinished(externalId) {
    const theirs = await rows.overlapping(accountsOf(await connection()), [`id ${externalId}`]);
    return theirs.find(({ view }) => !isOver(view.state))?.view;
  },
});
