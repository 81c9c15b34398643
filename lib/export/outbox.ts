/**
 * The outbox: what the machine asks for, done with a database, locks and Greenhouse. It goes on with what it finds written on every
 * wake. One export per id, one at a time per person, whatever is pressed twice and whoever dies in between.
 */
import { AppError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { CallRecord } from '#lib/greenhouse/trace.ts';
import { oneAtATime } from '#lib/one-at-a-time.ts';
import type { Accounts } from '#lib/storage/account.ts';

import { accept } from './accept.ts';
import { drive } from './drive.ts';
import { runEffects, type Effect, type Work } from './effects.ts';
import { UNREACHABLE } from './follow-ups.ts';
import type { Event, Moment } from './machine.ts';
import { failedOf, perform, type Doing } from './perform.ts';
import { isClockBack, withCalls, type Row } from './row.ts';
import type { rows as database } from './rows.ts';
import { isOver, type ExportAnswer, type ExportRequest, type ExportView, type Question, type UndoPart } from './schema.ts';

/** Whom we are connected to at one moment. What a step is taken with belongs to the account that was looked at before it. */
export interface Connected extends Pick<Doing, 'find' | 'exported' | 'forget'> {
  /** `background`: nobody waits for it. */
  greenhouse(background?: boolean): Promise<Greenhouse>;
  /** What was begun under any of these goes on with this connection; what begins goes under the first. */
  accounts: Accounts;
  /** Who acts; absent where Greenhouse has not told. */
  actingUserId?: number | undefined;
  organisation?: string | undefined;
  /** Whether it is known that the credential has not this scope. */
  lacks?(scope: string): boolean;
}

export interface OutboxPorts {
  rows: typeof database;
  /** By what the person of a request is known (`keys.ts`). */
  keysOf(request: ExportRequest): Promise<string[]>;
  hash: Doing['hash'];
  /** Nothing while nobody is connected. `heard`: told of every call that is made by what it answers. */
  connected(heard?: (call: CallRecord) => void): Promise<Connected | undefined>;
  /** Whether the credential waits for its passphrase. */
  locked(): Promise<boolean>;
  /** How long an export is held before anything is sent, in milliseconds. */
  holdMs(): Promise<number>;
  /** Runs `work` while nobody else, in any context, runs under the same name. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Told after each written step. */
  changed(view: ExportView): void;
  /** Asks to be resumed at a time, in epoch milliseconds, even if the worker dies before. */
  wakeAt(time: number): void;
  now(): number;
}

const SHORTEST_REST_MS = 30_000;
const LONGEST_REST_MS = 10 * 60_000;

/** Of whoever is not connected nothing is asked. */
const NOTHING = {} as Greenhouse['can'];

export function createOutbox(ports: OutboxPorts) {
  /** Exports that cannot be written down, and how often that was tried: told, and tried again ever more seldom. */
  const stuck = new Map<string, { error: AppError; tries: number }>();

  async function moment(row: Row): Promise<Moment> {
    const connected = await ports.connected();
    const here = hereOf(row, connected, await ports.locked());
    const greenhouse = connected && (here === 'ours' || here === 'locked') ? await connected.greenhouse() : undefined;
    return { now: ports.now(), theirs: greenhouse?.clock(), holdMs: await ports.holdMs(), can: greenhouse?.can ?? NOTHING, here };
  }

  async function act(effect: Extract<Effect, { do: 'act' }>, heard: (call: CallRecord) => void): Promise<Event> {
    const here = await ports.connected(heard);
    // Another account may have been connected since: nothing leaves for it.
    if (!here || hereOf(effect.row, here, false) !== 'ours') return failedOf(effect.act, UNREACHABLE, 'no');
    const others = ({ keys }: Row) => ports.rows.overlapping(here.accounts, keys);
    const greenhouse = await here.greenhouse(isOver(effect.row.view.state));
    return perform(effect.row, effect.act, { ...here, greenhouse, others, hash: ports.hash });
  }

  /** Does what some work asks for. Whatever it locked is free again when it has ended, however it ends. */
  async function run<R>(work: Work<R>, told: (view: ExportView) => void = () => undefined): Promise<R> {
    const locked: (() => void)[] = [];
    const calls: CallRecord[] = [];
    const take = (name: string): Promise<void> =>
      new Promise((entered, refused) => {
        const untilFree = () =>
          new Promise<void>((free) => {
            locked.push(free);
            entered();
          });
        ports.lock(name, untilFree).catch(refused);
      });
    const done = async (effect: Effect): Promise<unknown> => {
      switch (effect.do) {
        case 'lock':
          for (const name of effect.names) await take(name);
          return undefined;
        case 'get':
          return ports.rows.get(effect.id);
        case 'overlapping':
          return ports.rows.overlapping(effect.accounts, effect.keys);
        case 'put':
          return ports.rows.put(withCalls(effect.row, calls), effect.created, effect.forgotten);
        case 'moment':
          return moment(effect.row);
        case 'act':
          return act(effect, (call) => calls.push(call));
        case 'wake':
          return ports.wakeAt(effect.at);
        default:
          ports.changed(effect.view);
          return told(effect.view);
      }
    };
    try {
      return await runEffects(work, done);
    } finally {
      for (const free of locked) free();
    }
  }

  /** @returns the view where it came to rest, or cannot go on. @param told of each written step. */
  const toRest = (id: string, event: Event, told?: (view: ExportView) => void): Promise<ExportView> =>
    run(drive(id, event), told).then(
      (view) => {
        stuck.delete(id);
        if (!view) throw new AppError('export/gone');
        return view;
      },
      async (thrown: unknown) => {
        const view = await cannotGoOn(id, AppError.from(thrown)).catch(() => undefined);
        if (!view) throw thrown;
        return view;
      },
    );

  /** Goes on with an export; answers as soon as the first step is written, or cannot be, and goes on behind that. */
  const go = (id: string, event: Event): Promise<ExportView> =>
    new Promise((told, refused) => void toRest(id, event, told).then(told, refused));

  /** @returns the view of a row that is still to go on. */
  async function cannotGoOn(id: string, error: AppError): Promise<ExportView | undefined> {
    const tries = (stuck.get(id)?.tries ?? 0) + 1;
    ports.wakeAt(ports.now() + Math.min(SHORTEST_REST_MS * 2 ** (tries - 1), LONGEST_REST_MS));
    const row = await ports.rows.get(id);
    if (!row || isOver(row.view.state)) return undefined;
    stuck.set(id, { error, tries });
    const view = asStuck(row.view);
    ports.changed(view);
    return view;
  }

  /** Told, and written nowhere: that is what cannot be done. */
  function asStuck(view: ExportView): ExportView {
    const why = stuck.get(view.id);
    return why && !isOver(view.state) ? { ...view, waitsFor: 'storage', error: why.error.toWire() } : view;
  }

  /** Every wake asks for all that is due: of whatever is still under way, once more is enough. */
  const resume = oneAtATime((id: string) => toRest(id, { is: 'woken' }));

  return {
    /** Accepts an export, or answers with the one that is already under way for this id, or this person and this place. */
    async start(request: ExportRequest): Promise<ExportView> {
      if (!request.candidate.firstName?.trim() || !request.candidate.lastName?.trim()) throw new AppError('export/no-name');
      const here = await ports.connected();
      if (!here) throw new AppError('settings/incomplete');
      const [keys, holdMs] = await Promise.all([ports.keysOf(request), ports.holdMs()]);
      const view = await run(accept({ ...here, request, keys, holdMs, now: ports.now() }));
      void resume(view.id);
      return view;
    },

    async list(): Promise<ExportView[]> {
      await ports.rows.sweep(ports.now());
      const here = await ports.connected();
      return (await ports.rows.all()).map((row) => {
        const where = hereOf(row, here, false);
        // Of a row that is damaged it may not be known whose it was.
        if (where === 'ours' || !row.account) return asStuck(row.view);
        return { ...row.view, elsewhere: true, ...(where === 'other-user' ? { waitsFor: where } : {}) };
      });
    },

    undo: (id: string): Promise<ExportView> => go(id, { is: 'undo' }),

    sendNow: (id: string): Promise<ExportView> => go(id, { is: 'send-now' }),

    /** @param seen when the view was written of which the parts were chosen: what has changed since is not taken back. */
    takeBack: (id: string, parts: readonly UndoPart[], seen: number): Promise<ExportView> =>
      go(id, { is: 'take-back', parts, seen }),

    /** @param seen when the view was written that is answered. @param about the question in it. */
    answer: (id: string, answer: ExportAnswer, seen?: number, about?: Question): Promise<ExportView> =>
      go(id, { is: 'said', answer, seen, about }),

    /** Goes on with everything for which something is to be done: called on every wake of the worker, and for each that waits. */
    resume: oneAtATime<void>(async () => {
      const now = ports.now();
      for (const { id, due, writtenAt } of await ports.rows.waiting()) {
        if (due <= now || isClockBack({ writtenAt }, now)) void resume(id);
        else ports.wakeAt(due);
      }
    }),
  };
}

export function hereOf({ account, actingUserId }: Row, here: Connected | undefined, locked: boolean): Moment['here'] {
  if (!here) return 'nobody';
  if (!here.accounts.includes(account)) return 'other-account';
  const isOther = actingUserId !== undefined && here.actingUserId !== undefined && actingUserId !== here.actingUserId;
  return isOther ? 'other-user' : locked ? 'locked' : 'ours';
}
