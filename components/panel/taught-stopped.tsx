/** What was taught for this site and has stopped agreeing with the page: said where it is missed. */
import { useEffect, useState } from 'preact/hooks';

import type { TeachingPorts } from '#lib/panel/teaching.ts';
import type { Taught } from '#lib/teach/taught.ts';
import { FIELD_TEXT, stoppedText } from '#lib/teach/words.ts';
import { t } from '#lib/text.ts';

interface StoppedProps {
  ports: TeachingPorts;
  tabId: number | undefined;
  /** Looked up anew for each person. */
  about: string | undefined;
}

export function Stopped({ ports, tabId, about }: StoppedProps) {
  const [stopped, setStopped] = useState<readonly Taught[]>([]);
  useEffect(() => {
    if (tabId !== undefined) void ports.stopped(tabId).then(setStopped, () => setStopped([]));
  }, [ports, tabId, about]);
  const remove = (id: string) => {
    setStopped(stopped.filter((one) => one.id !== id));
    void ports.remove(id);
  };
  return (
    <>
      {stopped.map((one) => (
        <div key={one.id} class="missing">
          <output>{t('teach_stopped', t(FIELD_TEXT[one.rule.field]), one.host, stoppedText(one))}</output>
          <button type="button" class="link" onClick={() => remove(one.id)}>
            {t('teach_understood')}
          </button>
        </div>
      ))}
    </>
  );
}
