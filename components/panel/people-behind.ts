/** Who is behind the question of an export: read fresh, and once more when somebody wants it. */
import { useEffect, useState } from 'preact/hooks';

import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Match } from '#lib/identity/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';

interface PeopleBehind {
  people: readonly Match[] | undefined;
  failed: AppError | undefined;
  again: () => void;
}

export function usePeopleBehind(panel: Panel, { id, writtenAt }: ExportView): PeopleBehind {
  const [people, setPeople] = useState<readonly Match[]>();
  const [failed, setFailed] = useState<AppError>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let late = false;
    setFailed(undefined);
    panel.sending.people(id).then(
      (found) => late || setPeople(found),
      (thrown: unknown) => late || setFailed(AppError.from(thrown)),
    );
    return () => {
      late = true;
    };
  }, [panel, id, writtenAt, tries]);
  const again = () => {
    setPeople(undefined);
    setTries(tries + 1);
  };
  return { people, failed, again };
}
