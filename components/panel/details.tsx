/** The unfolded part of an export's choice. */
import { useEffect } from 'preact/hooks';

import type { Choices, Stage } from '#lib/greenhouse/schema.ts';
import type { Draft } from '#lib/panel/draft.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { lockedSource, lockedStage, lockedTags, sourceOf } from '#lib/policy/choice.ts';
import { t } from '#lib/text.ts';

import { Given } from './given.tsx';
import { Note } from './note.tsx';
import { Select } from './select.tsx';
import { TagBox } from './tag-box.tsx';
import { TrackingLink } from './tracking-link.tsx';

interface DetailsProps {
  panel: Panel;
  draft: Draft;
  choices: Choices | undefined;
  stages: readonly Stage[];
  /** The id of the field that it was unfolded for. */
  first: string | undefined;
}

type Pick = 'stageId' | 'poolId' | 'poolStageId' | 'sourceId' | 'referrerId';

export function Details({ panel, draft, choices, stages, first }: DetailsProps) {
  const { choice } = draft;
  useEffect(() => {
    if (first) document.getElementById(first)?.focus();
  }, [first]);
  const pick = (field: Pick) => (id: number | undefined) =>
    panel.person.choose((before) => {
      const { [field]: _, ...rest } = before;
      return id === undefined ? rest : { ...rest, [field]: id };
    });
  const can = panel.can.value;
  const pool = choices?.pools.find(({ id }) => id === choice.poolId);
  const policy = panel.policy.value ?? undefined;
  const source = policy && choices ? lockedSource(policy, choices) : undefined;
  const tags = policy && lockedTags(policy);
  const meMissing = choices !== undefined && !choices.credits.some(({ me }) => me);
  return (
    <div class="details">
      {choice.kind === 'candidate' ? (
        can.choosesStage && (
          <Select
            id="stage"
            label={t('panel_stage')}
            none={t('panel_first_stage')}
            options={stages}
            given={policy && lockedStage(policy, stages) !== undefined}
            value={choice.stageId}
            onChange={pick('stageId')}
          />
        )
      ) : (
        <>
          <Select
            id="pool"
            label={t('panel_pool')}
            none={t('panel_no_pool')}
            options={choices?.pools ?? []}
            value={choice.poolId}
            onChange={(id) => {
              pick('poolStageId')(undefined);
              pick('poolId')(id);
            }}
          />
          {pool && (
            <Select
              id="pool-stage"
              label={t('panel_pool_stage')}
              none={t('panel_first_stage')}
              options={pool.stages}
              value={choice.poolStageId}
              onChange={pick('poolStageId')}
            />
          )}
        </>
      )}
      {can.choosesSource && (
        <Select
          id="source"
          label={t('panel_source')}
          none={t('panel_no_source')}
          options={choices?.sources ?? []}
          given={source !== undefined}
          value={choice.sourceId}
          onChange={pick('sourceId')}
        />
      )}
      {can.choosesSource && policy?.defaultSource && choices && sourceOf(policy, choices) === undefined && (
        <small class="soft">{t('panel_given_unknown', policy.defaultSource)}</small>
      )}
      {can.choosesCredit && (
        <>
          <Select
            id="credit"
            label={t('panel_credit')}
            none={t('panel_no_credit')}
            options={(choices?.credits ?? []).map(({ id, name, me }) => ({ id, name: me ? t('panel_me', name) : name }))}
            value={choice.referrerId}
            onChange={pick('referrerId')}
          />
          {meMissing && <small class="soft">{t('panel_no_credit_row')}</small>}
        </>
      )}
      {can.tags && tags && <Given id="tags" label={t('panel_tag_box')} value={tags.join(', ')} />}
      {can.tags && !tags && (
        <TagBox
          tags={choice.tags}
          known={choices?.tags ?? []}
          onChange={(changed) => panel.person.choose((before) => ({ ...before, tags: changed }))}
        />
      )}
      <Note
        draft={draft}
        forAll={can.notes === 'withPerson'}
        onChange={(note, visibility) => panel.person.setNote(note, visibility)}
      />
      {!can.choosesSource && <small class="soft">{t('panel_partner_cannot')}</small>}
      {can.trackingLinks && choice.jobId != null && <TrackingLink key={choice.jobId} panel={panel} jobId={choice.jobId} />}
      {choices && choices.refused.length > 0 && (
        <small class="soft">{t('panel_not_allowed_lists', choices.refused.join(', '))}</small>
      )}
    </div>
  );
}
