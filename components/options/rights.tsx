import type { Right } from '#lib/greenhouse/schema.ts';
import { rightRows } from '#lib/options/rights.ts';
import { t } from '#lib/text.ts';

import { RightsTable } from './rights-table.tsx';

/** What the credential may do, right by right; folded away while there is nothing to mend. */
export function Rights({ rights }: { rights: readonly Right[] }) {
  const rows = rightRows(rights);
  const lacking = rows.some(({ state }) => state === 'missing');
  const all = rows.every(({ state }) => state === 'granted');
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">{t('options_rights')}</h2>
      {lacking ? (
        <RightsTable rows={rows} />
      ) : (
        <details>
          <summary>{t(all ? 'options_rights_all' : 'options_rights_all_unknown', rows.length)}</summary>
          <RightsTable rows={rows} />
        </details>
      )}
    </section>
  );
}
