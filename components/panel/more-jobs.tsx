/** A prospect may be considered for several jobs: those after the first. */
import { useState } from 'preact/hooks';

import type { Choice } from '#lib/panel/choice.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { JobBox, type JobBoxProps } from './job-box.tsx';

interface MoreJobsProps {
  panel: Panel;
  choice: Choice;
  /** What every job box here has in common. */
  box: Pick<JobBoxProps, 'index' | 'recent' | 'loading' | 'hintOf' | 'onEnter'>;
}

export function MoreJobs({ panel: { lists, person }, choice, box }: MoreJobsProps) {
  const [adding, setAdding] = useState(false);
  const jobs = lists.jobById.value;
  const more = choice.moreJobIds ?? [];
  return (
    <>
      {more.length > 0 && (
        <ul class="chips">
          {more.map((jobId) => {
            const name = jobs.get(jobId)?.name ?? t('panel_some_job');
            return (
              <li key={jobId}>
                <span dir="auto">{name}</span>
                <button
                  type="button"
                  class="icon remove"
                  aria-label={t('panel_remove', name)}
                  onClick={() => person.choose((before) => ({ ...before, moreJobIds: more.filter((other) => other !== jobId) }))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {adding ? (
        <JobBox
          {...box}
          id="also-job"
          label={t('panel_also_for')}
          chosen=""
          withNone={false}
          onPick={(jobId) => {
            setAdding(false);
            if (jobId === null || jobId === choice.jobId) return;
            person.choose((before) => ({ ...before, moreJobIds: [...new Set([...more, jobId])] }));
          }}
        />
      ) : (
        <button type="button" class="link" onClick={() => setAdding(true)}>
          {t('panel_another_job')}
        </button>
      )}
    </>
  );
}
