/** Pinned at the bottom: the one wide button, or what became of it. */
import { useEffect } from 'preact/hooks';

import type { Draft } from '#lib/panel/draft.ts';
import { buttonLine } from '#lib/panel/button-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';

const AfterPress = later(async () => (await import('./after-press.tsx')).AfterPress);

const DOES = { export: 'panel_export', 'add-to-job': 'panel_add_to_job', update: 'panel_update' } as const;

export function Footer({ panel, draft }: { panel: Panel; draft: Draft }) {
  useEffect(() => {
    // What follows the press is there when it comes.
    void AfterPress.ahead();
  }, []);
  const row = panel.row.value;
  const pressed = panel.sending.pressed.value.has(draft.externalId);
  return (
    <footer aria-live="polite">
      {row ? <AfterPress panel={panel} row={row} draft={draft} /> : <Action panel={panel} draft={draft} pressed={pressed} />}
    </footer>
  );
}

function Action({ panel, draft, pressed }: { panel: Panel; draft: Draft; pressed: boolean }) {
  const action = panel.action.value;
  if (!action) return null;
  const line = buttonLine(draft, action, panel);
  return (
    <>
      <button
        type="button"
        class="main"
        id="send"
        disabled={pressed || action.needs !== undefined}
        aria-describedby="send-line"
        onClick={() => void panel.send()}
      >
        {t(pressed ? 'panel_sending' : DOES[action.does])}
      </button>
      <p class="line" id="send-line">
        <span dir="auto">{line}</span>
        {!action.needs && <kbd aria-hidden="true">{t('panel_chord')}</kbd>}
      </p>
    </>
  );
}
