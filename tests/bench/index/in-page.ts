/** What is called inside a page of the real extension, to put people into its own index, that its worker reads. */
import { openPeopleIndex } from '#lib/identity/index/open.ts';

import { page } from './people.ts';

/** Of the one organisation that the extension is connected to; undefined as long as its worker has not begun with it. */
export const account = async (): Promise<string | undefined> => {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  return names.find((name) => name.startsWith('people '))?.slice('people '.length);
};

/** Without a word about progress: to whoever fills the index nothing has happened. */
export async function fill(account: string, from: number, to: number, pageSize: number): Promise<void> {
  const index = await openPeopleIndex(account);
  for (let at = from; at < to; at += pageSize) {
    await index.put(page(at, Math.min(at + pageSize, to)));
    while (await index.tidy());
  }
  while (await index.tidy(true));
}
