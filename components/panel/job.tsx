/** The job: the box, a prospect's further jobs, and what the list leaves out. */
import type { Job } from '#lib/greenhouse/schema.ts';
import { withJob, type Choice } from '#lib/panel/choice.ts';
import type { Draft } from '#lib/panel/draft.ts';
import type { ListsModel } from '#lib/panel/lists.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { JobBox } from './job-box.tsx';
import { JobListNote } from './job-list-note.tsx';
import { later } from '#components/later.tsx';

const MoreJobs = later(async () => (await import('./more-jobs.tsx')).MoreJobs);

/** What tells two jobs of one name apart, and why a job stands where it does. */
export const hintFor = (panel: Panel) => {
  const recent = panel.lists.recent.value;
  const standing = panel.verdict.standing.value;
  const there = new Set(
    standing.is === 'known'
      ? standing.match.person.applications.filter(({ status }) => status === 'active').map(({ jobId }) => jobId)
      : [],
  );
  return (job: Job): string =>
    [
      job.requisitionId,
      job.department,
      job.offices.join(', '),
      there.has(job.id) ? t('panel_job_there') : undefined,
      recent.includes(job.id) ? t('panel_job_used') : job.mine ? t('panel_job_mine') : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
};

/** What stands in the box while there is no job whose name we know. */
function nameless({ jobId, kind }: Choice, { jobs }: ListsModel): string {
  if (jobId == null) return kind === 'prospect' ? t('panel_no_job') : '';
  return jobs.value.is === 'there' ? '' : t('panel_job_used_last');
}

export function JobChoice({ panel, draft }: { panel: Panel; draft: Draft }) {
  const { lists, person } = panel;
  const { choice } = draft;
  const jobs = lists.jobById.value;
  const loading = lists.jobs.value.is === 'loading';
  const shared = {
    index: lists.jobIndex.value,
    recent: lists.recent.value,
    loading,
    hintOf: hintFor(panel),
    onEnter: () => void panel.send(),
  };
  const chosen = choice.jobId == null ? undefined : jobs.get(choice.jobId);
  return (
    <section class="job">
      <JobBox
        {...shared}
        id="job"
        label={t('panel_job')}
        chosen={chosen?.name ?? nameless(choice, lists)}
        withNone
        onPick={(jobId) => {
          panel.goOn();
          person.choose((before) => withJob(before, jobId));
        }}
      />
      {chosen && <small class="soft chosen">{shared.hintOf(chosen)}</small>}
      {choice.kind === 'prospect' && choice.jobId != null && panel.can.value.severalJobs && (
        <MoreJobs panel={panel} choice={choice} box={shared} />
      )}
      <JobListNote panel={panel} />
    </section>
  );
}
