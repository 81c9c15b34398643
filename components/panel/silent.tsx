/** Nothing is heard of the worker: told at the top, since whatever else is on show waits for it. */
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';

export function Silent({ panel }: { panel: Panel }) {
  if (!panel.sending.silent.value) return null;
  return (
    <Alert what={t('error_message_lost_what')} why={t('error_message_lost_why')} next={t('panel_silent_next')}>
      <button type="button" class="plain" onClick={() => void panel.restart()}>
        {t('panel_restart')}
      </button>
    </Alert>
  );
}
