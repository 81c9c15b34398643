/**
 * Wellfound, once AngelList. Little is known of its pages, which stand behind a wall for machines: the store that a page starts
 * with is used where it names the account, else the heading of a page whose head has this address. (Reported 2024.)
 */
import { isProfileLink } from '#lib/candidate/links-profiles.ts';
import { toLink } from '#lib/candidate/links.ts';

import { emailsInBio, flat } from './bio.ts';
import { all, attr, first, hrefs, meta } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { at, isFields, jsonIn, textAt, type Fields } from './embedded.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** `wellfound.com/u/slug`, and `angel.co/u/slug` as it was. */
export function identify(url: URL): Reference | undefined {
  if (!/^(?:www\.)?(?:wellfound\.com|angel\.co)$/.test(url.hostname)) return undefined;
  const [section, slug = '', ...more] = url.pathname.split('/').filter(Boolean);
  const handle = slug.toLowerCase();
  if (section !== 'u' || more.length > 0 || !/^[a-z\d][\w.-]{1,79}$/.test(handle)) return undefined;
  return { site: 'wellfound', handle, url: `https://wellfound.com/u/${handle}` };
}

/** The store is flat: every object by its kind and number. */
function accountOf(document: Document, { handle }: Reference): Fields | undefined {
  const props = at(jsonIn(first(document, 'script#__NEXT_DATA__')?.textContent), 'props', 'pageProps');
  const stores = [at(props, 'apolloState', 'data'), at(props, 'apolloState'), at(props, '__APOLLO_STATE__'), props];
  for (const store of stores.filter(isFields)) {
    const found = Object.values(store).find((one) => textAt(one, 'slug').toLowerCase() === handle && textAt(one, 'name') !== '');
    // Companies have slugs too, of another kind.
    if (isFields(found) && !/startup|company/i.test(textAt(found, '__typename'))) return found;
  }
  return undefined;
}

const isHeadOf = (document: Document, { handle }: Reference): boolean => {
  const url = URL.parse(attr(document, 'link[rel="canonical"]', 'href') || meta(document, 'og:url'));
  return url !== null && identify(url)?.handle === handle;
};

const headingOf = (document: Document): Element | undefined => first(document, 'main h1, h1');

function look(document: Document, reference: Reference): PageKind {
  if (first(document, 'iframe[src*="captcha-delivery.com"], #challenge-form, #challenge-error-text')) return 'blocked';
  if (accountOf(document, reference)) return 'profile';
  return isHeadOf(document, reference) && flat(headingOf(document)) ? 'profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const account = accountOf(document, reference);
  const heading = isHeadOf(document, reference) ? headingOf(document) : undefined;
  const stated = textAt(account, 'name');
  const from = stated ? 'embedded' : 'landmark';
  const full = stated || flat(heading);
  draft.name({ full, splitFrom: from, claim: 'name-like' }, from, stated ? 0.9 : 0.75);
  const bio = textAt(account, 'bio') || textAt(account, 'headline') || textAt(account, 'miniResume');
  draft.set('headline', bio, 'embedded', 0.8).fill('emails', emailsInBio(bio), 'text', 0.75);
  draft.set('location', textAt(account, 'location') || textAt(account, 'location', 'displayName'), 'embedded', 0.75);
  draft.set('photoUrl', textAt(account, 'avatarUrl'), 'embedded', 0.8);
  const block = heading && flat(heading) === full ? blockOf(heading) : undefined;
  draft.fill('links', block ? profileLinks(block) : [], 'attribute', 0.75);
  const portrait = block && all(block, 'img[src]').find((image) => image.getAttribute('alt') === full);
  const drawn = isHeadOf(document, reference) && meta(document, 'og:title').startsWith(full) ? meta(document, 'og:image') : '';
  draft.set('photoUrl', portrait?.getAttribute('src') ?? (/\/users\//.test(drawn) ? drawn : ''), 'landmark', 0.7);
  // The line below the name is what people say they do.
  const line = heading?.nextElementSibling;
  if (block && line?.localName === 'p') draft.set('headline', flat(line), 'landmark', 0.65);
  const id = textAt(account, 'id');
  return draft
    .alias(/^\d+$/.test(id) ? `wellfound-id:${id}` : undefined)
    .lacks('positions')
    .done();
}

/** What belongs to the heading: as far up as no other heading begins. */
function blockOf(heading: Element): Element {
  let block = heading;
  while (block.parentElement && !block.parentElement.matches('main, body') && !first(block.parentElement, 'h2, h3, nav'))
    block = block.parentElement;
  return block;
}

const profileLinks = (block: Element): string[] =>
  hrefs(block, 'a[href^="http"]').filter((href) => {
    const link = toLink(href);
    return link !== undefined && isProfileLink(link) && link.kind !== 'wellfound';
  });

export const wellfound = defineSite({ id: 'wellfound', label: 'Wellfound', identify, look, read, needs: [] });
