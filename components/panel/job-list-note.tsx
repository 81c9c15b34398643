/** How many jobs the list holds, how old it is, and why one may be missing. */
import type { JobList } from '#lib/greenhouse/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { ago } from '#lib/panel/when.ts';
import { counted, t } from '#lib/text.ts';

export function JobListNote({ panel }: { panel: Panel }) {
  const { jobs, refreshing } = panel.lists;
  const loaded = jobs.value;
  if (loaded.is === 'loading') return <p class="list-note soft">{t('panel_jobs_loading')}</p>;
  if (loaded.is !== 'there') return null;
  const { value: list } = loaded;
  return (
    <details class="list-note soft">
      <summary>
        {counted(list.scoped ? 'panel_job_count' : 'panel_open_count', list.jobs.length)}
        {' · '}
        {t('panel_updated', ago(list.fetchedAt, panel.now()))}
        {' · '}
        <span class="ask">{t('panel_why_missing')}</span>
      </summary>
      <ul>
        {reasons(list).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <button
        type="button"
        class="plain small"
        disabled={refreshing.value}
        onClick={() => void panel.lists.load({ refresh: true })}
      >
        {refreshing.value ? t('panel_refreshing') : t('panel_refresh')}
      </button>
    </details>
  );
}

const reasons = ({ hidden, scoped }: JobList): string[] => [
  ...(scoped ? [] : [t('panel_not_scoped')]),
  ...(hidden.noPermission > 0 ? [counted('panel_hidden_permission', hidden.noPermission)] : []),
  ...(hidden.confidential > 0 ? [counted('panel_hidden_confidential', hidden.confidential)] : []),
  ...(hidden.template > 0 ? [counted('panel_hidden_template', hidden.template)] : []),
  t('panel_hidden_closed'),
];
