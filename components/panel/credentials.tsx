/** Beside Greenhouse's own credentials page: what to tick there, and where what it shows then goes. */
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

export function Credentials({ panel }: { panel: Panel }) {
  return (
    <section class="sentence">
      <h1>{t('panel_credentials_what')}</h1>
      <p>{t('panel_credentials_next')}</p>
      <button type="button" class="main" onClick={() => panel.openOptions()}>
        {t('panel_do_open_options')}
      </button>
    </section>
  );
}
