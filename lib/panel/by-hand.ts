/** Looking somebody up by hand: a word, and who was found by it. */
import { signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { Match } from '#lib/identity/schema.ts';

import type { GreenhousePorts } from './ports.ts';

export type ByHandState =
  | { is: 'idle' }
  | { is: 'looking' }
  | { is: 'found'; matches: readonly Match[] }
  | { is: 'failed'; error: AppError };

export interface ByHandModel {
  state: ReadonlySignal<ByHandState>;
  look(typed: string): Promise<void>;
}

export function createByHand(search: GreenhousePorts['search']): ByHandModel {
  const state = signal<ByHandState>({ is: 'idle' });
  /** An answer to an earlier word is too late. */
  let turn = 0;
  return {
    state,
    async look(typed) {
      const text = typed.trim();
      turn += 1;
      const mine = turn;
      if (text === '') {
        state.value = { is: 'idle' };
        return;
      }
      state.value = { is: 'looking' };
      const next = await search({ text }).then(
        (matches): ByHandState => ({ is: 'found', matches }),
        (thrown: unknown): ByHandState => ({ is: 'failed', error: AppError.from(thrown) }),
      );
      if (mine === turn) state.value = next;
    },
  };
}
