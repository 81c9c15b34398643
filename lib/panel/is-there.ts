/** "They are there": who that is, by the number that the recruiter gives. Nobody is believed to be them before their name was seen. */
import { signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import { candidateIdIn } from '#lib/greenhouse/candidate-id.ts';
import type { Match } from '#lib/identity/schema.ts';

import { nameOf } from './known-line.ts';
import type { GreenhousePorts } from './ports.ts';

export type IsThereState =
  | { is: 'idle' }
  | { is: 'looking' }
  /** Neither a number nor a link. */
  | { is: 'unclear' }
  | { is: 'found'; match: Match }
  /** Deleted, merged, private, or not listed yet. */
  | { is: 'nobody'; candidateId: number }
  /** Anonymised: a record without a name. */
  | { is: 'nameless'; candidateId: number }
  /** The credential does not show them, whether they are there or not: the recruiter's word is all there is. */
  | { is: 'unseen'; candidateId: number }
  | { is: 'failed'; error: AppError };

export interface IsThereModel {
  state: ReadonlySignal<IsThereState>;
  look(typed: string): Promise<void>;
  /** Something else is being typed. */
  forget(): void;
}

/** @param findsPeople whether whoever is there is shown. */
export function createIsThere(search: GreenhousePorts['search'], findsPeople: boolean): IsThereModel {
  const state = signal<IsThereState>({ is: 'idle' });
  /** An answer to an earlier number is too late. */
  let turn = 0;

  async function who(candidateId: number): Promise<IsThereState> {
    const [match] = await search({ text: String(candidateId) });
    if (match && nameOf(match.person).trim() !== '') return { is: 'found', match };
    return { is: findsPeople ? (match ? 'nameless' : 'nobody') : 'unseen', candidateId };
  }

  return {
    state,
    async look(typed) {
      turn += 1;
      const mine = turn;
      const candidateId = candidateIdIn(typed);
      if (candidateId === undefined) {
        state.value = { is: 'unclear' };
        return;
      }
      state.value = { is: 'looking' };
      const next = await who(candidateId).catch((thrown: unknown): IsThereState => ({
        is: 'failed',
        error: AppError.from(thrown),
      }));
      if (mine === turn) state.value = next;
    },
    forget() {
      turn += 1;
      state.value = { is: 'idle' };
    },
  };
}
