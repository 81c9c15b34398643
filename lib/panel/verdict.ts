/**
 * Is this person in Greenhouse already? This machine and Greenhouse are asked at the same time: the first answers at once, the
 * second has the last word.
 */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { Decision, FindRequest, Match, Verdict } from '#lib/identity/schema.ts';

import { createAtHand, type AtHand } from './at-hand.ts';
import type { PanelPorts } from './ports.ts';
import { NOTHING_SAID, standingOf, stateOf, type Said, type Standing, type VerdictState } from './standing.ts';

export interface VerdictModel extends Pick<AtHand, 'expect'> {
  state: ReadonlySignal<VerdictState>;
  standing: ReadonlySignal<Standing>;
  /** Greenhouse could not be asked. */
  error: ReadonlySignal<AppError | undefined>;
  /** Asks this machine about somebody who is not on show yet. Never rejects. */
  foresee(keys: FindRequest): Promise<unknown>;
  /** Asks (after so many milliseconds), unless these very keys were asked last. */
  ask(keys: FindRequest, after: number): void;
  again(): void;
  forget(): void;
  /** One of the matches, or somebody found by hand. */
  thisIsThem(match: Match): void;
  notThem(candidateIds: readonly number[]): void;
  /** The recruiter saw the matches, and wants a record of its own. */
  createAnyway(): void;
  /** Takes the recruiter's words back. */
  reconsider(): void;
}

/** Greenhouse's clock and ours may differ a little: asked too early, it only says no again. */
const LATE_ENOUGH_MS = 1000;

export function createVerdict({ greenhouse, later, now }: Pick<PanelPorts, 'greenhouse' | 'later' | 'now'>): VerdictModel {
  const state = signal<VerdictState>({ is: 'unasked' });
  const said = signal<Said>(NOTHING_SAID);
  const atHand = createAtHand({ greenhouse });
  let asked: FindRequest | undefined;
  /** Counts up with every question: an answer to an earlier one is too late. */
  let turn = 0;
  let cancel = () => {};

  async function send(keys: FindRequest, mine: number): Promise<void> {
    // Of the same person, asked by other keys: who was found stays on show meanwhile.
    const before = state.value.is === 'answered' ? state.value.verdict : undefined;
    let local = before?.matches.length ? before : atHand.of(keys);
    let answer: Verdict | AppError | undefined;
    const tell = () => {
      if (mine === turn) state.value = stateOf(local, answer);
    };
    tell();
    void atHand.ask(keys).then((verdict) => {
      if (answer && 'kind' in answer) return;
      if (verdict?.matches.length) local = verdict;
      tell();
    });
    answer = await greenhouse.find(keys).catch((thrown: unknown) => AppError.from(thrown));
    tell();
    // Nobody should have to watch the clock for an answer that only takes waiting.
    const { until } = answer instanceof AppError ? answer.detail : {};
    if (mine === turn && until !== undefined) cancel = later(Math.max(0, until - now()) + LATE_ENOUGH_MS, again);
  }

  function again() {
    const keys = asked;
    asked = undefined;
    atHand.forget();
    if (keys) ask(keys, 0);
  }

  function ask(keys: FindRequest, after: number) {
    if (asked && JSON.stringify(asked) === JSON.stringify(keys)) return;
    turn += 1;
    const mine = turn;
    cancel();
    if (asked && asked.externalIds[0] !== keys.externalIds[0]) clear();
    asked = keys;
    if (after === 0) void send(keys, mine);
    else cancel = later(after, () => void send(keys, mine));
  }

  /** Somebody else: nothing said of the last person may stand beside this one. */
  function clear() {
    said.value = NOTHING_SAID;
    state.value = { is: 'unasked' };
  }

  /** Remembered by the worker; where that fails it counts here all the same, and is said again another time. */
  const decide = async (candidateId: number, is: Decision['is']): Promise<void> => {
    if (asked) await greenhouse.decide({ externalIds: asked.externalIds, candidateId, is }).catch(() => undefined);
  };

  return {
    state,
    standing: computed(() => standingOf(state.value, said.value)),
    error: computed(() => (state.value.is === 'failed' || state.value.is === 'answered' ? state.value.error : undefined)),
    expect: (address) => atHand.expect(address),
    foresee: (keys) => atHand.ask(keys),
    ask,
    again,
    forget() {
      turn += 1;
      cancel();
      asked = undefined;
      atHand.forget();
      clear();
    },
    thisIsThem(match) {
      said.value = { ...NOTHING_SAID, them: match };
      void decide(match.person.candidateId, 'them');
    },
    notThem(candidateIds) {
      said.value = { ...NOTHING_SAID, notThem: [...said.value.notThem, ...candidateIds] };
      for (const candidateId of candidateIds) void decide(candidateId, 'not-them');
    },
    createAnyway() {
      said.value = { ...NOTHING_SAID, createAnyway: true };
    },
    reconsider() {
      const { them, notThem } = said.value;
      /** Said another time: who they are is asked anew. */
      const earlier = state.value.is === 'answered' ? (state.value.verdict.notThem ?? []) : [];
      said.value = NOTHING_SAID;
      const words = [...notThem, ...earlier, ...(them ? [them.person.candidateId] : [])];
      const told = Promise.all(words.map((candidateId) => decide(candidateId, 'undecided')));
      const mine = turn;
      if (earlier.length > 0) void told.then(() => mine === turn && again());
    },
  };
}
