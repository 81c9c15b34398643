/** Looking for people with what is stored on this machine, and with the Greenhouse of one connection. */
import { greenhouseOf } from '#lib/connection/greenhouse.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { Finder } from '#lib/identity/finder.ts';
import { openPeopleIndex } from '#lib/identity/index/open.ts';
import { ledgerOf } from '#lib/identity/ledger.ts';
import type { Sync } from '#lib/identity/sync/sync.ts';
import { wordsOf } from '#lib/identity/words.ts';
import { accountOf, accountsOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { madeLatelyBy } from './made-lately.ts';

/** @param status how the index of everybody stands. */
export function finderOf(
  kept: Connection,
  now: () => number,
  status: Sync['status'],
  greenhouse: Greenhouse = greenhouseOf(kept, now),
): Finder {
  const accounts = accountsOf(kept);
  return {
    greenhouse,
    ledger: ledgerOf(accounts),
    words: wordsOf(accounts, now),
    index: greenhouse.can.listsEverybody ? () => indexOf(kept, status) : undefined,
    madeLately: madeLatelyBy(accounts, now),
    now,
  };
}

/** One that is off, or waits for the recruiter's yes, holds nobody. */
async function indexOf(kept: Connection, status: Sync['status']) {
  const told = await status();
  const holdsNobody = told.state === 'off' || told.state === 'asks';
  return { status: told, people: holdsNobody ? undefined : await openPeopleIndex(accountOf(kept)) };
}
