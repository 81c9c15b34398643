/** The line under the wide button: exactly where it sends, or what is needed first. */
import { applicationAt } from '#lib/export/target.ts';
import { t } from '#lib/text.ts';

import type { MainAction, Need } from './action.ts';
import { jobIdsOf, targetOf, type Choice } from './choice.ts';
import type { Draft } from './draft.ts';
import type { ListsModel } from './lists.ts';
import type { PoolsModel } from './pools.ts';
import type { Standing } from './standing.ts';

interface Around {
  lists: ListsModel;
  pools: Pick<PoolsModel, 'standing'>;
}

export function buttonLine(draft: Draft, { does, needs }: MainAction, { lists, pools }: Around): string {
  const jobs = lists.jobById.value;
  const nameOf = (jobId: number | undefined) =>
    (jobId === undefined ? undefined : jobs.get(jobId)?.name) ?? t('panel_job_used_last');
  if (needs) return needed(needs);
  const { choice } = draft;
  const all = lists.choices.value.is === 'there' ? lists.choices.value.value.pools : [];
  const pool = all.find(({ id }) => id === choice.poolId);
  if (does === 'update') return updated(choice, pools.standing.value, nameOf, pool?.name);
  const names = jobIdsOf(choice).map(nameOf).join(', ');
  if (choice.kind === 'candidate') return t('panel_to_job', names);
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
function updated(
  choice: Choice,
  standing: Standing,
  nameOf: (jobId: number | undefined) => string,
  pool: string | undefined,
): string {
  const target = targetOf(choice);
  const there = target && standing.is === 'known' && applicationAt(target, standing.match.person.applications);
  if (there && pool && choice.kind === 'prospect')
    return there.poolId === undefined ? t('panel_update_some_pool') : t('panel_update_in_pool', pool);
  const [jobId] = jobIdsOf(choice);
  if (!there || jobId === undefined) return t('panel_update_no_job');
  const job = there.jobName ?? nameOf(there.jobId ?? jobId);
  return there.stage ? t('panel_update_there_stage', job, there.stage) : t('panel_update_there', job);
}
