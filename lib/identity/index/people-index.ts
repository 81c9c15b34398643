/**
 * The index of one organisation's whole candidate base, on this machine: keyed hashes of every key → candidate ids. No name, email
 * or address can be read from it; that is all that is promised, not that it is encrypted.
 */
import type { Key, PersonKeys } from '../keys.ts';

/** All that is known of one candidate from now on: it takes the place of what was known. With no keys, they are gone. */
export interface Entry extends PersonKeys {
  candidateId: number;
}

export interface NamedAlike {
  candidateId: number;
  sameCompany: boolean;
}

/** What was found for one person. */
export interface Found {
  /** Every candidate of each key that was found; more than one for a key that people share. */
  byKey: ReadonlyMap<Key, readonly number[]>;
  /** Those whose name stands in the other order come last. */
  byName: readonly NamedAlike[];
  /** A part that had to be read is damaged, or nobody has begun to fill it: what is not found may be there all the same. */
  damaged: boolean;
}

export interface IndexStats {
  /** Candidates written since it was begun; one that was written again counts once only after a merge has seen both. */
  candidates: number;
  /** Parts that failed their checksum and were emptied: whoever fills the index has to fill it again (`refill`, `refilled`). */
  damaged: number;
  /** Bytes of all that is stored, as written. */
  bytes: number;
  /** What the last `put` said, for whoever only looks: nothing is written for it, and no later `put` is held to it. */
  progress: unknown;
}

/** From one candidate id to another, both included. */
export interface IdRange {
  from: number;
  to: number;
}

export interface PeopleIndex {
  /**
   * Writes one page of entries, and how far the filling has come, in one transaction: either both are there after a death, or
   * neither. `progress` is whoever fills it: any JSON. Rejects with `storage/full`, and with `storage/corrupt` when this is no
   * longer the index whose progress was read (evicted, deleted, found unreadable): ask for `progress` again, and begin there.
   * `whole`: the page tells everybody who has an id in that range, so that whoever is not on it is gone (deleted or merged:
   * Greenhouse tells of neither); entries outside of it are taken all the same.
   */
  put(entries: readonly Entry[], progress?: unknown, whole?: IdRange): Promise<void>;
  /** One answer for each, in order; one read transaction for all. Where nothing can be read, everybody's is damaged. */
  lookup(people: readonly PersonKeys[]): Promise<Found[]>;
  /** What the last `put` said. Undefined where there is nothing, or nothing that can be read, and the filling has to begin. */
  progress(): Promise<unknown>;
  stats(): Promise<IndexStats>;
  /**
   * Does a piece of the work that keeps it small and quick; answers whether there is more to do. Never needed to be right.
   * @param settle  also what is not much yet, so that a new worker answers sooner: for when the filling has come to its end.
   */
  tidy(settle?: boolean): Promise<boolean>;
  /** Everybody will be written again, over what is there, since some of it is damaged. One transaction with the new progress. */
  refill(progress: unknown): Promise<void>;
  /** Everybody has been: what was found damaged before the last `refill` is whole. One transaction with the new progress. */
  refilled(progress: unknown): Promise<void>;
  /** Empties it, in one transaction with the new progress. */
  clear(progress?: unknown): Promise<void>;
}
