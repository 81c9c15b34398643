/** The index of one organisation; the same for everybody in this context, so that the log is in memory once. */
import { openShelf } from '#lib/storage/people-shelf.ts';

import { createPeopleIndex } from './create.ts';
import { begin } from './head.ts';
import type { PeopleIndex } from './people-index.ts';

let last: { account: string; index: PeopleIndex } | undefined;

/** Made at the first need. Opening is part of the first call, and repeated by the next one when it has failed. */
// oxlint-disable-next-line require-await
export async function openPeopleIndex(account: string): Promise<PeopleIndex> {
  if (last?.account !== account) last = { account, index: createPeopleIndex(openShelf(account, begin)) };
  return last.index;
}
