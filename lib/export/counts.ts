/** How many exports are unfinished, for the badge and the queue. */
import type { Accounts } from '#lib/storage/account.ts';
import { database } from '#lib/storage/database.ts';

import { isOver, type ExportView } from './schema.ts';

export interface Counts {
  /** Stopped until somebody says how they go on. */
  needsYou: number;
  /** They go on by themselves: in a while, once there is a network, or when their own account is connected again. */
  waits: number;
}

/** What is for another account waits for it, whatever it needs: nobody can answer it here. */
export function counts(views: readonly Pick<ExportView, 'state' | 'elsewhere'>[]): Counts {
  const open = views.filter(({ state }) => !isOver(state));
  const needsYou = open.filter(({ state, elsewhere }) => state === 'needs-you' && !elsewhere).length;
  return { needsYou, waits: open.length - needsYou };
}

/** From what is written in clear: nobody's data is opened for it. */
export async function countWritten(here: Accounts | undefined): Promise<Counts> {
  const stored = await (await database()).getAll('exports');
  return counts(
    stored.map(({ state, account }) => ({
      state: state as ExportView['state'],
      elsewhere: !here?.includes(account),
    })),
  );
}
