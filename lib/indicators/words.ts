/** Why somebody is, or may be, in Greenhouse: in few words, for a tooltip or a row. */
import type { Agreement, Verdict } from '#lib/identity/schema.ts';
import { siteOf } from '#lib/sites/list.ts';
import { t, type TextKey } from '#lib/text.ts';

const WORDS: Record<Exclude<Agreement['by'], 'external-id' | 'profile'>, TextKey> = {
  said: 'why_said',
  export: 'why_export',
  email: 'why_email',
  phone: 'why_phone',
  'name-company': 'why_name_company',
  name: 'why_name',
};

/** Strongest first. @param site a site's id, for the name that people call it by. */
export function knownWhy({ matches }: Pick<Verdict, 'matches'>, site: string): string {
  const agreement = matches[0]?.agrees[0];
  if (!agreement) return '';
  const { by } = agreement;
  const why = by === 'external-id' || by === 'profile' ? t('why_profile', siteOf(site)?.label ?? '') : t(WORDS[by]);
  return matches.length > 1 ? t('why_several', matches.length) : why;
}
