import type { ConnectModel, Status } from '#lib/options/connect.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { language, t, type TextKey } from '#lib/text.ts';

const moment = (epochMs: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(epochMs);

function sentence(status: Status): string {
  if (status.is === 'loading') return t('options_status_loading');
  if (status.is === 'testing') return t('options_status_testing');
  if (status.is !== 'connected') return t('options_status_none');
  return status.organisation === null
    ? t('options_status_connected_unnamed', status.name)
    : t('options_status_connected', status.organisation, status.name);
}

/** With a partner key Greenhouse does not tell what somebody is. */
function roleOf({ actingUser }: Identity, kind: Connection['kind'] | undefined): TextKey {
  if (kind === 'partner') return 'options_partner_user';
  return actingUser.siteAdmin ? 'options_site_admin' : 'options_job_admin';
}

/** Who we are at Greenhouse, as it said itself. */
export function ConnectionStatus({ model }: { model: ConnectModel }) {
  const status = model.status.value;
  const { identity, testedAt, kind } = model.stored.value ?? {};
  return (
    <div class={`status is-${status.is}`}>
      <output aria-label={t('options_connection')}>{sentence(status)}</output>
      {status.is === 'connected' && identity && (
        <p class="soft">
          {t(roleOf(identity, kind), identity.actingUser.name)}
          {testedAt !== undefined && ` ${t('options_tested_at', moment(testedAt))}`}
        </p>
      )}
    </div>
  );
}
