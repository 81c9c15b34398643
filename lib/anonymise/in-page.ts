/** The end of the script that is injected to anonymise a page: it answers, and nothing leaves the page but the answer. */
import { takeHanded } from '#lib/in-page/handed.ts';

import { anonymise, type Anonymised } from './anonymise.ts';
import { ANONYMISE, type Known } from './script.ts';

export function anonymiseThisPage(): Anonymised {
  const { names = [] } = (takeHanded(ANONYMISE) ?? {}) as Partial<Known>;
  return anonymise(document, { address: location.href, names });
}
