/**
 * One rate limit as this browser spends from it: every call asks to enter and is told when it may. The most urgent goes first,
 * and among equals who came first. Nobody waits here longer than a worker lives; who would is told until when instead.
 */
import { AppError } from '#lib/errors.ts';

import { type Known, NOTHING_KNOWN, opensAt, type RateReading, type Told, told, type Urgency } from './known.ts';

/** To be called once, with the answer, or with nothing when there was none. */
export type Leave = (answer?: Told) => void;

export interface Budget {
  /** Rejects with `greenhouse/limited` when that would take too long, `greenhouse/unreachable` when it is given up. */
  enter(urgency: Urgency, signal?: AbortSignal): Promise<Leave>;
  /** When a call of this urgency could go, epoch milliseconds. */
  opensAt(urgency: Urgency): number;
  /** Nothing until Greenhouse has answered once. */
  rate(): Promise<RateReading | undefined>;
}

/** Where what is known outlives the worker. What it answers was parsed. */
export interface BudgetStore {
  get(): Promise<Known | undefined>;
  set(known: Known): Promise<void>;
}

export interface BudgetOptions {
  windowMs: number;
  now: () => number;
  /** 0 to 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  store?: BudgetStore | undefined;
}

const LONGEST_WAIT_MS = 10_000;
const ORDER: readonly Urgency[] = ['export', 'recruiter', 'background'];

interface Waiting {
  urgency: Urgency;
  go: () => void;
  fail: (error: AppError) => void;
}

export function callBudget({ windowMs, now, random, sleep, store }: BudgetOptions): Budget {
  let known = NOTHING_KNOWN;
  const underWay = { export: 0, recruiter: 0, background: 0 };
  let waiting: Waiting[] = [];
  /** The moment that a timer is set for. */
  let timer = Number.POSITIVE_INFINITY;

  let loading: Promise<void> | undefined;
  const loaded = (): Promise<void> =>
    (loading ??= (async () => {
      // What cannot be read is learnt anew from the next answer.
      known = (await store?.get().catch(() => undefined)) ?? known;
    })());

  let saving = false;
  let unsaved = false;
  const save = async (): Promise<void> => {
    unsaved = true;
    if (saving || !store) return;
    saving = true;
    while (unsaved) {
      unsaved = false;
      await store.set(known).catch(() => undefined);
    }
    saving = false;
  };

  const at = (urgency: Urgency): number => opensAt(known, underWay, urgency, now(), windowMs);

  /** Lets go who may, turns away who would wait too long, and sets a timer for the first of the others. */
  function serve(): void {
    for (const urgency of ORDER) {
      for (const one of waiting.filter((each) => each.urgency === urgency)) {
        const opens = at(urgency);
        const wait = opens - now();
        if (wait > 0 && wait <= LONGEST_WAIT_MS) {
          lookAgain(opens);
          continue;
        }
        waiting = waiting.filter((each) => each !== one);
        if (wait > 0) {
          one.fail(new AppError('greenhouse/limited', { until: opens }));
          continue;
        }
        underWay[urgency] += 1;
        one.go();
      }
    }
  }

  function lookAgain(time: number): void {
    if (time >= timer) return;
    timer = time;
    void sleep(time - now()).then(() => {
      if (timer === time) timer = Number.POSITIVE_INFINITY;
      serve();
    });
  }

  return {
    async enter(urgency, signal) {
      await loaded();
      await new Promise<void>((resolve, reject) => {
        const given = (): void => {
          waiting = waiting.filter((each) => each !== one);
          reject(new AppError('greenhouse/unreachable'));
        };
        const settle = (): void => signal?.removeEventListener('abort', given);
        const one: Waiting = {
          urgency,
          go: () => {
            settle();
            resolve();
          },
          fail: (error) => {
            settle();
            reject(error);
          },
        };
        if (signal?.aborted) return given();
        signal?.addEventListener('abort', given);
        waiting.push(one);
        serve();
      });
      let left = false;
      return (answer) => {
        if (left) return;
        left = true;
        underWay[urgency] -= 1;
        if (answer) {
          known = told(known, answer, { urgency, windowMs, now: now(), random });
          void save();
        }
        serve();
      };
    },

    opensAt: at,

    async rate() {
      await loaded();
      const { limit, remaining, resetAt, toldAt } = known;
      return toldAt === 0 ? undefined : { limit, remaining, resetAt };
    },
  };
}

/** The API and the token endpoint are counted apart (harvest-api reference, section 5). */
export interface Budgets {
  api: Budget;
  tokens: Budget;
}

const WINDOW_MS = 30_000;
const TOKEN_WINDOW_MS = 60_000;

export const budgetsOf = (
  options: Omit<BudgetOptions, 'windowMs' | 'store'>,
  store?: (name: string) => BudgetStore,
): Budgets => ({
  api: callBudget({ ...options, windowMs: WINDOW_MS, store: store?.('api') }),
  tokens: callBudget({ ...options, windowMs: TOKEN_WINDOW_MS, store: store?.('tokens') }),
});
