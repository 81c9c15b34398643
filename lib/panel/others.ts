/** The exports that are not the one on show: those that still need time or somebody, and those that have arrived lately. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { lately } from '#lib/export/lately.ts';
import type { ExportView } from '#lib/export/schema.ts';

import { isOfToday, isQueued } from './sending.ts';

export interface OthersModel {
  /** Still need time, or somebody. */
  queue: ReadonlySignal<readonly ExportView[]>;
  /** Arrived within the day. */
  lately: ReadonlySignal<readonly ExportView[]>;
  /** This one is taken back among those that have arrived: it stays there, whatever becomes of it, until `leave`. */
  tend(id: string): void;
  leave(): void;
}

export function createOthers(
  rows: ReadonlySignal<readonly ExportView[]>,
  shown: ReadonlySignal<ExportView | undefined>,
  now: () => number,
): OthersModel {
  const tended = signal<ReadonlySet<string>>(new Set());
  const isQueuedHere = (view: ExportView) => !tended.value.has(view.id) && isQueued(view, now());
  const others = computed(() => rows.value.filter(({ id }) => id !== shown.value?.id));
  return {
    queue: computed(() => others.value.filter(isQueuedHere)),
    lately: computed(() => {
      const arrived = new Set(lately(others.value));
      return others.value.filter(
        (view) => tended.value.has(view.id) || (arrived.has(view) && isOfToday(view, now()) && !isQueuedHere(view)),
      );
    }),
    tend(id) {
      tended.value = new Set([...tended.value, id]);
    },
    leave() {
      tended.value = new Set();
    },
  };
}
