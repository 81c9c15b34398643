/** Why somebody in Greenhouse is, or may be, the person on the page. */
import type { Agreement, Match } from '#lib/identity/schema.ts';
import { ANY_PAGE, siteFor, siteOf } from '#lib/sites/list.ts';
import { counted, t } from '#lib/text.ts';

import { shortAddress } from './links.ts';

const PLAIN = {
  said: 'panel_same_said',
  export: 'panel_same_export',
  phone: 'panel_same_phone',
  'name-company': 'panel_same_name_company',
  name: 'panel_same_name',
} as const;

/** `value` is an address, or an external id: `<site>:<handle>`. */
function sameProfile(value: string): string {
  const address = /^https?:/.test(value);
  const site = address ? siteFor(value) : siteOf(value.split(':', 1)[0] ?? '');
  if (site && site !== ANY_PAGE) return t('panel_same_profile', site.label);
  return address ? t('panel_same_address', shortAddress(value)) : t('panel_same_profile_somewhere');
}

export function reason({ by, value }: Agreement): string {
  if (by === 'email') return t('panel_same_email', value);
  if (by === 'profile' || by === 'external-id') return sameProfile(value);
  return t(PLAIN[by]);
}

/** Nobody needs a fourth reason to believe it. */
const SHOWN = 3;

/** Each reason once: an external id and an address may be the same profile, and a company speaks of the name as well. */
export function reasons({ agrees }: Match): string[] {
  const named = agrees.some(({ by }) => by === 'name-company');
  const all = [...new Set(agrees.filter(({ by }) => !(named && by === 'name')).map(reason))];
  const more = all.length - SHOWN;
  return more > 0 ? [...all.slice(0, SHOWN), counted('panel_more_reasons', more)] : all;
}
