/**
 * Software that runs on any host, and has a reader of its own: an address may look like one of its profiles, but that it made the
 * page is said by the document alone. People found so carry the ids of that software, wherever its server stands.
 */
import { foremAnywhere, isForem } from './devto.ts';
import { gitlabAnywhere, isGitlab } from './gitlab.ts';
import { isMastodon, mastodon } from './mastodon.ts';
import type { Site } from './site.ts';
import { web } from './web/web.ts';

const SOFTWARE: readonly { site: Site; made: (document: Document) => boolean }[] = [
  { site: mastodon, made: isMastodon },
  { site: gitlabAnywhere, made: isGitlab },
  { site: foremAnywhere, made: isForem },
];

/** The reader for a page on a host that nobody knows: that of the software that made it, else the generic one. */
export function readerOf(document: Document, address: string): Site {
  const url = URL.parse(address);
  return SOFTWARE.find(({ site, made }) => url && site.identify(url) && made(document))?.site ?? web;
}
