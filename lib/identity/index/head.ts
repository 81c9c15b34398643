/** What is to be known of an index before anything in it can be read, and is changed with it in one transaction. */
import * as z from 'zod/mini';

import type { Reading, Writing } from '#lib/storage/people-shelf.ts';

import { jsonOf, jsonSheetOf } from './sheet.ts';

const count = z.number();
const counts = { keys: count, people: count, bytes: count };
const baseSchema = z.object({ ...counts, bits: count });

const headSchema = z.object({
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
});
export type Head = z.infer<typeof headSchema>;
export type Base = Head['base'];

const HEAD = 0;
const PROGRESS = 1;

function freshHead(): Head {
  const none = { keys: 0, people: 0, bytes: 0 };
  return {
    secret: [...crypto.getRandomValues(new Uint32Array(4))],
    begun: false,
    base: { ...none, bits: 0 },
    log: { ...none, first: 0, next: 0 },
    damage: [],
    filling: 0,
  };
}

/** Undefined where it is missing or cannot be read: then nothing that is stored can be found. */
export async function readHead(shelf: Reading): Promise<Head | undefined> {
  const [value] = await shelf.get('meta', [HEAD]);
  return headSchema.safeParse(jsonOf(value, HEAD)).data;
}

export function writeHead(shelf: Writing, head: Head): void {
  shelf.put('meta', HEAD, jsonSheetOf(head, HEAD));
}

export async function readProgress(shelf: Reading): Promise<unknown> {
  const [value] = await shelf.get('meta', [PROGRESS]);
  return jsonOf(value, PROGRESS);
}

export function writeProgress(shelf: Writing, progress: unknown): void {
  shelf.put('meta', PROGRESS, jsonSheetOf(progress, PROGRESS));
}

/** An index that has never been filled, in place of whatever there is. */
export function begin(shelf: Writing): Head {
  const head = freshHead();
  shelf.clear();
  writeHead(shelf, head);
  return head;
}

export const isSame = (one: Head, other: Head): boolean => one.secret.every((word, i) => word === other.secret[i]);
