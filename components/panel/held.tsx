/** Between the press and Greenhouse: first held, so that it can be undone exactly, then on its way. */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { ExportView } from '#lib/export/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { counted, t } from '#lib/text.ts';

const TICK_MS = 200;

export function Held({ panel, row }: { panel: Panel; row: ExportView }) {
  const [now, setNow] = useState(panel.now());
  const heldUntil = row.state === 'held' ? (row.heldUntil ?? 0) : 0;
  const left = heldUntil - now;
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The pressed button is gone. Not to "Undo": a second Enter of an impatient hand would undo what the first one did.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);

  useEffect(() => {
    let stop = () => {};
    const tick = () => {
      setNow(panel.now());
      if (panel.now() < heldUntil) stop = panel.later(TICK_MS, tick);
    };
    tick();
    return () => stop();
  }, [heldUntil, panel]);

  if (left <= 0) {
    return (
      <div class="sending" ref={box} tabIndex={-1}>
        <strong>{t('panel_sending')}</strong>
        <small class="soft">{t('panel_sending_why')}</small>
        <progress aria-label={t('panel_sending')} />
      </div>
    );
  }
  /** The second half of a double click on Export must not land on what now stands there. */
  const meant = (act: () => Promise<void>) => (event: MouseEvent) => {
    if (event.detail < 2) void act();
  };
  return (
    <div class="held" ref={box} tabIndex={-1}>
      <strong>{t('panel_held')}</strong>
      <progress class="countdown" aria-hidden="true" max={heldUntil - row.startedAt} value={left} />
      <small class="soft" aria-live="off">
        {counted('panel_held_for', Math.ceil(left / 1000))}
      </small>
      <div class="pair">
        <button type="button" class="plain" aria-keyshortcuts="Z" onClick={meant(() => panel.sending.undo(row.id))}>
          {t('panel_undo')}
        </button>
        <button type="button" class="plain" onClick={meant(() => panel.sending.sendNow(row.id))}>
          {t('panel_send_now')}
        </button>
      </div>
    </div>
  );
}
