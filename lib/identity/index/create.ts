/** The index over a shelf: what each call reads and writes, and what it is when there is nothing that can be read. */
import { AppError } from '#lib/errors.ts';
import type { Shelf, ShelfWriting } from '#lib/storage/people-shelf.ts';

import { emptyUnreadable } from './damage.ts';
import { fingerprints } from './fingerprint.ts';
import { begin, isSame, readHead, readProgress, sweep, writeHead, writeProgress, type Head } from './head.ts';
import { logReader } from './log.ts';
import { look } from './lookup.ts';
import { merger, type MergeLimits } from './merge.ts';
import { pageOf, writtenPage } from './page.ts';
import type { Entry, IdRange, PeopleIndex } from './people-index.ts';
import { siever } from './sieves.ts';

function withPage(shelf: ShelfWriting, head: Head, entries: readonly Entry[], whole?: IdRange): Head {
  const { log, secret } = head;
  const page = pageOf(entries, fingerprints(secret), whole);
  const sheet = writtenPage(page, log.next);
  shelf.put('log', log.next, sheet);
  return {
    ...head,
    log: {
      first: log.first,
      next: log.next + 1,
      keys: log.keys + page.owners.length,
      people: log.people + page.people,
      bytes: log.bytes + sheet.byteLength,
    },
  };
}

export function createPeopleIndex(shelf: Shelf, limits?: MergeLimits): PeopleIndex {
  const readLog = logReader();
  const tidy = merger(shelf, readLog, limits);
  const sieves = siever(shelf.volumes);
  const { answers, expect } = look(shelf, readLog, sieves);
  /** The index whose progress was read, or begun: what follows that progress must not get into another. */
  let filled: Head | undefined;

  /** Changes the head, and with it how far the filling has come. */
  async function change(progress: unknown, how: (head: Head, writing: ShelfWriting) => Head): Promise<void> {
    const tells = progress !== undefined;
    const head = await shelf.write(async (writing) => {
      const head = (await readHead(writing)) ?? begin(writing);
      if (tells && filled && !isSame(filled, head)) throw new AppError('storage/corrupt');
      const changed = how(head, writing);
      writeHead(writing, tells ? { ...changed, begun: true } : changed);
      if (tells) writeProgress(writing, progress);
      return head;
    });
    if (tells) filled = head;
  }

  return {
    put(entries, progress, whole) {
      // Who fills the index needs the memory.
      sieves.release();
      return change(progress, (head, writing) => (entries.length > 0 || whole ? withPage(writing, head, entries, whole) : head));
    },

    async lookup(people) {
      const given = await answers(people).catch((thrown: unknown) => {
        if (!(thrown instanceof AppError)) throw thrown;
      });
      // Nothing can be read at all, or not even opened: whoever fills it is told why.
      if (!given) return people.map(() => ({ byKey: new Map(), byName: [], damaged: true }));
      const { head, found, unreadable } = given;
      // Who comes next finds it out again if this cannot be written down.
      if (unreadable.blocks.length + unreadable.pages.length > 0)
        await emptyUnreadable(shelf, head, unreadable).catch(() => undefined);
      return found;
    },

    async progress() {
      const { head, progress } = await shelf.write(async (writing) => {
        const head = (await readHead(writing)) ?? begin(writing);
        return { head, progress: head.begun ? await readProgress(writing) : undefined };
      });
      filled = head;
      return progress;
    },

    async stats() {
      const { head, progress } = await shelf.read(async (reading) => {
        const [head, progress] = await Promise.all([readHead(reading), readProgress(reading)]);
        return { head, progress: head?.begun ? progress : undefined };
      });
      if (!head) return { candidates: 0, damaged: 0, bytes: 0, progress: undefined };
      await expect(head);
      const { base, log, damage } = head;
      return { candidates: base.people + log.people, damaged: damage.length, bytes: base.bytes + log.bytes, progress };
    },

    tidy: (settle = false) => tidy(settle),

    refill: (progress) => change(progress, (head) => ({ ...head, filling: head.filling + 1 })),

    refilled: (progress) =>
      change(progress, (head) => ({ ...head, damage: head.damage.filter(({ filling }) => filling === head.filling) })),

    async clear(progress) {
      filled = await shelf.write(async (writing) => {
        const head = begin(writing);
        if (progress === undefined) return head;
        writeHead(writing, { ...head, begun: true });
        writeProgress(writing, progress);
        return head;
      });
      await sweep(shelf);
    },
  };
}
