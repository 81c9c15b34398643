/** The line under the wide button: exactly where it sends, or what is needed first. */
import { applicationAt } from '#lib/export/target.ts';
import { t } from '#lib/text.ts';

import type { MainAction, Need } from './action.ts';
import { jobIdsOf, targetOf, type Choice } from './choice.ts';
import type { Draft } from './draft.ts';
import type { ListsModel } from './lists.ts';
import type { Standing } from './standing.ts';
import type { VerdictModel } from './verdict.ts';

interface Around {
  lists: ListsModel;
  verdict: Pick<VerdictModel, 'standing'>;
}

export function buttonLine(draft: Draft, { does, needs }: MainAction, { lists, verdict }: Around): string {
  const jobs = lists.jobById.value;
  const nameOf = (jobId: number | undefined) =>
    (jobId === undefined ? undefined : jobs.get(jobId)?.name) ?? t('panel_job_used_last');
  if (needs) return needed(needs);
  const { choice } = draft;
  if (does === 'update') return updated(choice, verdict.standing.value, nameOf);
  const names = jobIdsOf(choice).map(nameOf).join(', ');
  if (choice.kind === 'candidate') return t('panel_to_job', names);
  const pools = lists.choices.value.is === 'there' ? lists.choices.value.value.pools : [];
  const pool = pools.find(({ id }) => id === choice.poolId);
  if (names) return pool ? t('panel_to_job_and_pool', names, pool.name) : t('panel_to_job_prospect', names);
  return pool ? t('panel_to_pool', pool.name) : t('panel_to_none');
}

const SENTENCE = {
  job: 'panel_need_job',
  connection: 'panel_need_connection',
  'both-names': 'panel_need_both_names',
  'first-name': 'panel_need_first_name',
  'last-name': 'panel_need_last_name',
  decision: 'panel_need_decision',
  'by-hand': 'panel_need_by_hand',
  'open-job': 'panel_need_open_job',
} as const;

function needed(need: Need): string {
  if (need.is === 'email') return t('panel_need_email', need.value);
  if (need.is === 'link') return t('panel_need_link', need.value);
  return t(SENTENCE[need.is]);
}

/** Why nothing but an update is offered. */
function updated(choice: Choice, standing: Standing, nameOf: (jobId: number | undefined) => string): string {
  const target = targetOf(choice);
  const there = target && standing.is === 'known' && applicationAt(target, standing.match.person.applications);
  const [jobId] = jobIdsOf(choice);
  if (!there || jobId === undefined) return t('panel_update_no_job');
  const job = there.jobName ?? nameOf(there.jobId ?? jobId);
  return there.stage ? t('panel_update_there_stage', job, there.stage) : t('panel_update_there', job);
}
