/** The other exports that still need time, or somebody: nothing goes on that the recruiter cannot see and stop. */
import css from '#assets/panel-queue.css?inline';
import { useStyles } from '#components/own-styles.ts';
import { queueRowOf } from '#lib/panel/queue.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { QueuedExport } from './queued-export.tsx';

export function Queue({ panel }: { panel: Panel }) {
  useStyles(css);
  const exports = panel.queue.value.map((view) => ({ view, row: queueRowOf(view) }));
  // What waits for somebody first; each kind stays in its order.
  const ordered = [...exports.filter(({ row }) => row.needsYou), ...exports.filter(({ row }) => !row.needsYou)];
  return (
    <section class="queue" aria-labelledby="queue">
      <h2 id="queue" tabIndex={-1}>
        {t('panel_queue')}
      </h2>
      <ul class="list">
        {ordered.map(({ view, row }) => (
          <QueuedExport key={view.id} panel={panel} view={view} row={row} />
        ))}
      </ul>
    </section>
  );
}
