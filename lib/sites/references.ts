/**
 * Whose profile an address leads to, for every site that there is a reader for. Carries no reader: of each site nothing but its
 * `identify` comes along (`tests/built/size.test.ts` bounds the chunk).
 */
import { identify as github } from './github.ts';
import { identify as linkedin } from './linkedin/identity.ts';
import type { Reference } from './site.ts';

/** Those that know their own hosts come first; a site that is known by the shape of its paths alone comes last. */
const IDENTIFY: readonly ((url: URL) => Reference | undefined)[] = [
  // One row per site.
  linkedin,
  github,
];

/**
 * The profile that an address names, or `undefined` for everything that is no profile of a site we know. Credentials in the
 * address and a dot behind its host name the same page, and are dropped; another port is another server.
 */
export function referenceOf(address: string): Reference | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.port !== '') return undefined;
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  for (const identify of IDENTIFY) {
    const reference = identify(url);
    if (reference) return reference;
  }
  return undefined;
}

/** Whether two addresses lead to one and the same profile of a site that we know, however they are spelt. */
export function sameReference(one: string, other: string): boolean {
  const [first, second] = [referenceOf(one), referenceOf(other)];
  return first !== undefined && first.site === second?.site && first.handle === second.handle;
}
