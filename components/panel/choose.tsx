/** Who is behind the question of an export whose profile is not on show: read fresh, and chosen here. */
import { useEffect, useState } from 'preact/hooks';

import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Match } from '#lib/identity/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { KnownByNow } from './known-by-now.tsx';
import { Told } from './told.tsx';

export function Choose({ panel, view }: { panel: Panel; view: ExportView }) {
  const [people, setPeople] = useState<readonly Match[]>();
  const [failed, setFailed] = useState<AppError>();
  useEffect(() => {
    let late = false;
    panel.sending.people(view.id).then(
      (found) => late || setPeople(found),
      (thrown: unknown) => {
        if (late) return;
        // They can be chosen by their numbers, and looked at in Greenhouse.
        setPeople([]);
        setFailed(AppError.from(thrown));
      },
    );
    return () => {
      late = true;
    };
  }, [panel, view.id]);
  if (!people) return <p class="soft">{t('panel_by_hand_looking')}</p>;
  return (
    <>
      {failed && <Told panel={panel} error={failed} />}
      <KnownByNow panel={panel} row={view} matches={people} say={(answer) => () => void panel.sending.answer(view, answer)} />
    </>
  );
}
