import type { ConnectModel, Status } from '#lib/options/connect.ts';
import { t } from '#lib/text.ts';

function sentence(status: Status): string {
  if (status.is === 'loading') return t('options_status_loading');
  if (status.is === 'testing') return t('options_status_testing');
  if (status.is !== 'connected') return t('options_status_none');
  return status.organisation === null
    ? t('options_status_connected_unnamed', status.name)
    : t('options_status_connected', status.organisation, status.name);
}

/** Who we are at Greenhouse, as it said itself. */
export function ConnectionStatus({ model }: { model: ConnectModel }) {
  const status = model.status.value;
  return (
    <div class={`status is-${status.is}`}>
      <output aria-label={t('options_connection')}>{sentence(status)}</output>
    </div>
  );
}
