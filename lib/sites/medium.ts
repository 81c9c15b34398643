/**
 * Medium. Pages start with a store of everything that they show, readers and authors of other stories among it, and it is left
 * behind when the app moves on: a person is taken from it by the name of the account alone. (Seen described 2024 to 2026.)
 */
import { emailsInBio } from './bio.ts';
import { all, attr, meta } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { isFields, jsonIn, textAt, type Fields } from './embedded.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const TABS = /^(?:about|followers|following|lists|latest|subscribe|home)$/;
/** Subdomains that are the site's own. */
const OWN = /^(?:www|help|policy|blog|api|cdn.*|miro|glyph|link|status|about|engineering|rsci|m|app)$/;

/** `medium.com/@user` or `user.medium.com`: a further part of the path is a story. Which subdomains are people's only pages tell. */
export function identify(url: URL): Reference | undefined {
  const segments = url.pathname.toLowerCase().split('/').filter(Boolean);
  const below = /^([a-z\d-]+)\.medium\.com$/.exec(url.hostname)?.[1];
  const isMain = url.hostname === 'medium.com' || below === 'www';
  if (!isMain && (!below || OWN.test(below))) return undefined;
  const handle = isMain ? /^(?:@|%40)([\w.-]{1,60})$/.exec(segments.shift() ?? '')?.[1] : below;
  if (!handle || segments.length > 1 || (segments[0] !== undefined && !TABS.test(segments[0]))) return undefined;
  return { site: 'medium', handle, url: isMain ? `https://medium.com/@${handle}` : `https://${handle}.medium.com` };
}

/** The account in the store of the page: by its name, or by the subdomain that is its. */
function accountOf(document: Document, { handle }: Reference): Fields | undefined {
  for (const script of all(document, 'script')) {
    const source = script.textContent ?? '';
    if (!source.includes('__APOLLO_STATE__')) continue;
    for (const [key, value] of Object.entries(jsonIn(source) ?? {})) {
      if (!key.startsWith('User:') || !isFields(value)) continue;
      const domain = textAt(value, 'customDomainState', 'live', 'domain');
      const name = textAt(value, 'username').toLowerCase();
      if (textAt(value, 'name') && (name === handle || domain === `${handle}.medium.com`)) return value;
    }
  }
  return undefined;
}

/** The app keeps these up to date when it moves on. */
function headName(document: Document, { handle }: Reference): string | undefined {
  const url = URL.parse(meta(document, 'og:url') || attr(document, 'link[rel="canonical"]', 'href'));
  const named = meta(document, 'profile:username').toLowerCase() || (url && identify(url)?.handle);
  if (meta(document, 'og:type') !== 'profile' || named !== handle) return undefined;
  return meta(document, 'og:title').replace(/\s+[–—-]\s+Medium$/, '');
}

function look(document: Document, reference: Reference): PageKind {
  if (accountOf(document, reference) || headName(document, reference) !== undefined) return 'profile';
  const url = URL.parse(meta(document, 'og:url'));
  // Publications have subdomains too; a page of another address is one that was left.
  const isHere = url !== null && identify(url)?.handle === reference.handle;
  return isHere && meta(document, 'og:type') !== 'profile' ? 'not-a-profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const account = accountOf(document, reference);
  const head = headName(document, reference);
  const full = textAt(account, 'name') || head || '';
  const from = account ? 'embedded' : 'meta';
  if (full) draft.name({ full, splitFrom: from, cap: 0.85, claim: 'name-like' }, from, 0.85);
  else draft.lacks('name');
  const bio = textAt(account, 'bio') || (head === undefined ? '' : bioIn(meta(document, 'description')));
  draft.set('headline', bio, from, 0.85).fill('emails', emailsInBio(bio), 'text', 0.75);
  const twitter = textAt(account, 'twitterScreenName');
  draft.fill('links', /^\w{1,15}$/.test(twitter) ? [`https://x.com/${twitter}`] : [], 'embedded', 0.9);

  const image = textAt(account, 'imageId');
  const photo = all(document, 'img[src], meta[property="og:image"]')
    .map((element) => element.getAttribute('src') ?? element.getAttribute('content') ?? '')
    .find((url) => image !== '' && url.endsWith(`/${image}`));
  // The picture comes in many sizes; without one it is the same wherever it is found.
  draft.set('photoUrl', photo?.replace(/\/resize:[^/]+\//, '/'), 'embedded', 0.9);
  const [name, id] = [textAt(account, 'username').toLowerCase(), textAt(account, 'id')];
  draft.alias(/^[\w.-]+$/.test(name) ? `medium:${name}` : undefined);
  return draft.alias(/^[\da-f]{8,16}$/.test(id) ? `medium-id:${id}` : undefined).done();
}

/** In a sentence of the site's, "Read writing from Jane Doe on Medium. … Every day, Jane Doe and thousands of other voices …". */
const bioIn = (description: string): string =>
  /^Read writing from .+? on Medium\. (.*?)\s*Every day, /s.exec(description)?.[1] ?? '';

export const medium = defineSite({ id: 'medium', label: 'Medium', identify, look, read, needs: [] });
