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
        <ul>
          {reasons(list).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const reasons = ({ hidden, scoped }: JobList): string[] => [
  ...(scoped ? [] : [t('panel_not_scoped')]),
  ...(hidden.noPermission > 0 ? [counted('panel_hidden_permission', hidden.noPermission)] : []),
  // Those that the credential itself may not see cannot be counted, so it is said in any case.
  hidden.confidential > 0 ? counted('panel_hidden_confidential', hidden.confidential) : t('panel_hidden_confidential_none'),
  ...(hidden.template > 0 ? [counted('panel_hidden_template', hidden.template)] : []),
  t('panel_hidden_closed'),
];
