/**
 * The one database: what is too much, or too often written, for extension storage. Records that hold a person's data are
 * sealed with the device key (`sealed.ts`) before they come here.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

interface Stores extends DBSchema {
  /** The non-extractable device key, under `device`. */
  keys: { key: string; value: CryptoKey };
  /** The outbox: one row per export; the person's data inside `sealed`, gone when the row is done. */
  exports: { key: string; value: StoredExport; indexes: { open: [string, string] } };
  /** What this browser exported: [account, external id] → candidate id. No other personal data. */
  ledger: { key: [string, string]; value: LedgerEntry };
  /** What the recruiter said: whether a candidate is somebody of that external id. No other personal data. */
  words: { key: [string, string, number]; value: Word; indexes: { said: number; person: [string, string] } };
  drafts: { key: string; value: { externalId: string; savedAt: number; sealed: Sealed } };
  /** Lists from Greenhouse that are only kept to be quick: jobs, choices. */
  cache: { key: string; value: unknown };
}

export interface StoredExport {
  id: string;
  account: string;
  externalId: string;
  state: string;
  /** The row as the panel sees it, without the name. */
  view: unknown;
  /** Epoch milliseconds of the last written step. */
  writtenAt: number;
  /** Epoch milliseconds at which the create was about to be sent; absent until then. */
  sentAt?: number;
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
export const VERSION = 2;

let opened: Promise<Database> | undefined;

/** From whichever version is there, one after the other: nothing that was kept is lost. */
export function upgrade(db: Database, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore('keys');
    db.createObjectStore('exports', { keyPath: 'id' }).createIndex('open', ['account', 'externalId']);
    db.createObjectStore('ledger', { keyPath: ['account', 'externalId'] });
    db.createObjectStore('drafts', { keyPath: 'externalId' });
    db.createObjectStore('cache');
  }
  if (oldVersion < 2) {
    const words = db.createObjectStore('words', { keyPath: ['account', 'externalId', 'candidateId'] });
    words.createIndex('said', 'saidAt');
    words.createIndex('person', ['account', 'externalId']);
  }
}

/** Opens (once per context) and migrates. A closed or replaced connection is opened anew by the next caller. */
export function database(): Promise<Database> {
  opened ??= openDB<Stores>(NAME, VERSION, {
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
  return opened;
}
