/** The line under the wide button: exactly where it sends, or what is needed first. */
import { t } from '#lib/text.ts';

import type { MainAction, Need } from './action.ts';
import { jobIdsOf } from './choice.ts';
import type { Draft } from './draft.ts';
import type { ListsModel } from './lists.ts';

export function buttonLine(draft: Draft, { does, needs }: MainAction, { lists }: { lists: ListsModel }): string {
  const jobs = lists.jobById.value;
  const nameOf = (jobId: number | undefined) =>
    (jobId === undefined ? undefined : jobs.get(jobId)?.name) ?? t('panel_job_used_last');
  if (needs) return needed(needs, nameOf, does);
  const { choice } = draft;
  const names = jobIdsOf(choice).map(nameOf).join(', ');
  if (choice.kind === 'candidate') return t('panel_to_job', names);
  const pools = lists.choices.value.is === 'there' ? lists.choices.value.value.pools : [];
  const pool = pools.find(({ id }) => id === choice.poolId);
  if (names) return pool ? t('panel_to_job_and_pool', names, pool.name) : t('panel_to_job_prospect', names);
  return pool ? t('panel_to_pool', pool.name) : t('panel_to_none');
}

const SENTENCE = {
  connection: 'panel_need_connection',
  'both-names': 'panel_need_both_names',
  'first-name': 'panel_need_first_name',
  'last-name': 'panel_need_last_name',
  decision: 'panel_need_decision',
  'by-hand': 'panel_need_by_hand',
  'open-job': 'panel_need_open_job',
} as const;

function needed(need: Need, nameOf: (jobId: number | undefined) => string, does: MainAction['does']): string {
  if (need.is === 'job') return t(does === 'export' ? 'panel_need_job' : 'panel_need_job_known');
  if (need.is === 'email') return t('panel_need_email', need.value);
  if (need.is === 'link') return t('panel_need_link', need.value);
  if (need.is !== 'already-there') return t(SENTENCE[need.is]);
  const job = need.job ?? nameOf(need.jobId);
  return need.stage ? t('panel_already_there_stage', job, need.stage) : t('panel_already_there', job);
}
