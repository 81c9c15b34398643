/** Which rows of a list get a mark, and what it says. Whoever is new gets none: a quiet page stays quiet. Pure. */
import type { ListedPerson } from '#lib/candidate/reading.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import type { Marks } from '#lib/in-page/marks.ts';
import { t } from '#lib/text.ts';

import { knownWhy } from './words.ts';

/** @param people with the verdict of each; only who has an address of a profile can be found in the page. */
export function marksOf(at: string, site: string, people: readonly (readonly [ListedPerson, Verdict | undefined])[]): Marks {
  return {
    at: at.split('#', 1)[0] ?? at,
    label: t('marks'),
    people: people.flatMap(([{ url, fullName }, verdict]) => {
      if (!url) return [];
      if (!verdict || verdict.kind === 'new') return { url };
      // A list can print no name: then the address says who it is.
      const who = fullName?.trim() || url.replace(/^https:\/\/(?:www\.)?/, '');
      const words = t(verdict.kind === 'known' ? 'mark_known' : 'mark_possible', who, knownWhy(verdict, site));
      return { url, mark: { kind: verdict.kind, words } };
    }),
  };
}
