/**
 * Where the index of one organisation's people lies: a database of its own, so that it can be deleted as one. What is in it is the
 * index's (`lib/identity/index`): numbered records of bytes, in three stores.
 */
import { deleteDB, openDB, unwrap } from 'idb';

import { AppError } from '#lib/errors.ts';

/** `meta`: what has to be known to read the others. `log`: pages, as they came. `base`: blocks, sorted. */
export type Part = 'meta' | 'log' | 'base';
const PARTS: Part[] = ['meta', 'log', 'base'];

/** Of one moment: a transaction. What is missing, and what the browser cannot read any more, is undefined. */
export interface Reading {
  get(part: Part, keys: readonly number[]): Promise<unknown[]>;
  /** The records from `from` up to, and not with, `to`. */
  range(part: Part, from: number, to: number): Promise<ReadonlyMap<number, unknown>>;
}

/** All of it or nothing is written when the work has ended; nothing if it throws. */
export interface Writing extends Reading {
  put(part: Part, key: number, value: ArrayBuffer): void;
  remove(part: Part, from: number, to: number): void;
  clear(): void;
}

/** Both reject with `storage/full` where there is no room, and with `storage/corrupt` where the browser cannot open it. */
export interface Shelf {
  read<T>(work: (shelf: Reading) => Promise<T>): Promise<T>;
  write<T>(work: (shelf: Writing) => Promise<T>): Promise<T>;
}

const PREFIX = 'people ';
const VERSION = 1;

/** An answer; undefined where the record is there and cannot be read, which must not end the transaction. */
const answerOf = <T>(request: IDBRequest<T>): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      if (request.error?.name === 'AbortError') return reject(request.error);
      event.preventDefault();
      event.stopPropagation();
      resolve(undefined);
    });
  });

function within(transaction: IDBTransaction): Writing {
  const get = (part: Part, keys: readonly number[]) => {
    const store = transaction.objectStore(part);
    return Promise.all(keys.map((key) => answerOf<unknown>(store.get(key))));
  };
  const span = (from: number, to: number) => IDBKeyRange.bound(from, to, false, true);
  return {
    get,
    async range(part, from, to) {
      const store = transaction.objectStore(part);
      const [keys, values] = await Promise.all([
        answerOf(store.getAllKeys(span(from, to))),
        answerOf<unknown[]>(store.getAll(span(from, to))),
      ]);
      const numbers = (keys ?? []) as number[];
      const each = values ?? (await get(part, numbers));
      return new Map(numbers.map((number, i) => [number, each[i]]));
    },
    put: (part, key, value) => void transaction.objectStore(part).put(value, key),
    remove: (part, from, to) => void transaction.objectStore(part).delete(span(from, to)),
    clear: () => PARTS.forEach((part) => transaction.objectStore(part).clear()),
  };
}

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new DOMException('aborted', 'AbortError')));
  });

const isCalled = (thrown: unknown, ...names: string[]): boolean => thrown instanceof DOMException && names.includes(thrown.name);
/** The connection was closed under us: the browser took the database away, or somebody forgot everything. */
const isGone = (thrown: unknown): boolean => isCalled(thrown, 'InvalidStateError', 'AbortError');

async function transact<T>(db: IDBDatabase, mode: IDBTransactionMode, work: (shelf: Writing) => Promise<T>): Promise<T> {
  const transaction = db.transaction(PARTS, mode);
  const end = ended(transaction);
  let result: T;
  try {
    result = await work(within(transaction));
  } catch (thrown) {
    const why = end.then(
      () => thrown,
      (reason: unknown) => reason,
    );
    // Over already where it was its end that the work ran into.
    if (!isGone(thrown)) transaction.abort();
    throw isGone(thrown) ? await why : (await why, thrown);
  }
  await end;
  return result;
}

/** @param begin fills a database that is new, in the transaction that makes it. */
export function openShelf(account: string, begin: (shelf: Writing) => void): Shelf {
  const name = PREFIX + account;
  let opened: Promise<IDBDatabase> | undefined;

  async function open(): Promise<IDBDatabase> {
    const forget = (db: unknown) => void opened?.then((current) => current === db && (opened = undefined));
    let why: unknown;
    const db = await openDB(name, VERSION, {
      upgrade(db, _old, _new, transaction) {
        transaction.done.catch((reason: unknown) => (why = reason));
        for (const part of PARTS) db.createObjectStore(part);
        begin(within(unwrap(transaction)));
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        forget(event.target);
      },
    }).catch((thrown: unknown) => {
      // That the making came to nothing is all that the opening knows.
      throw why ?? thrown;
    });
    db.addEventListener('close', () => forget(unwrap(db)));
    return unwrap(db);
  }

  /** A later version's can be filled again; that of a browser that was set back is of no use to anybody. */
  const openOrReplace = (): Promise<IDBDatabase> =>
    open().catch(async (thrown: unknown) => {
      if (!isCalled(thrown, 'VersionError')) throw thrown;
      await deleteDB(name);
      return open();
    });

  const database = (): Promise<IDBDatabase> =>
    (opened ??= openOrReplace().catch((thrown: unknown) => {
      opened = undefined;
      throw thrown;
    }));

  async function run<T>(mode: IDBTransactionMode, work: (shelf: Writing) => Promise<T>, again = true): Promise<T> {
    const opening = database();
    try {
      return await transact(await opening, mode, work);
    } catch (thrown) {
      if (!(thrown instanceof DOMException)) throw thrown;
      if (!isGone(thrown) || !again)
        throw new AppError(thrown.name === 'QuotaExceededError' ? 'storage/full' : 'storage/corrupt', {}, thrown);
      if (opened === opening) opened = undefined;
      opening.then(
        (db) => db.close(),
        () => undefined,
      );
      return run(mode, work, false);
    }
  }

  return { read: (work) => run('readonly', work), write: (work) => run('readwrite', work) };
}

/** Deletes one organisation's. */
export const forgetShelf = (account: string): Promise<void> => deleteDB(PREFIX + account);

/** Deletes every organisation's; answers how many there were. A connection that is open somewhere closes by itself. */
export async function forgetShelves(): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
  await Promise.all(names.map((name) => deleteDB(name)));
  return names.length;
}
