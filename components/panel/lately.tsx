/** The exports that have arrived lately, folded. Nothing is read from Greenhouse for them before somebody opens it. */
import { useState } from 'preact/hooks';

import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';

const Arrived = later(async () => (await import('./arrived.tsx')).Arrived);

export function Lately({ panel }: { panel: Panel }) {
  const [open, setOpen] = useState(false);
  const many = panel.lately.value.length;
  // Whoever has it open is told that the last has gone.
  if (many === 0 && !open) return null;
  return (
    <details class="lately" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('panel_lately', many)}</summary>
      {open && <Arrived panel={panel} />}
    </details>
  );
}
