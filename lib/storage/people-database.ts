/** A database of numbered records of bytes, opened at the first need, and again when the browser or somebody else has taken it away. */
import { deleteDB, openDB, unwrap } from 'idb';

import { AppError } from '#lib/errors.ts';

/** Of one moment: a transaction. What is missing, and what the browser cannot read any more, is undefined. */
export interface Reading<Part extends string> {
  get(part: Part, keys: readonly number[]): Promise<unknown[]>;
}

/** All of it or nothing is written when the work has ended; nothing if it throws. */
export interface Writing<Part extends string> extends Reading<Part> {
  put(part: Part, key: number, value: ArrayBuffer): void;
  /** The records from `from` up to, and not with, `to`. */
  remove(part: Part, from: number, to: number): void;
  clear(part: Part): void;
}

/** Both reject with `storage/full` where there is no room, and with `storage/corrupt` where the browser cannot open it. */
export interface PeopleDatabase<Part extends string> {
  read<T>(work: (reading: Reading<Part>) => Promise<T>): Promise<T>;
  write<T>(work: (writing: Writing<Part>) => Promise<T>): Promise<T>;
}

/** What is in a database that has just been made. */
interface Kind<Part extends string> {
  name: string;
  version: number;
  parts: readonly Part[];
  /** Fills one that is new, or of an earlier version, in the transaction that makes it. */
  begin?: (writing: Writing<Part>) => void;
}

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

function within<Part extends string>(transaction: IDBTransaction): Writing<Part> {
  const store = (part: Part) => transaction.objectStore(part);
  return {
    get(part, keys) {
      const from = store(part);
      return Promise.all(keys.map((key) => answerOf<unknown>(from.get(key))));
    },
    put: (part, key, value) => void store(part).put(value, key),
    remove: (part, from, to) => void store(part).delete(IDBKeyRange.bound(from, to, false, true)),
    clear: (part) => void store(part).clear(),
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

async function transact<T>(transaction: IDBTransaction, work: () => Promise<T>): Promise<T> {
  const end = ended(transaction);
  let result: T;
  try {
    result = await work();
  } catch (thrown) {
    const why = end.then(
      () => thrown,
      (reason: unknown) => reason,
    );
    // Over already where it was its end that the work ran into.
    if (!isGone(thrown)) transaction.abort();
    throw isGone(thrown) ? await why : (await why, thrown);
  }
  // What has been read is no truer for the transaction's end, which takes another way to the browser's process and back.
  if (transaction.mode === 'readonly') end.catch(() => undefined);
  else await end;
  return result;
}

export function peopleDatabase<Part extends string>({ name, version, parts, begin }: Kind<Part>): PeopleDatabase<Part> {
  let opened: Promise<IDBDatabase> | undefined;

  async function open(): Promise<IDBDatabase> {
    const forget = (db: unknown) => void opened?.then((current) => current === db && (opened = undefined));
    let why: unknown;
    const db = await openDB(name, version, {
      upgrade(db, _old, _new, transaction) {
        transaction.done.catch((reason: unknown) => (why = reason));
        for (const store of db.objectStoreNames) db.deleteObjectStore(store);
        for (const part of parts) db.createObjectStore(part);
        begin?.(within(unwrap(transaction)));
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

  async function run<T>(mode: IDBTransactionMode, work: (writing: Writing<Part>) => Promise<T>, again = true): Promise<T> {
    const opening = database();
    try {
      const transaction = (await opening).transaction([...parts], mode);
      return await transact(transaction, () => work(within(transaction)));
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
