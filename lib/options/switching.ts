/** Another account is another organisation's data: Gleaner changes over only when the recruiter has said so. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { organisationOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { t } from '#lib/text.ts';

import type { OptionsPorts } from './ports.ts';

/** What a connection is called where its organisation has no name: a partner key does not tell whose it is. */
export const nameOf = (kept: Connection): string =>
  organisationOf(kept) ??
  (kept.kind === 'partner' ? t('options_account_partner', kept.actingEmail) : t('options_account_client', kept.clientId));

export interface Question {
  from: string;
  to: string;
  /** Exports that wait for `from`, and will go on waiting. */
  unfinished: number;
}

interface Doing {
  guarded: (work: () => Promise<void>) => Promise<void>;
  look: () => Promise<void>;
  /** Shows in the form what is in use. */
  fill: () => void;
}

export function switchingModel(
  ports: Pick<OptionsPorts, 'settle' | 'unfinished'>,
  stored: ReadonlySignal<Connection | null | undefined>,
  trial: ReadonlySignal<Connection | null>,
  { guarded, look, fill }: Doing,
) {
  const unfinished = signal(0);
  /** The one on trial that was tested and found good, and is not in use. */
  const candidate = computed(() => (trial.value?.identity && !trial.value.error && stored.value ? trial.value : undefined));
  const answer = (take: boolean): Promise<void> =>
    guarded(async () => {
      const savedAt = candidate.value?.savedAt;
      if (savedAt !== undefined) await ports.settle(take, savedAt);
      await look();
      fill();
    });
  return {
    question: computed<Question | undefined>(() => {
      const [from, to] = [stored.value, candidate.value];
      if (!from || !to) return undefined;
      return { from: nameOf(from), to: nameOf(to), unfinished: unfinished.value };
    }),
    /** Looks what is at stake, where there is something to ask. */
    async ask(): Promise<void> {
      if (candidate.value) unfinished.value = await ports.unfinished().catch(() => 0);
    },
    take: (): Promise<void> => answer(true),
    stay: (): Promise<void> => answer(false),
  };
}
