import { tasksToConnect } from '#lib/options/checklist.ts';
import type { TicksModel } from '#lib/options/ticks.ts';
import { t } from '#lib/text.ts';

import { Checklist } from './checklist.tsx';

/** How an administrator makes the credential. */
export function Steps({ open, model }: { open: boolean; model: TicksModel }) {
  return (
    <details class="steps" open={open}>
      <summary>{t('options_steps')}</summary>
      <p class="soft">{t('options_steps_who')}</p>
      <Checklist tasks={tasksToConnect()} model={model} />
    </details>
  );
}
