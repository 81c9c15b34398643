/** The end of the script that is injected to anonymise a page: it answers, and nothing leaves the page but the answer. */
import { anonymise, type Anonymised } from './anonymise.ts';
import { NAMES } from './names-key.ts';

/** Names that the reading of the page gave were left for us a moment ago, in the scope of the extension's scripts alone. */
export function anonymiseThisPage(): Anonymised {
  const scope = globalThis as { [NAMES]?: readonly string[] };
  const names = scope[NAMES] ?? [];
  delete scope[NAMES];
  return anonymise(document, { address: location.href, names });
}
