/** The vault's lock as the panel sees it: whether it asks for the passphrase, and whether somebody is there to keep it open. */
import { effect } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import { t } from '#lib/text.ts';

import { adviceFor } from './advice.ts';
import type { Panel } from './panel.ts';

/** Use is written down no more often than this. */
const USED_AGAIN_MS = 30_000;

type Asked = Pick<Panel, 'passphrase' | 'now'>;
type Followed = Asked & { person: Pick<Panel['person'], 'keys'>; retry(): Promise<void> };

/** Calls back with every change. `used`: a key or a button was pressed; another person on the page counts as well. */
export function followLock(panel: Followed, changed: (locked: boolean) => void): { used: () => void; stop: () => void } {
  let locked: boolean | undefined;
  let usedAt = -Infinity;
  const opened = panel.passphrase();

  async function look(): Promise<void> {
    const before = locked;
    locked = (await (await opened).state(panel.now())).is === 'locked';
    if (locked === before) return;
    changed(locked);
    // What failed for want of the passphrase, whoever has given it and wherever.
    if (before) await panel.retry();
  }
  function used(): void {
    if (panel.now() - usedAt < USED_AGAIN_MS) return;
    usedAt = panel.now();
    void opened.then((passphrase) => passphrase.used(usedAt));
  }

  const stops = opened.then((passphrase) => passphrase.watch(() => void look()));
  const stopReading = effect(() => {
    if (panel.person.keys.value) used();
  });
  void look();
  return {
    used,
    stop() {
      stopReading();
      void stops.then((stop) => stop());
    },
  };
}

/** What is wrong with the passphrase, in words; nothing when it was right. */
export async function unlock({ passphrase, now }: Asked, typed: string): Promise<string | undefined> {
  try {
    return (await (await passphrase()).unlock(typed, now())) ? undefined : t('passphrase_wrong');
  } catch (thrown) {
    const { what, next } = adviceFor(AppError.from(thrown));
    return `${what}. ${next}`;
  }
}
