/** Without a connection a person can be read and edited; for the rest there is one button. */
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

export function Connect({ panel }: { panel: Panel }) {
  // There the credential is at hand, and the panel says how to take it over.
  if (panel.page.state.value.is === 'credentials') return null;
  return (
    <section class="connect">
      <strong>{t('panel_connect_what')}</strong>
      <p>{t('panel_connect_why')}</p>
      <button type="button" class="main" onClick={() => panel.openOptions()}>
        {t('panel_connect')}
      </button>
    </section>
  );
}
