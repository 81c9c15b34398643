/** Stage, source, credit, tags and note: one line once set, unfolded on request. */
import { useEffect } from 'preact/hooks';

import { choiceLine } from '#lib/panel/choice-line.ts';
import type { Draft } from '#lib/panel/draft.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';

const Details = later(async () => (await import('./details.tsx')).Details);

/** Unfolded, perhaps for the sake of one field. */
export type Unfolded = boolean | 'note' | 'tags';

interface FoldProps {
  panel: Panel;
  draft: Draft;
  unfolded: Unfolded;
  onFold: (unfolded: Unfolded) => void;
}

export function Fold({ panel, draft, unfolded, onFold }: FoldProps) {
  const { lists } = panel;
  const { choice } = draft;
  const choices = lists.choices.value.is === 'there' ? lists.choices.value.value : undefined;
  const stages = choice.jobId == null ? undefined : lists.stages.value.get(choice.jobId);
  const can = panel.can.value;
  const jobId = unfolded && can.choosesStage && choice.kind === 'candidate' ? choice.jobId : undefined;
  useEffect(() => {
    // The stages cost a call per job, so they are asked for only when somebody wants to see them.
    if (jobId != null) void lists.loadStages(jobId);
  }, [jobId, lists]);
  return (
    <section class="fold">
      {/* What little a partner key lets one choose needs no folding. */}
      {can.choosesSource && (
        <div class="fold-line">
          <span dir="auto">{choiceLine(choice, draft.note, choices, stages?.is === 'there' ? stages.value : undefined)}</span>
          <button type="button" class="link" aria-expanded={unfolded ? 'true' : 'false'} onClick={() => onFold(!unfolded)}>
            {t(unfolded ? 'panel_done_folding' : 'panel_change')}
          </button>
        </div>
      )}
      {(unfolded || !can.choosesSource) && (
        <Details
          panel={panel}
          draft={draft}
          choices={choices}
          stages={stages?.is === 'there' ? stages.value : []}
          first={typeof unfolded === 'string' ? unfolded : undefined}
        />
      )}
    </section>
  );
}
