/** What could not be looked at: one quiet line, and more on request. Says nothing when all is well. */
import css from '#assets/panel-by-hand.css?inline';
import type { Verdict } from '#lib/identity/schema.ts';
import { blindSpots, type Blind } from '#lib/panel/blind.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { counted, t } from '#lib/text.ts';

import { useStyles } from '#components/own-styles.ts';

function Sentence({ panel, blind: { sentence, helps } }: { panel: Panel; blind: Blind }) {
  return (
    <>
      {sentence}{' '}
      {helps && (
        <button type="button" class="link" onClick={() => (helps === 'resume' ? void panel.resumeIndex() : panel.openOptions())}>
          {t(helps === 'resume' ? 'panel_index_resume' : 'panel_do_open_options')}
        </button>
      )}
    </>
  );
}

export function BlindSpots({ panel, verdict }: { panel: Panel; verdict: Verdict }) {
  useStyles(css);
  const [first, ...others] = blindSpots(verdict);
  if (!first) return null;
  return (
    <div class="blind">
      <p>
        <Sentence panel={panel} blind={first} />
      </p>
      {others.length > 0 && (
        <details>
          <summary>{counted('panel_blind_more', others.length)}</summary>
          <ul>
            {others.map((blind) => (
              <li key={blind.spot}>
                <Sentence panel={panel} blind={blind} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
