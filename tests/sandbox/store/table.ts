import { HOUR } from '../clock.ts';

/** Every stored object has these three (harvest-api §4.1). */
export type Row = { id: number; created_at: string; updated_at: string };

/** What a row has besides them. */
export type Fields<R extends Row> = Omit<R, keyof Row>;

/**
 * Rows that are made when asked for. Slot `n` has the id `firstId + n`; a slot may be empty. `born` never falls
 * from slot to slot, and a row changes for the last time within `settles` ms of its birth.
 */
export type Seed<R extends Row> = {
  firstId: number;
  slots: number;
  make: (slot: number) => R | undefined;
  born?: (slot: number) => number;
  settles?: number;
  /** When a row changed last, cheaper than by making it. */
  changed?: (slot: number) => number;
};

/** Where among the seeded rows an answer can be: their ids, or the span of their slots. */
export type Scope = { ids?: Iterable<number>; slots?: readonly [number, number]; may?: (slot: number) => boolean };

type Version<R> = { row: R | undefined; writtenAt: number; before: Version<R> | undefined };

/** One kind of record: a seed that is computed, and on top of it everything that was written. */
export class Table<R extends Row> {
  readonly #seed: Seed<R>;
  readonly #now: () => number;
  /** Grows with every write: what was worked out from the rows holds as long as this stands. */
  revision = 0;
  readonly #written = new Map<number, Version<R>>();
  /** The ids of `#written`, falling; made again when one was added, so that a list being read keeps its own. */
  #fallingIds: number[] | undefined;
  #nextId: number;

  constructor(seed: Seed<R>, now: () => number) {
    this.#seed = seed;
    this.#now = now;
    this.#nextId = seed.firstId + seed.slots;
  }

  /** The row as it stands, or as lists saw it at an earlier time. */
  get(id: number, asOf = Infinity): R | undefined {
    let version = this.#written.get(id);
    while (version && version.writtenAt > asOf) version = version.before;
    if (version) return version.row;
    const slot = id - this.#seed.firstId;
    return Number.isInteger(slot) && slot >= 0 && slot < this.#seed.slots ? this.#seed.make(slot) : undefined;
  }

  insert(fields: Fields<R>, createdAt?: string): R {
    const now = new Date(this.#now()).toISOString();
    const row = { id: this.#nextId, created_at: createdAt ?? now, updated_at: now, ...fields } as R;
    this.#nextId += 1;
    this.#write(row.id, row);
    return row;
  }

  /** Changes a row and its `updated_at`. */
  update(id: number, changes: Partial<R>): R {
    const row = this.get(id);
    if (!row) throw new Error(`There is no row ${id} to update.`);
    const changed = { ...row, ...changes, updated_at: new Date(this.#now()).toISOString() };
    this.#write(id, changed);
    return changed;
  }

  remove(id: number): void {
    this.#write(id, undefined);
  }

  /** The rows, newest id first (harvest-api §4.2), below an id and within a scope of the seed. */
  *descending(scope: Scope = {}, below = Infinity, asOf = Infinity): Generator<R> {
    for (const id of merged(this.#writtenIds(), this.#seededIds(scope, below))) {
      if (id >= below) continue;
      const row = this.get(id, asOf);
      if (row) yield row;
    }
  }

  where(test: (row: R) => boolean, scope: Scope = {}): R[] {
    const rows: R[] = [];
    for (const row of this.descending(scope)) if (test(row)) rows.push(row);
    return rows;
  }

  first(test: (row: R) => boolean, scope: Scope = {}): R | undefined {
    for (const row of this.descending(scope)) if (test(row)) return row;
    return undefined;
  }

  /** The slots born between two moments; only a chronological seed can say. */
  slotsBornBetween(from: number, to: number): readonly [number, number] | undefined {
    const born = this.#seed.born;
    if (!born) return undefined;
    return [this.#firstSlot((slot) => born(slot) >= from), this.#firstSlot((slot) => born(slot) > to) - 1];
  }

  changedBetween(from: number, to: number): Scope {
    const slots = this.slotsBornBetween(from - (this.#seed.settles ?? 0), to);
    if (!slots) return {};
    const { changed } = this.#seed;
    if (!changed) return { slots };
    return { slots, may: (slot) => changed(slot) >= from && changed(slot) <= to };
  }

  /** Whether an id came with the seed. */
  isSeeded(id: number): boolean {
    return id >= this.#seed.firstId && id < this.#seed.firstId + this.#seed.slots;
  }

  get slots(): number {
    return this.#seed.slots;
  }

  /** What was written since the seed, newest first. */
  *overlay(): Generator<R> {
    for (const id of this.#writtenIds()) {
      const row = this.get(id);
      if (row) yield row;
    }
  }

  #writtenIds(): number[] {
    this.#fallingIds ??= [...this.#written.keys()].sort(falling);
    return this.#fallingIds;
  }

  #write(id: number, row: R | undefined): void {
    const before = this.#written.get(id);
    if (!before) this.#fallingIds = undefined;
    const version = { row, writtenAt: this.#now(), before };
    forgetOld(version, version.writtenAt);
    this.#written.set(id, version);
    this.revision += 1;
  }

  *#seededIds(scope: Scope, below: number): Generator<number> {
    if (scope.ids) {
      yield* [...new Set(scope.ids)].sort(falling);
      return;
    }
    const [low, high] = scope.slots ?? [0, this.#seed.slots - 1];
    const top = Math.min(high, below - this.#seed.firstId - 1);
    for (let slot = top; slot >= low; slot -= 1) if (scope.may?.(slot) ?? true) yield this.#seed.firstId + slot;
  }

  #firstSlot(holds: (slot: number) => boolean): number {
    let low = 0;
    let high = this.#seed.slots;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** No list is later than an hour: what was replaced before that is let go. */
function forgetOld<R>(newest: Version<R>, now: number): void {
  let version: Version<R> | undefined = newest;
  while (version && version.writtenAt > now - HOUR) version = version.before;
  if (version) version.before = undefined;
}

const falling = (one: number, other: number): number => other - one;

/** Two falling sequences as one, without repeats. */
function* merged(one: number[], other: Iterable<number>): Generator<number> {
  let at = 0;
  for (const id of other) {
    for (let ahead = one[at]; ahead !== undefined && ahead >= id; ahead = one[at]) {
      at += 1;
      if (ahead > id) yield ahead;
    }
    yield id;
  }
  yield* one.slice(at);
}
