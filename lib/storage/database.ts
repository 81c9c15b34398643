/**
 * The one database: what is too much, or too often written, for extension storage. Records that hold a person's data are
 * sealed with the device key (`sealed.ts`) before they come here.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';

import { AppError } from '#lib/errors.ts';
import type { Row } from '#lib/export/row.ts';

import { exportOfBefore } from './export-of-before.ts';

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

interface Stores extends DBSchema {
  /** Keys that cannot be taken out: `device` for what is sealed, `hash` for what only stands for something. */
  keys: { key: string; value: CryptoKey };
  /** The outbox: one row per export; the person's data inside `sealed`, gone when the row is done. */
  exports: { key: string; value: StoredExport; indexes: { keys: string; due: number } };
  /** What this browser exported: [account, external id] → candidate id. No other personal data. */
  ledger: { key: [string, string]; value: LedgerEntry; indexes: { exportedAt: number } };
  /** What the recruiter said: whether a candidate is somebody of that external id. No other personal data. */
  words: { key: [string, string, number]; value: Word; indexes: { said: number; person: [string, string] } };
  drafts: { key: string; value: { externalId: string; savedAt: number; sealed: Sealed } };
  /** Lists from Greenhouse that are only kept to be quick: jobs, choices. */
  cache: { key: string; value: unknown };
}

export interface StoredExport extends Omit<Row, 'view' | 'request'> {
  id: string;
  externalId: string;
  state: string;
  /** The row as the panel sees it, without the name. */
  view: unknown;
  /** When something is to be done for it, epoch milliseconds, 0 for at once; absent while it waits for somebody or is over. */
  due?: number;
  /** The request, and the name for the queue. */
  sealed?: Sealed;
}

export interface LedgerEntry {
  account: string;
  externalId: string;
  candidateId: number;
  exportedAt: number;
}

export interface Word {
  account: string;
  externalId: string;
  candidateId: number;
  is: 'them' | 'not-them';
  /** Epoch milliseconds. */
  saidAt: number;
}

export type Database = IDBPDatabase<Stores>;

const NAME = 'gleaner';
export const VERSION = 3;

let opened: Promise<Database> | undefined;

/** From whichever version is there, one after the other: nothing that was kept is lost. */
export async function upgrade(
  db: Database,
  oldVersion: number,
  _version: number | null,
  change: IDBPTransaction<Stores, StoreNames<Stores>[], 'versionchange'>,
): Promise<void> {
  if (oldVersion < 1) {
    db.createObjectStore('keys');
    db.createObjectStore('exports', { keyPath: 'id' });
    db.createObjectStore('ledger', { keyPath: ['account', 'externalId'] });
    db.createObjectStore('drafts', { keyPath: 'externalId' });
    db.createObjectStore('cache');
  }
  if (oldVersion < 2) {
    const words = db.createObjectStore('words', { keyPath: ['account', 'externalId', 'candidateId'] });
    words.createIndex('said', 'saidAt');
    words.createIndex('person', ['account', 'externalId']);
  }
  if (oldVersion < 3) {
    const exports = change.objectStore('exports');
    if (oldVersion > 0) exports.deleteIndex('open');
    exports.createIndex('keys', 'keys', { multiEntry: true });
    exports.createIndex('due', 'due');
    change.objectStore('ledger').createIndex('exportedAt', 'exportedAt');
    for await (const cursor of exports) await cursor.update(exportOfBefore(cursor.value));
  }
}

/**
 * Opens (once per context) and migrates. A closed or replaced connection is opened anew by the next caller, and so is one that could
 * not be opened: rejects with `storage/full` or, where it is damaged or a newer version's, `storage/corrupt`.
 */
export function database(): Promise<Database> {
  opened ??= open().catch((thrown: unknown) => {
    opened = undefined;
    throw storageTrouble(thrown);
  });
  return opened;
}

const open = (): Promise<Database> =>
  openDB<Stores>(NAME, VERSION, {
    upgrade,
    // Another context wants a newer version: let it, and open again when asked.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  });

/** The database's own errors, as ones that have a sentence for the recruiter; any other as it is. */
export const storageTrouble = (thrown: unknown): unknown =>
  thrown instanceof DOMException
    ? new AppError(thrown.name === 'QuotaExceededError' ? 'storage/full' : 'storage/corrupt', {}, thrown)
    : thrown;
