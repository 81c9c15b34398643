/** Whom an export is of: their name while its row has it, and after that whose profile it was. */
import type { ExportView } from '#lib/export/schema.ts';
import { SITES } from '#lib/sites/list.ts';
import { t } from '#lib/text.ts';

import { shortAddress } from './links.ts';

export function whoOf({ name, externalId }: Pick<ExportView, 'name' | 'externalId'>): string {
  if (name) return name;
  const [site = '', ...rest] = externalId.split(':');
  const handle = shortAddress(rest.join(':'));
  const label = SITES.find(({ id }) => id === site)?.label;
  return label === undefined ? handle : t('panel_row_profile', handle, label);
}
