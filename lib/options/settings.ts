/** Changing one setting keeps the others, also when two changes come at once. */
import { signal } from '@preact/signals';

import type { Settings } from '#lib/storage/schema.ts';

import type { OptionsPorts } from './ports.ts';

export type ChangeSettings = (how: (now: Settings) => Settings) => Promise<void>;

/** Each change waits for the one before it. */
export function settingsChanger(settings: OptionsPorts['settings']): ChangeSettings {
  let last = Promise.resolve();
  return (how) => {
    const next = last.then(async () => settings.set(how(await settings.get())));
    last = next.catch(() => undefined);
    return next;
  };
}

const LONGEST_S = 60;

/** How long an export is held before it is sent, in whole seconds; 0 sends at once. */
export function undoModel(settings: OptionsPorts['settings'], change: ChangeSettings) {
  const seconds = signal<number | undefined>(undefined);
  const saved = signal(false);
  return {
    seconds,
    saved,
    async start(): Promise<() => void> {
      seconds.value = (await settings.get()).undoSeconds;
      return settings.watch(({ undoSeconds }) => (seconds.value = undoSeconds));
    },
    /** What is no number changes nothing; what is out of bounds becomes the bound. */
    async set(typed: string): Promise<void> {
      const wanted = Number.parseInt(typed, 10);
      saved.value = false;
      if (Number.isNaN(wanted)) return;
      const undoSeconds = Math.min(LONGEST_S, Math.max(0, wanted));
      await change((now) => ({ ...now, undoSeconds }));
      seconds.value = undoSeconds;
      saved.value = true;
    },
  };
}

export type UndoModel = ReturnType<typeof undoModel>;
