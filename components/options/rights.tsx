import type { Right } from '#lib/greenhouse/schema.ts';
import { rightRows } from '#lib/options/rights.ts';
import { t } from '#lib/text.ts';

import { RightsTable } from './rights-table.tsx';

/** What the credential may do, right by right. */
export function Rights({ rights }: { rights: readonly Right[] }) {
  const rows = rightRows(rights);
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">{t('options_rights')}</h2>
      {rows.every(({ state }) => state === 'granted') && <p class="soft">{t('options_rights_all', rows.length)}</p>}
      <RightsTable rows={rows} />
    </section>
  );
}
