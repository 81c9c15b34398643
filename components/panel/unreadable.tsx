/** An export that this device cannot read: whether they are in Greenhouse, looked for by itself by what of it is left. */
import type { ExportView } from '#lib/export/schema.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { MatchItem } from './match.tsx';
import { usePeopleBehind } from './people-behind.ts';

export function Unreadable({ panel, view }: { panel: Panel; view: ExportView }) {
  return view.elsewhere ? <output>{t('panel_unreadable_elsewhere')}</output> : <Looked panel={panel} view={view} />;
}

function Looked({ panel, view }: { panel: Panel; view: ExportView }) {
  const { people, failed, again } = usePeopleBehind(panel, view);
  const told = failed && adviceFor(failed);
  return (
    <>
      <output>
        {told
          ? [t('panel_unreadable_unseen'), `${told.what}.`, told.next].filter(Boolean).join(' ')
          : t(!people ? 'panel_by_hand_looking' : people.length > 0 ? 'panel_unreadable_there' : 'panel_unreadable_nobody')}
      </output>
      {people && people.length > 0 && (
        <ul class="matches list">
          {people.map((match) => (
            <MatchItem key={match.person.candidateId} match={match} now={panel.now()} />
          ))}
        </ul>
      )}
      {(failed || people?.length === 0) && (
        <div class="actions">
          <button type="button" class="plain small" onClick={again}>
            {t('panel_look_again')}
          </button>
        </div>
      )}
    </>
  );
}
