/** Offered where it is wanted: to read this site without a click each time. */
import type { Panel } from '#lib/panel/panel.ts';
import { siteName } from '#lib/panel/site-name.ts';
import { t } from '#lib/text.ts';

export function OnceOnly({ panel }: { panel: Panel }) {
  const url = panel.page.onlyThisOnce.value;
  if (url === undefined) return null;
  return (
    <p class="aside">
      {t('panel_once_only', siteName(url))}{' '}
      <button type="button" class="link" onClick={() => void panel.page.allowAccess()}>
        {t('panel_allow_site', siteName(url))}
      </button>
    </p>
  );
}
