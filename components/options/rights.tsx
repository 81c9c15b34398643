import { laterRows, rightRows } from '#lib/options/rights.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { t } from '#lib/text.ts';

import { RightsTable } from './rights-table.tsx';
import { Scope } from './scope.tsx';

/** Right by right; folded away while there is nothing to mend. */
export function Rights({ kept }: { kept: Connection }) {
  const rows = rightRows(kept.rights);
  const lacking = rows.some(({ state }) => state === 'missing');
  const all = rows.every(({ state }) => state === 'granted');
  return (
    <>
      <details open={lacking}>
        <summary>
          {t(lacking ? 'options_rights' : all ? 'options_rights_all' : 'options_rights_all_unknown', rows.length)}
        </summary>
        <RightsTable rows={rows} />
      </details>
      {kept.kind === 'harvest' && <Later surplus={kept.health?.surplus ?? []} />}
    </>
  );
}

/** What nobody needs to give yet. */
function Later({ surplus }: { surplus: readonly string[] }) {
  return (
    <details>
      <summary>{t('doctor_later')}</summary>
      <p class="soft">{t('doctor_later_note')}</p>
      <table aria-label={t('doctor_later')}>
        <thead>
          <tr>
            <th scope="col">{t('options_rights_right')}</th>
            <th scope="col">{t('options_rights_state')}</th>
          </tr>
        </thead>
        <tbody>
          {laterRows(surplus).map(({ scope, purpose, granted }) => (
            <tr key={scope}>
              <th scope="row">
                {purpose}
                <Scope name={scope} />
              </th>
              <td>{t(granted ? 'doctor_later_granted' : 'doctor_later_not')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
