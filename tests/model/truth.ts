/**
 * What is really there: what nobody in a schedule sees. Every record, every row as it lies on every disk, and what each recruiter was
 * shown; the files beside it hold what must be so of it.
 */
import type { Row } from '#lib/export/row.ts';
import type { FollowUp } from '#lib/export/schema.ts';

import { Along } from './along.ts';
import type { Invariant } from './invariants.ts';
import type { Answered, Press } from './press.ts';
import type { MadePerson } from './records.ts';
import { MINUTE, type World } from './world.ts';

/** A look before a create takes less than this, and no list is later. */
export const SEEN_AFTER_MS = 5 * MINUTE + 3 * MINUTE;

export class Truth {
  readonly people: MadePerson[] = [];
  readonly along = new Along((holds, what) => this.must(holds, what));
  readonly notes: { candidateId: number; by: number; at: number }[] = [];
  /** By a colleague, whatever our browsers know. */
  readonly deleted = new Set<number>();
  /** Deleted, or merged into another; since when. */
  readonly gone = new Map<number, number>();
  readonly presses: Press[] = [];
  readonly disks: Map<string, Row>[] = [];
  /** What was over, and is kept no longer. */
  readonly swept = new Map<string, Row>();
  /** What a recruiter says, on its way, by the row that it is said to. */
  readonly answered = new Map<string, Answered>();
  /** Calls that are still to arrive or to be committed. */
  onItsWay = 0;
  /** Whether Greenhouse's answers tell its time. */
  tellsTime = true;
  /** Whether the reader may see in which pools prospects are. */
  tellsPools = true;
  /** Applications of whose pool nothing was told to whoever asked. */
  readonly untold = new Set<number>();
  /** Whose clock was put forward: times by that clock are shorter. */
  readonly forward = new Set<number>();
  /** Nothing fails, and nobody is away: a look that is due is taken. */
  isQuiet = false;
  /** What no longer holds. */
  broken: Invariant | undefined;

  readonly #world: () => World;
  /** How many records of a person may be there beyond the first: by word, by a colleague's window, by a deletion. */
  readonly #allowed = new Map<string, number>();

  constructor(world: () => World) {
    this.#world = world;
  }

  get world(): World {
    return this.#world();
  }

  must(holds: boolean, what: Invariant): void {
    if (holds) return;
    this.broken ??= what;
    this.world.note(`BROKEN: ${what}`);
  }

  allow(who: string, account: string): void {
    this.#allowed.set(`${account} ${who}`, this.allowedOf(who, account) + 1);
  }

  allowedOf = (who: string, account: string): number => this.#allowed.get(`${account} ${who}`) ?? 0;

  pressOf = (id: string): Press | undefined => this.presses.find(({ request }) => request.id === id);
  rowOf = (press: Press | undefined): Row | undefined =>
    press && (this.disks[press.client]?.get(press.request.id) ?? this.swept.get(press.request.id));
  noteOf = (press: Press | undefined): FollowUp | undefined =>
    this.rowOf(press)?.view.followUps.find(({ step }) => step === 'note');

  isOf =
    ({ who, account }: Press) =>
    (person: MadePerson): boolean =>
      person.who === who && person.account === account && !this.gone.has(person.id);
}

export const sharesKey = (one: Row, other: Row): boolean => one.keys.some((key) => other.keys.includes(key));
