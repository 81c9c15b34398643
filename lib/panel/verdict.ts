/** Is this person in Greenhouse already: the question, its latest answer, and what the recruiter made of it. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { Match, Verdict } from '#lib/identity/schema.ts';

import type { PanelPorts } from './ports.ts';

export type VerdictState =
  | { is: 'unasked' }
  | { is: 'checking' }
  | { is: 'answered'; verdict: Verdict; askedEmails: number }
  | { is: 'failed'; error: AppError };

/** Where we stand: the answer, with the recruiter's word on top. */
export type Standing =
  | { is: 'undecided' }
  | { is: 'new'; createAnyway: boolean }
  | { is: 'known'; match: Match }
  | { is: 'possible'; matches: Match[] };

export interface Keys {
  externalIds: string[];
  emails: string[];
}

export interface VerdictModel {
  state: ReadonlySignal<VerdictState>;
  standing: ReadonlySignal<Standing>;
  /** Asks (after so many milliseconds), unless these very keys were asked last. */
  ask(keys: Keys, after: number): void;
  again(): void;
  forget(): void;
  thisIsThem(candidateId: number): void;
  /** The recruiter saw the matches, and wants a record of its own. */
  noneOfThem(): void;
  /** Takes the recruiter's word back. */
  reconsider(): void;
}

export function createVerdict({ greenhouse, later }: Pick<PanelPorts, 'greenhouse' | 'later'>): VerdictModel {
  const state = signal<VerdictState>({ is: 'unasked' });
  /** The candidate that the recruiter pointed at, or `none` of them. */
  const word = signal<number | 'none' | undefined>(undefined);
  let asked: Keys | undefined;
  /** Counts up with every question: an answer to an earlier one is too late. */
  let turn = 0;
  let cancel = () => {};

  async function send(keys: Keys, mine: number): Promise<void> {
    state.value = { is: 'checking' };
    const next: VerdictState = await greenhouse.find(keys).then(
      (verdict): VerdictState => ({ is: 'answered', verdict, askedEmails: keys.emails.length }),
      (thrown: unknown): VerdictState => ({ is: 'failed', error: AppError.from(thrown) }),
    );
    if (mine !== turn) return;
    state.value = next;
  }

  function ask(keys: Keys, after: number) {
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
    word.value = undefined;
    state.value = { is: 'unasked' };
  }

  const standing = computed((): Standing => {
    if (state.value.is !== 'answered') return { is: 'undecided' };
    const { kind, matches } = state.value.verdict;
    if (word.value === 'none') return { is: 'new', createAnyway: matches.length > 0 };
    const chosen = matches.find(({ person }) => person.candidateId === word.value) ?? (kind === 'known' ? matches[0] : undefined);
    if (chosen) return { is: 'known', match: chosen };
    return matches.length > 0 ? { is: 'possible', matches } : { is: 'new', createAnyway: false };
  });

  return {
    state,
    standing,
    ask,
    again() {
      const keys = asked;
      asked = undefined;
      if (keys) ask(keys, 0);
    },
    forget() {
      turn += 1;
      cancel();
      asked = undefined;
      clear();
    },
    thisIsThem: (candidateId) => {
      word.value = candidateId;
    },
    noneOfThem: () => {
      word.value = 'none';
    },
    reconsider: () => {
      word.value = undefined;
    },
  };
}
