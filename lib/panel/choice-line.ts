/** The fold's one line: everything about an export that is set once and then stays out of the way. */
import type { Choices, Stage } from '#lib/greenhouse/schema.ts';
import { counted, t } from '#lib/text.ts';

import type { Choice } from './choice.ts';

const named = (list: readonly { id: number; name: string }[] | undefined, id: number | undefined): string | undefined =>
  id === undefined ? undefined : list?.find((entry) => entry.id === id)?.name;

export function choiceLine(
  choice: Choice,
  note: string,
  choices: Choices | undefined,
  stages: readonly Stage[] | undefined,
): string {
  const credit = choices?.credits.find(({ id }) => id === choice.referrerId);
  const pool = choices?.pools.find(({ id }) => id === choice.poolId);
  const place =
    choice.kind === 'prospect'
      ? [pool?.name ?? t('panel_no_pool'), named(pool?.stages, choice.poolStageId)]
      : [named(stages, choice.stageId) ?? stages?.[0]?.name ?? t('panel_first_stage')];
  return [
    ...place,
    named(choices?.sources, choice.sourceId) ?? t('panel_no_source'),
    credit ? t(credit.me ? 'panel_credit_me' : 'panel_credit_to', credit.name) : t('panel_no_credit'),
    ...(choice.tags.length > 0 ? [counted('panel_tags', choice.tags.length)] : []),
    ...(note.trim() ? [t('panel_has_note')] : []),
  ]
    .filter(Boolean)
    .join(' · ');
}
