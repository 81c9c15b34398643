/**
 * The one way a reader is run in a page: wait until the page names its person, read, and check that the page is still that
 * person's. Ships into every page that is read, so it stays small.
 */
import type { RawReading } from '#lib/candidate/raw.ts';

import type { Draft, PageKind, Reference, Site } from './site.ts';

export interface RunOptions {
  /** How long a page may take to name its person, in milliseconds. */
  patienceMs: number;
  /** The page's address at this moment; injected so that a saved page can stand at any address. */
  address: () => string;
}

const urlNow = ({ address }: RunOptions): URL => new URL(address());

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
    const url = urlNow(options);
    const reference = referenceOf(site, document, url);
    if (!reference) return await listOrNothing(site, document, url, options);
    const kind = await settled(
      document,
      options,
      () => lookAt(site, document, reference, options),
      (seen) => seen === 'waiting',
    );
    if (kind === 'moved') return nobody(site, 'moved');
    if (kind === 'list') return await listOrNothing(site, document, url, options);
    if (kind !== 'profile') return nobody(site, kind === 'waiting' ? 'not-ready' : kind, reference);
    const draft = site.read(document, reference);
    return isStill(site, document, reference, options)
      ? toReading(site, reference, draft, document.documentElement.lang)
      : nobody(site, 'moved');
  } catch {
    // A reader must never break a page or the panel; a layout it cannot stand is a page that it could not read.
    return nobody(site, 'not-a-profile');
  }
}

const referenceOf = (site: Site, document: Document, url: URL): Reference | undefined =>
  site.identify(url) ?? site.opened?.(document, url);

const isStill = (site: Site, document: Document, { handle }: Reference, options: RunOptions): boolean =>
  referenceOf(site, document, urlNow(options))?.handle === handle;

const lookAt = (site: Site, document: Document, reference: Reference, options: RunOptions): PageKind | 'moved' =>
  isStill(site, document, reference, options) ? site.look(document, reference, urlNow(options)) : 'moved';

async function listOrNothing(site: Site, document: Document, url: URL, options: RunOptions): Promise<RawReading> {
  const awaits = site.hasList?.(url) ?? false;
  const people = await settled(
    document,
    options,
    () => (urlNow(options).href === url.href ? (site.list?.(document, url) ?? []) : 'moved'),
    (seen) => awaits && seen.length === 0,
  );
  if (people === 'moved') return nobody(site, 'moved');
  return people.length > 0 ? { ...nobody(site, 'list'), people } : nobody(site, 'not-a-profile');
}

/** Looks again whenever the document changes, until what is seen is settled, or patience ends. */
function settled<T>(document: Document, { patienceMs }: RunOptions, look: () => T, isOpen: (seen: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = (isLast = false) => {
      try {
        const seen = look();
        if (isOpen(seen) && !isLast) return false;
        resolve(seen);
      } catch (thrown) {
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
      observer.disconnect();
      clearTimeout(timer);
      return true;
    };
    const observer = new MutationObserver(() => check());
    if (check()) return;
    timer = setTimeout(check, patienceMs, true);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  });
}

/** Puts the draft under its external id: the stable one when the page has one, with the URL's own as an alias. */
function toReading(site: Site, reference: Reference, { stableHandle, ...draft }: Draft, lang: string): RawReading {
  const fromUrl = `${reference.site}:${reference.handle}`;
  const externalId = stableHandle ? `${reference.site}:${stableHandle}` : fromUrl;
  return {
    ...nobody(site, 'profile', reference),
    ...draft,
    externalId,
    lang,
    aliases: [...new Set([fromUrl, ...draft.aliases])].filter((alias) => alias !== externalId),
    needs: [...site.needs],
  };
}
