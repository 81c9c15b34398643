/** How many jobs the list holds, how old it is, and why one may be missing. */
import type { Panel } from '#lib/panel/panel.ts';
import { ago } from '#lib/panel/when.ts';
import { counted, t } from '#lib/text.ts';

import { later } from '#components/later.tsx';

const JobListReasons = later(async () => (await import('./job-list-reasons.tsx')).JobListReasons);

export function JobListNote({ panel }: { panel: Panel }) {
  const { jobs, refreshing } = panel.lists;
  const loaded = jobs.value;
  if (loaded.is === 'loading') return <p class="list-note soft">{t('panel_jobs_loading')}</p>;
  if (loaded.is !== 'there') return null;
  const { value: list } = loaded;
  const moment = ago(list.fetchedAt, panel.now());
  return (
    <div class="list-note soft">
      <span title={t('panel_updated', moment)}>
        {counted(list.scoped ? 'panel_job_count' : 'panel_open_count', list.jobs.length)}
        {' · '}
        {moment}
        {' · '}
      </span>
      <button type="button" class="link" disabled={refreshing.value} onClick={() => void panel.lists.load({ refresh: true })}>
        {t(refreshing.value ? 'panel_refreshing' : 'panel_refresh')}
      </button>
      <details>
        <summary>{t('panel_why_missing')}</summary>
        <JobListReasons list={list} />
      </details>
    </div>
  );
}
