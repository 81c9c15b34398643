/** What is to be known of an index before anything in it can be read, and is changed with it in one transaction. */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';
import { PARTS, type Shelf, type ShelfReading, type ShelfWriting } from '#lib/storage/people-shelf.ts';

import { jsonOf, jsonSheetOf } from './sheet.ts';

const count = z.number();
const counts = { keys: count, people: count, bytes: count };
/** A base is written into a volume of its own by a merge, and stays as it is until the next one. */
const baseSchema = z.object({ ...counts, bits: count, volume: count });

const headSchema = lazyObject(() => ({
  /** Of the hash, 128 bits. Tells this index from any that stood under its name before. */
  secret: z.array(count).check(z.length(4)),
  /** Somebody has begun to fill it. */
  begun: z.boolean(),
  base: baseSchema,
  /** Pages from `first` up to, and not with, `next`. */
  log: z.object({ ...counts, first: count, next: count }),
  /** The pages up to `upTo` are being taken into the base, position by position, those before `at` are done. */
  merge: z.optional(z.object({ upTo: count, at: count, base: baseSchema, log: z.object(counts) })),
  /** Stretches of positions that have lost something, with the number of the filling in which that was found. */
  damage: z.array(z.object({ from: count, to: count, filling: count })),
  filling: count,
}));
export type Head = z.infer<typeof headSchema>;
export type Base = Head['base'];
export type Counts = Pick<Base, keyof typeof counts>;

const HEAD = 0;
const PROGRESS = 1;

function freshHead(): Head {
  const none = { keys: 0, people: 0, bytes: 0 };
  const [firstVolume = 0] = crypto.getRandomValues(new Uint32Array(1));
  return {
    secret: [...crypto.getRandomValues(new Uint32Array(4))],
    begun: false,
    // Counted from somewhere, so that no volume of an index that stood here before has the number of one of this.
    base: { ...none, bits: 0, volume: firstVolume * 2 ** 16 },
    log: { ...none, first: 0, next: 0 },
    damage: [],
    filling: 0,
  };
}

/** Undefined where it is missing or cannot be read: then nothing that is stored can be found. */
export async function readHead(shelf: ShelfReading): Promise<Head | undefined> {
  const [value] = await shelf.get('meta', [HEAD]);
  return headSchema.safeParse(jsonOf(value, HEAD)).data;
}

export function writeHead(shelf: ShelfWriting, head: Head): void {
  shelf.put('meta', HEAD, jsonSheetOf(head, HEAD));
}

export async function readProgress(shelf: ShelfReading): Promise<unknown> {
  const [value] = await shelf.get('meta', [PROGRESS]);
  return jsonOf(value, PROGRESS);
}

export function writeProgress(shelf: ShelfWriting, progress: unknown): void {
  shelf.put('meta', PROGRESS, jsonSheetOf(progress, PROGRESS));
}

/** An index that has never been filled, in place of whatever there is. */
export function begin(shelf: ShelfWriting): Head {
  const head = freshHead();
  for (const part of PARTS) shelf.clear(part);
  writeHead(shelf, head);
  return head;
}

export const isSame = (one: Head, other: Head): boolean => one.secret.every((word, i) => word === other.secret[i]);

/** Whether both have the same blocks in the same places. */
export const hasSameBlocks = (one: Head, other: Head): boolean =>
  isSame(one, other) && one.base.volume === other.base.volume && one.merge?.at === other.merge?.at;

/** Deletes the volumes that no merge has come to its end in, or is about to. */
export const sweep = (shelf: Shelf): Promise<void> =>
  shelf.volumes.sweep(async () => {
    const head = await shelf.read(readHead);
    return head ? [head.base.volume, ...(head.merge ? [head.merge.base.volume] : [])] : [];
  });
