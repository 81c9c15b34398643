/** The vault's passphrase as the options page sees it. What is typed is handed through, and stands in no signal. */
import { signal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { LockState } from '#lib/storage/lock.ts';
import { counted, t } from '#lib/text.ts';

import { adviceFor } from './advice.ts';
import type { OptionsPorts } from './ports.ts';
import { problemOf } from './problem.ts';
import { SHORTEST, strengthOf } from './strength.ts';

/** Minutes without use after which it locks (0: when the browser closes), and how that is called. */
export const IDLE_TIMES = [
  [15, 'passphrase_idle_15'],
  [60, 'passphrase_idle_60'],
  [240, 'passphrase_idle_240'],
  [0, 'passphrase_idle_0'],
] as const;
const FIRST_IDLE = 60;

/** What is wrong, in words; nothing when it was done. */
type Answer = Promise<string | undefined>;

const wrong = (): string => t('passphrase_wrong');

export function passphraseModel({ passphrase: port, now }: Pick<OptionsPorts, 'passphrase' | 'now'>) {
  const state = signal<LockState | undefined>(undefined);
  /** What was done last, for a moment of reading. */
  const done = signal<'' | 'set' | 'removed'>('');

  const look = async (): Promise<void> => {
    state.value = await port.state(now());
  };

  async function guarded(work: () => Answer | Promise<void>): Answer {
    done.value = '';
    try {
      return (await work()) ?? undefined;
    } catch (thrown) {
      const { what, next } = adviceFor(problemOf(AppError.from(thrown)));
      return `${what} ${next}`;
    } finally {
      await look();
    }
  }

  /** What is wrong with a new passphrase before it is tried. */
  function slipIn(typed: string, again: string): string | undefined {
    if (strengthOf(typed) === 'short') return counted('passphrase_short', SHORTEST);
    return typed === again ? undefined : t('passphrase_differs');
  }

  return {
    state,
    done,

    async start(): Promise<() => void> {
      await look();
      return port.watch(() => void look());
    },

    /** A word on how hard it is to guess, while it is typed. */
    hint(typed: string): string {
      const strength = strengthOf(typed);
      if (typed === '') return '';
      if (strength === 'short') return counted('passphrase_short', SHORTEST);
      return t(strength === 'weak' ? 'passphrase_weak' : strength === 'fair' ? 'passphrase_fair' : 'passphrase_strong');
    },

    unlock: (typed: string): Answer => guarded(async () => ((await port.unlock(typed, now())) ? undefined : wrong())),

    set: (typed: string, again: string): Answer =>
      guarded(async () => {
        const slip = slipIn(typed, again);
        if (slip !== undefined) return slip;
        await port.set(typed, FIRST_IDLE, now());
        done.value = 'set';
        return undefined;
      }),

    change: (present: string, typed: string, again: string): Answer =>
      guarded(async () => {
        const slip = slipIn(typed, again);
        if (slip !== undefined) return slip;
        if (!(await port.change(present, typed, now()))) return wrong();
        done.value = 'set';
        return undefined;
      }),

    remove: (present: string): Answer =>
      guarded(async () => {
        if (!(await port.change(present, undefined, now()))) return wrong();
        done.value = 'removed';
        return undefined;
      }),

    setIdle: (minutes: number): Answer => guarded(() => port.setIdle(minutes, now())),

    lock: (): Answer => guarded(() => port.lock()),
  };
}

export type PassphraseModel = ReturnType<typeof passphraseModel>;
