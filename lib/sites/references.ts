/**
 * Whose profile an address leads to, for every site that there is a reader for. Carries no reader: of each site nothing but its
 * `identify` comes along (`tests/built/size.test.ts` bounds the chunk).
 */
import { toLink } from '#lib/candidate/links.ts';

import { identify as behance } from './behance.ts';
import { identify as bluesky } from './bluesky.ts';
import { identify as codeberg } from './codeberg.ts';
import { identify as devto } from './devto.ts';
import { identify as dribbble } from './dribbble.ts';
import { identify as github } from './github.ts';
import { identify as gitlab } from './gitlab.ts';
import { identify as huggingface } from './huggingface.ts';
import { identify as kaggle } from './kaggle.ts';
import { identify as linkedin } from './linkedin/identity.ts';
import { identify as linkedinRecruiter } from './linkedin/recruiter.ts';
import { identify as linkedinSales } from './linkedin/sales.ts';
import { identify as mastodon } from './mastodon.ts';
import { identify as medium } from './medium.ts';
import { identify as orcid } from './orcid.ts';
import { identify as researchgate } from './researchgate.ts';
import { identify as scholar } from './scholar.ts';
import type { Reference } from './site.ts';
import { identify as stackoverflow } from './stackoverflow.ts';
import { identify as wellfound } from './wellfound.ts';
import { identify as x } from './x/address.ts';
import { identify as xing } from './xing/address.ts';

type Identify = (url: URL) => Reference | undefined;

/** A server of Mastodon has no host of its own kind: it is one by the shape of its paths, where no other network has that shape. */
const anyMastodon: Identify = (url) => (toLink(`https://${url.host}/@user`)?.kind === 'mastodon' ? mastodon(url) : undefined);

/** Those that know their own hosts come first; a site that is known by the shape of its paths alone comes last. */
const IDENTIFY: readonly Identify[] = [
  // One row per site.
  linkedin,
  linkedinRecruiter,
  linkedinSales,
  github,
  gitlab,
  codeberg,
  stackoverflow,
  x,
  bluesky,
  medium,
  devto,
  huggingface,
  kaggle,
  orcid,
  scholar,
  researchgate,
  dribbble,
  behance,
  xing,
  wellfound,
  anyMastodon,
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
