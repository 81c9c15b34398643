/** What could not be looked at: one quiet line, and more on request. Says nothing when all is well. */
import { useEffect, useState } from 'preact/hooks';

import css from '#assets/panel-by-hand.css?inline';
import type { Verdict } from '#lib/identity/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { blindSpots, seesMore, type Blind } from '#lib/panel/blind.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { useStyles } from '#components/own-styles.ts';

function Sentence({ panel, blind: { sentence, helps } }: { panel: Panel; blind: Blind }) {
  return (
    <>
      {sentence}{' '}
      {helps && (
        <button type="button" class="link" onClick={() => (helps === 'resume' ? resume(panel) : panel.openOptions())}>
          {t(helps === 'resume' ? 'panel_index_resume' : 'panel_do_open_options')}
        </button>
      )}
    </>
  );
}

/** Where it cannot go on, what is told of the index says so. */
const resume = (panel: Panel): void => void panel.peopleIndex.command({ do: 'resume' }).catch(() => undefined);

export function BlindSpots({ panel, verdict }: { panel: Panel; verdict: Verdict }) {
  useStyles(css);
  const [told, setTold] = useState<IndexStatus>();
  useEffect(() => {
    setTold(undefined);
    return panel.peopleIndex.watch((status) => {
      setTold(status);
      if (seesMore(verdict, status)) panel.verdict.again();
    });
  }, [panel, verdict]);
  const spots = blindSpots(told ? { ...verdict, index: told } : verdict);
  const [first, ...others] = spots;
  if (!first) return null;
  if (others.length === 0) {
    return (
      <p class="blind">
        <Sentence panel={panel} blind={first} />
      </p>
    );
  }
  // How far the index is stays on show; it is what changes.
  const filling = first.spot === 'index-filling' && first.helps === undefined;
  return (
    <details class="blind">
      <summary>{filling ? first.sentence : t('panel_blind_several', spots.length)}</summary>
      <ul>
        {(filling ? others : spots).map((blind) => (
          <li key={blind.spot}>
            <Sentence panel={panel} blind={blind} />
          </li>
        ))}
      </ul>
    </details>
  );
}
