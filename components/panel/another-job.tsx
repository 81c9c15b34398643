/** The job was closed while the export waited: the same person to another one. What was entered stays with the export. */
import { useEffect, useState } from 'preact/hooks';

import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { whoOf } from '#lib/panel/who.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';
import { JobBox } from './job-box.tsx';

export function AnotherJob({ panel, view }: { panel: Panel; view: ExportView }) {
  const { lists, sending } = panel;
  const [jobId, setJobId] = useState<number>();
  useEffect(() => {
    // The list may be older than the closing.
    void lists.load({ refresh: true });
  }, [lists]);
  const job = jobId === undefined ? undefined : lists.jobById.value.get(jobId);
  const send = () => {
    if (!job) return;
    void sending.answer(view, { do: 'to-job', jobId: job.id, jobName: job.name });
    void lists.used([job.id]);
  };
  return (
    <Alert {...adviceFor(new AppError('greenhouse/job-closed'))}>
      <JobBox
        id={`instead-${view.id}`}
        label={t('panel_send_instead', whoOf(view))}
        chosen={job?.name ?? ''}
        index={lists.jobIndex.value}
        recent={lists.recent.value}
        loading={lists.jobs.value.is === 'loading'}
        withNone={false}
        hintOf={({ requisitionId, department, offices }) => [requisitionId, department, ...offices].filter(Boolean).join(' · ')}
        onPick={(picked) => setJobId(picked ?? undefined)}
        onEnter={send}
      />
      <button type="button" class="main small" disabled={!job} onClick={send}>
        {t('panel_send_there')}
      </button>
      <button type="button" class="link" onClick={() => void sending.answer(view, { do: 'drop' })}>
        {t('panel_drop')}
      </button>
    </Alert>
  );
}
