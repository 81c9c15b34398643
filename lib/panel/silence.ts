/**
 * Whether the worker hears us at all. Chromium now and then loses sight of a worker that was updated in the middle of a request: it runs,
 * and nothing that is said to it is ever answered or refused.
 */
import { signal, type ReadonlySignal } from '@preact/signals';

import type { PanelPorts } from './ports.ts';

/** What asks nothing of Greenhouse is answered in a fraction of it, by a worker that must be started first, too. */
const SILENT_AFTER_MS = 10_000;

export interface Silence {
  silent: ReadonlySignal<boolean>;
  /** Passes an answer on. Only of what the worker can say by itself: Greenhouse may be slower. */
  listen<T>(answer: Promise<T>): Promise<T>;
  /** It was tried often enough. */
  giveUp(): void;
}

export function createSilence({ later }: Pick<PanelPorts, 'later'>): Silence {
  const silent = signal(false);
  const giveUp = () => {
    silent.value = true;
  };
  return {
    silent,
    giveUp,
    async listen(answer) {
      const heard = later(SILENT_AFTER_MS, giveUp);
      try {
        return await answer;
      } finally {
        heard();
        silent.value = false;
      }
    },
  };
}
