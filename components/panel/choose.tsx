/** Who is behind the question of an export whose profile is not on show: read fresh, and chosen here. */
import type { ExportView } from '#lib/export/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { KnownByNow } from './known-by-now.tsx';
import { usePeopleBehind } from './people-behind.ts';
import { Told } from './told.tsx';

export function Choose({ panel, view }: { panel: Panel; view: ExportView }) {
  const { people, failed, again } = usePeopleBehind(panel, view);
  if (!people && !failed) return <p class="soft">{t('panel_by_hand_looking')}</p>;
  return (
    <>
      {failed && <Told panel={panel} error={failed} onRetry={again} />}
      {/* Who could not be read can be chosen by number, and looked at in Greenhouse. */}
      <KnownByNow
        panel={panel}
        row={view}
        matches={people ?? []}
        say={(answer) => () => void panel.sending.answer(view, answer)}
      />
    </>
  );
}
