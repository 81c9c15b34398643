/**
 * The one way a reader is run in a page: wait until the page names its person, read, and check that the page is still that
 * person's. Ships inside every in-page script, so it stays small.
 */
import type { RawReading } from '#lib/candidate/raw.ts';

import type { Draft, Reference, Site } from './site.ts';

export interface RunOptions {
  /** How long a page may take to name its person, in milliseconds. */
  patienceMs: number;
  /** The page's address at this moment; injected so that a saved page can stand at any address. */
  address: () => string;
}

const nobody = (site: Site, status: RawReading['status'], reference?: Reference): RawReading => ({
  status,
  site: site.id,
  ...(reference ? { url: reference.url, externalId: `${reference.site}:${reference.handle}` } : {}),
  aliases: [],
  missing: [],
  needs: [],
  evidence: {},
});

/** Reads the page once it is ready; always answers, never throws. */
export async function readPage(site: Site, document: Document, options: RunOptions): Promise<RawReading> {
  try {
    const url = new URL(options.address());
    const reference = site.identify(url);
    if (!reference) return listOrNothing(site, document, url);
    const kind = await settled(site, document, reference, options);
    if (kind === 'moved') return nobody(site, 'moved');
    if (kind === 'list') return listOrNothing(site, document, url);
    if (kind !== 'profile') return nobody(site, kind === 'waiting' ? 'not-ready' : kind, reference);
    const draft = site.read(document, reference);
    return sameAddress(site, reference, options)
      ? toReading(site, reference, draft, document.documentElement.lang)
      : nobody(site, 'moved');
  } catch {
    // A reader must never break a page or the panel; a layout it cannot stand is a page that it could not read.
    return nobody(site, 'not-a-profile');
  }
}

function listOrNothing(site: Site, document: Document, url: URL): RawReading {
  const people = site.list?.(document, url) ?? [];
  return people.length > 0 ? { ...nobody(site, 'list'), people } : nobody(site, 'not-a-profile');
}

function sameAddress(site: Site, reference: Reference, options: RunOptions): boolean {
  return site.identify(new URL(options.address()))?.handle === reference.handle;
}

/** Looks again whenever the document changes, until it is decided, the address moves on, or patience ends. */
function settled(site: Site, document: Document, reference: Reference, options: RunOptions) {
  return new Promise<ReturnType<Site['look']> | 'moved'>((resolve) => {
    const now = () =>
      sameAddress(site, reference, options) ? site.look(document, reference, new URL(options.address())) : 'moved';
    const first = now();
    if (first !== 'waiting') return resolve(first);
    const finish = (kind: ReturnType<Site['look']> | 'moved') => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(kind);
    };
    const observer = new MutationObserver(() => {
      const kind = now();
      if (kind !== 'waiting') finish(kind);
    });
    const timer = setTimeout(() => finish(now()), options.patienceMs);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  });
}

/** Puts the draft under its external id: the stable one when the page has one, with the URL's own as an alias. */
function toReading(site: Site, reference: Reference, draft: Draft, lang: string): RawReading {
  const { person, evidence, missing, aliases, stableHandle, ownUrl } = draft;
  const fromUrl = `${reference.site}:${reference.handle}`;
  const externalId = stableHandle ? `${reference.site}:${stableHandle}` : fromUrl;
  return {
    ...nobody(site, 'profile', reference),
    externalId,
    ownUrl,
    lang,
    person,
    aliases: [...new Set([fromUrl, ...aliases])].filter((alias) => alias !== externalId),
    missing,
    needs: [...site.needs],
    evidence,
  };
}
