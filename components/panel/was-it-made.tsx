/** A create went out and nobody answered: is the person there? The recruiter looks where we cannot, or have looked in vain. */
import { useState } from 'preact/hooks';

import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { Alert } from './alert.tsx';

const IsThere = later(async () => (await import('./is-there.tsx')).IsThere);

interface WasItMadeProps {
  panel: Panel;
  row: ExportView;
  say: (answer: ExportAnswer) => () => void;
}

export function WasItMade({ panel, row, say }: WasItMadeProps) {
  const [asked, setAsked] = useState(false);
  const looks = row.question === 'unknown-outcome';
  // Of an application it is known whose it is.
  const isKnown = row.candidateId !== undefined;
  return (
    <>
      <Alert
        what={t('panel_question_unknown')}
        why={t(looks ? 'panel_question_unknown_why' : 'panel_cannot_look_why')}
        next={t(looks ? 'panel_question_unknown_next' : 'panel_cannot_look_next')}
      >
        {looks && (
          <button type="button" class="main small" onClick={say({ do: 'retry' })}>
            {t('panel_look_again')}
          </button>
        )}
        <button
          type="button"
          class={looks ? 'link' : 'main small'}
          aria-expanded={isKnown ? undefined : asked}
          onClick={isKnown ? say({ do: 'is-there' }) : () => setAsked(!asked)}
        >
          {t('panel_is_there')}
        </button>
        <button type="button" class="link" onClick={say({ do: 'create-anyway' })}>
          {t(looks ? 'panel_create_anyway' : 'panel_is_not_there')}
        </button>
        {looks && (
          <button type="button" class="link" onClick={say({ do: 'drop' })}>
            {t('panel_drop')}
          </button>
        )}
      </Alert>
      {asked && <IsThere panel={panel} view={row} />}
    </>
  );
}
