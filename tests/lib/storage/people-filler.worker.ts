/** A worker that fills the index for as long as it lives, merging as it goes; and says which page is safely there. */
import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import { openShelf } from '#lib/storage/people-shelf.ts';

import { entriesOf, LIMITS } from './people-pages.ts';

async function fill(): Promise<void> {
  const index = createPeopleIndex(openShelf('org-1', begin), LIMITS);
  for (let page = (((await index.progress()) as number | undefined) ?? -1) + 1; ; page++) {
    await index.put(entriesOf(page), page);
    postMessage(page);
    while (await index.tidy());
  }
}

void fill();
