/** The index of everybody in Greenhouse, as the settings follow it and speak to it. */
import { batch, computed, signal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { IndexCommand, IndexScope, IndexStatus } from '#lib/identity/sync/status.ts';
import { identityOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';

import type { OptionsPorts } from './ports.ts';

export interface PeopleIndexPort {
  /** Of the connected account. Rejects with an `AppError`. */
  status(): Promise<IndexStatus>;
  command(command: IndexCommand): Promise<IndexStatus>;
  /** Calls back as it fills; returns how to stop. */
  watch(changed: (status: IndexStatus) => void): () => void;
}

const MOST_MONTHS = 120;

export function peopleIndexModel({ peopleIndex: port, connection }: Pick<OptionsPorts, 'peopleIndex' | 'connection'>) {
  const kept = signal<Connection | null>(null);
  const status = signal<IndexStatus | undefined>(undefined);
  /** What a press of this page ran into; what the filling ran into is in the status. */
  const met = signal<AppError | undefined>(undefined);
  const busy = signal(false);
  /** Chosen, and not yet so. */
  const wanted = signal<IndexScope | undefined>(undefined);

  async function asked(question: () => Promise<IndexStatus>): Promise<void> {
    try {
      const answer = await question();
      batch(() => {
        status.value = answer;
        met.value = undefined;
      });
    } catch (thrown) {
      met.value = AppError.from(thrown);
    }
  }

  async function look(): Promise<void> {
    kept.value = await connection.get();
    if (is.value === 'there') await asked(() => port.status());
    else status.value = undefined;
  }

  async function command(said: IndexCommand): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    await asked(() => port.command(said));
    busy.value = false;
  }

  async function take(scope: IndexScope): Promise<void> {
    await command({ do: 'choose', scope });
    wanted.value = undefined;
  }

  /** Where something would be deleted, "off" waits for a yes. */
  async function choose(scope: IndexScope): Promise<void> {
    if (busy.value) return;
    wanted.value = scope;
    if (scope.kind !== 'off' || !status.value?.people) await take(scope);
  }

  /** `cannot`: a partner key lists nobody. `nobody`: it is not known yet whose index it would be. */
  const is = computed<'there' | 'cannot' | 'nobody'>(() => {
    if (!kept.value || !identityOf(kept.value)) return 'nobody';
    return kept.value.kind === 'partner' ? 'cannot' : 'there';
  });

  return {
    is,
    /** Calls in a window, as Greenhouse told it last. */
    limit: computed(() => kept.value?.health?.rate?.limit),
    status,
    met,
    busy,
    /** Whom it holds, or is about to. */
    scope: computed(() => wanted.value ?? status.value?.scope),
    /** "Off" was chosen, and not yet said yes to: it deletes. */
    leaving: computed(() => wanted.value?.kind === 'off' && !busy.value),

    /** Reads how it stands, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      const stops = [
        connection.watch(() => void look()),
        port.watch((told) => {
          if (is.value === 'there') status.value = told;
        }),
      ];
      await look();
      return () => stops.forEach((stop) => stop());
    },

    say: (what: Extract<IndexCommand['do'], 'start' | 'pause' | 'resume' | 'rebuild'>): Promise<void> => command({ do: what }),

    choose,
    /** What is no number changes nothing; what is out of bounds becomes the bound. */
    async chooseMonths(typed: string): Promise<void> {
      const months = Number.parseInt(typed, 10);
      if (!Number.isNaN(months)) await choose({ kind: 'months', months: Math.min(MOST_MONTHS, Math.max(1, months)) });
    },
    async leave(really: boolean): Promise<void> {
      if (really) await take({ kind: 'off' });
      else wanted.value = undefined;
    },
  };
}

export type PeopleIndexModel = ReturnType<typeof peopleIndexModel>;
