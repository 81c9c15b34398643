/**
 * Bluesky. The app keeps the screens that were left in the document, so there may be several profiles in it, and its head stays
 * that of the first page: both count only under the handle, or the DID, of the address. (Test ids seen 2024 to 2026.)
 */
import { emailsInBio, flat } from './bio.ts';
import { all, attr, first, meta, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';
import { jsonLdItems } from './web/json-ld.ts';

const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?$/;
const DID = /^did:(?:plc:[a-z2-7]{24}|web:[a-z\d.%-]+)$/;

/** `bsky.app/profile/<handle or DID>`: what follows is a post, a feed, or a list of followers. */
export function identify(url: URL): Reference | undefined {
  if (url.hostname !== 'bsky.app' && url.hostname !== 'www.bsky.app') return undefined;
  const [section, actor = '', ...more] = url.pathname.split('/').filter(Boolean);
  // Typed with its mark, and with colons as browsers may write them.
  const handle = actor
    .replace(/^(?:@|%40)/i, '')
    .replace(/%3a/gi, ':')
    .toLowerCase();
  if (section !== 'profile' || more.length > 0 || !(DOMAIN.test(handle) || DID.test(handle))) return undefined;
  return { site: 'bluesky', handle, url: `https://bsky.app/profile/${handle}` };
}

interface Account {
  name: string;
  handle: string;
  did: string;
  bio: string;
  photo: string;
  links: string[];
}

const isOf = ({ handle, did }: Account, reference: Reference): boolean => reference.handle === handle || reference.handle === did;

const testId = (id: string): string => `[data-testid="${id}"]`;

/** Every profile in the document, those of screens that were left as well. */
function* shownIn(document: Document): Generator<Account> {
  for (const name of all(document, testId('profileHeaderDisplayName'))) {
    const screen = name.closest(testId('profileView')) ?? document.body;
    const bio = first(screen, testId('profileHeaderDescription'));
    const photo = attr(screen, `${testId('profileHeaderAviButton')} img`, 'src');
    const banner = attr(screen, `img${testId('userBannerImage')}, ${testId('userBannerImage')} img`, 'src');
    const handle = handleBeside(name);
    const printed = flat(name);
    yield {
      // Who gave no name is called by the handle.
      name: printed.toLowerCase() === handle ? '' : printed,
      handle,
      did: didIn(photo) ?? didIn(banner) ?? '',
      bio: flat(bio, shownBy),
      photo,
      links: bio ? all(bio, 'a[href^="http"]').map(targetOf).filter(isOutside) : [],
    };
  }
}

/** Printed behind the name, alone in its element, and after "Follows you" and other marks. */
function handleBeside(name: Element): string {
  let at: Element | null = name;
  for (let level = 0; at && level < 4; level += 1, at = at.parentElement) {
    const leaves: Element[] = at.nextElementSibling ? [at.nextElementSibling, ...all(at.nextElementSibling, '*')] : [];
    const texts = leaves.filter((leaf) => leaf.childElementCount === 0).map((leaf) => tidy(leaf.textContent).toLowerCase());
    const handle = texts.find((text) => text.startsWith('@') && DOMAIN.test(text.slice(1)));
    if (handle) return handle.slice(1);
  }
  return '';
}

/** Pictures are kept under the account that they belong to. */
const didIn = (address: string): string | undefined => {
  const did = /\/plain\/(did(?::|%3A)[^/]+)\//i.exec(address)?.[1]?.replaceAll(/%3A/gi, ':').toLowerCase();
  return did && DID.test(did) ? did : undefined;
};

/** Some links lead over a page that counts them. */
const targetOf = (anchor: Element): string => {
  const url = URL.parse(anchor.getAttribute('href') ?? '');
  return (url?.hostname === 'go.bsky.app' && url.searchParams.get('u')) || (url?.href ?? '');
};
const isOutside = (address: string): boolean => !/(?:^|\.)bsky\.app$/.test(URL.parse(address)?.hostname ?? 'bsky.app');

/** Long addresses are cut. */
const shownBy = (anchor: Element): string => {
  const target = targetOf(anchor);
  return isOutside(target) ? target.replace(/^https?:\/\/|\/$/g, '') : flat(anchor);
};

/** What the server says in the head; its JSON has raw line breaks, or none at all. */
function headOf(document: Document): Account | undefined {
  const [, name = '', titled = ''] = /^(.*?)\s*\(@([\w.-]+)\)$/s.exec(meta(document, 'og:title')) ?? [];
  const handle = (meta(document, 'profile:username') || titled).toLowerCase();
  const person = jsonLdItems(document).flatMap((page) => page.items('mainEntity'))[0];
  const alternate = attr(document, 'link[rel="alternate"][href^="at://did:"]', 'href');
  const did = [meta(document, 'twitter:value1'), alternate.split('/')[2] ?? ''].find((text) => DID.test(text)) ?? '';
  if (!handle && !did) return undefined;
  const image = person?.links('image')[0] ?? '';
  return { name, handle, did, bio: meta(document, 'og:description'), photo: image, links: [] };
}

function look(document: Document, reference: Reference): PageKind {
  for (const account of shownIn(document)) if (isOf(account, reference)) return 'profile';
  if (first(document, testId('profileHeaderDisplayName'))) return 'waiting';
  const head = headOf(document);
  return head && isOf(head, reference) ? 'profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const shown = [...shownIn(document)].find((account) => isOf(account, reference));
  const told = headOf(document);
  const head = told && isOf(told, reference) ? told : undefined;
  const from = shown ? 'attribute' : 'meta';
  const full = shown?.name || head?.name;
  if (full) draft.name({ full, splitFrom: from, cap: 0.8, claim: 'name-like' }, from, 0.8);
  else draft.lacks('name');
  const bio = shown?.bio || head?.bio || '';
  draft.set('headline', bio, from, 0.85).fill('emails', emailsInBio(bio), 'text', 0.75);
  draft.fill('links', shown?.links ?? [], 'attribute', 0.8);
  const photo = [shown?.photo, head?.photo].find((url) => url?.includes('/img/avatar'));
  draft.set('photoUrl', photo?.replace('/avatar_thumbnail/', '/avatar/'), from, 0.85);

  const did = shown?.did || head?.did || (DID.test(reference.handle) ? reference.handle : '');
  const handle = shown?.handle || head?.handle;
  draft.alias(did ? `bluesky-did:${did}` : undefined).alias(handle ? `bluesky:${handle}` : undefined);
  return draft.done();
}

export const bluesky = defineSite({ id: 'bluesky', label: 'Bluesky', identify, look, read, needs: [] });
