/** Who else is on the page of a case: everybody that it links to by a profile address, under the text of that link. */
import type { Reading } from '#lib/candidate/reading.ts';
import { lines } from '#lib/sites/dom.ts';
import type { Site } from '#lib/sites/site.ts';

import { claimsOf } from './claims.ts';

/** Texts, in lower case, that may stand in no field of the person whose page it is. */
export function strangersOn(document: Document, site: Site, { url, reading }: { url: string; reading: Reading }): Set<string> {
  const own = site.identify(new URL(url))?.handle;
  const said = claimsOf(reading);
  const found = new Set<string>();
  for (const anchor of document.querySelectorAll('a[href]')) {
    const target = URL.parse(anchor.getAttribute('href') ?? '', url);
    const reference = target && site.identify(target);
    if (!reference || reference.handle === own) continue;
    if (reading.aliases.some((alias) => alias.endsWith(`:${reference.handle}`))) continue;
    for (const line of lines(anchor)) {
      const text = line.toLowerCase();
      // "Acme" may be the person's employer as well as a link to a namesake: only what the reading never says is a stranger's.
      if (text.length > 3 && !said.some(({ words }) => text.split(/[\s,@·|–—-]+/).every((word) => words.includes(word))))
        found.add(text);
    }
  }
  return found;
}
