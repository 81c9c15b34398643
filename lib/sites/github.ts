/**
 * GitHub user profiles. The sidebar of a profile is one schema.org Person that carries its login, so everything is read inside
 * that element: the viewer in the header, followers, README and sponsors are outside of it.
 */
import { all, attr, first, hrefs, meta, text, textOf } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { isFollowList, peopleOf } from './github-lists.ts';
import { isLogin } from './github-login.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** Exactly one path segment: two are a repository. Tabs are a query (`?tab=repositories`). */
export function identify(url: URL): Reference | undefined {
  if (url.hostname !== 'github.com' && url.hostname !== 'www.github.com') return undefined;
  const [login = '', ...more] = url.pathname.split('/').filter(Boolean);
  const handle = login.toLowerCase();
  if (more.length > 0 || !isLogin(login)) return undefined;
  return { site: 'github', handle, url: `https://github.com/${handle}` };
}

/** The login stands alone, or before " · she/her". */
const loginOf = (card: Element): string =>
  (text(card, '[itemprop="additionalName"], .p-nickname').split('·', 1)[0] ?? '').trim().replace(/^@/, '').toLowerCase();

const cardOf = (document: Document): Element | undefined =>
  all(document, '[itemtype$="schema.org/Person"], .h-card').find((card) => loginOf(card) !== '');

function look(document: Document, reference: Reference, url: URL): PageKind {
  // Beside this list stands the person whose followers they are.
  if (isFollowList(url) && peopleOf(document, url).length > 0) return 'list';
  const card = cardOf(document);
  if (card) return loginOf(card) === reference.handle ? 'profile' : 'waiting';
  // While Turbo moves on, the address is new and the page is still the old one: only a page of this very address can say no.
  const own = URL.parse(attr(document, 'link[rel="canonical"]', 'href') || meta(document, 'og:url'));
  if (own && identify(own)?.handle !== reference.handle) return 'waiting';
  if (first(document, 'meta[name="hovercard-subject-tag"][content^="organization:"], [itemtype$="schema.org/Organization"]'))
    return 'not-a-profile';
  // The page for what does not exist has no mark but its title, which is English everywhere (seen 2025).
  if (document.title.startsWith('Page not found')) return 'blocked';
  const controller = meta(document, 'route-controller');
  return own !== null || (controller !== '' && controller !== 'profiles') ? 'not-a-profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const card = cardOf(document);
  if (!card) return draft.lacks('name').done();
  const name = text(card, '[itemprop="name"], .p-name');
  if (name) draft.name({ full: name, splitFrom: 'microdata' }, 'microdata', 0.95);
  else draft.lacks('name');
  const bio = first(card, '[data-bio-text], .user-profile-bio');
  draft.set('headline', bio?.getAttribute('data-bio-text')?.trim() || textOf(bio), 'attribute', 0.9);
  readCompany(draft, text(card, '[itemprop="worksFor"] .p-org') || text(card, '[itemprop="worksFor"]'));
  draft.set(
    'location',
    text(card, '[itemprop="homeLocation"] .p-label') || text(card, '[itemprop="homeLocation"]'),
    'microdata',
    0.85,
  );
  readEmail(draft, card, document, reference);
  draft.fill('links', linksOf(card), 'microdata', 0.95);
  const avatar = attr(card, 'a[itemprop="image"]', 'href') || attr(card, 'img.avatar-user', 'src');
  // The picture comes in several sizes; without a size it is the same one wherever it is found.
  draft.set('photoUrl', avatar.replace(/([?&])s=\d+&?/, '$1').replace(/[?&]$/, ''), 'microdata', 0.9);
  const id = idOf(document, card, reference);
  return draft.alias(id && `github-id:${id}`).done();
}

/**
 * "@acme" is the company acme. Of several mentions none is known to be the employer, so all are kept, as an uncertain list.
 * A mention within a sentence stays as it was typed.
 */
function readCompany(draft: DraftBuilder, printed: string): void {
  const mentions = printed.split(/[\s,;/&|]+/).filter(Boolean);
  if (mentions.length === 0 || !mentions.every((word) => /^@[\w-]+$/.test(word))) {
    draft.set('company', printed, 'microdata', printed.includes('@') ? 0.6 : 0.9);
  } else draft.set('company', mentions.map((word) => word.slice(1)).join(', '), 'microdata', mentions.length > 1 ? 0.6 : 0.9);
}

/**
 * Visitors who are not signed in get "Sign in to view email", or no row at all. What the person's own README links to may be a
 * team's or a friend's address: it has to prove that it is the person's.
 */
function readEmail(draft: DraftBuilder, card: Element, document: Document, { handle }: Reference): void {
  const row = first(card, '[itemprop="email"]');
  const email = attr(card, '[itemprop="email"] a[href^="mailto:"], a[itemprop="email"][href^="mailto:"]', 'href');
  if (email) draft.fill('emails', [{ text: email, as: 'address', of: 'person' }], 'microdata', 0.98);
  else if (row) draft.lacks('email');
  const own = all(document, 'main .Box').find((box) => first(box, `a[href$="/${handle}/${handle}" i]`));
  const written = own ? hrefs(own, 'article.markdown-body a[href^="mailto:" i]') : [];
  draft.fill(
    'emails',
    written.map((text) => ({ text, as: 'address', of: 'page' })),
    'text',
    0.6,
  );
}

/** Website and social accounts, as typed by the person: the scheme may be missing. Phones and desktops get a copy each. */
const linksOf = (card: Element): string[] =>
  hrefs(card, '[itemprop="url"] a[href], a[itemprop="url"][href], [itemprop="social"] a[href], [itemprop="twitter"] a[href]');

/** The number that survives a change of login: of the subject's avatar, else of page data that names this very login. */
function idOf(document: Document, card: Element, reference: Reference): string | undefined {
  // Not `img.avatar`: the pictures of the person's organisations are that.
  for (const picture of all(card, 'a[itemprop="image"], img.avatar-user')) {
    const id = avatarId(picture.getAttribute('href') ?? picture.getAttribute('src') ?? '');
    if (id) return id;
  }
  const clicked = /"profile_user_id":(\d+)/.exec(attr(card, '[data-hydro-click*="profile_user_id"]', 'data-hydro-click'))?.[1];
  if (clicked) return clicked;
  const named = meta(document, 'octolytics-dimension-user_login') || meta(document, 'profile:username');
  const scope = attr(
    document,
    `[data-scope-type="User"][data-scoped-search-url^="/users/${reference.handle}/" i]`,
    'data-scope-id',
  );
  if (named.toLowerCase() !== reference.handle) return number(scope);
  return number(meta(document, 'octolytics-dimension-user_id')) ?? avatarId(meta(document, 'og:image')) ?? number(scope);
}

const number = (text: string): string | undefined => /^\d+$/.exec(text)?.[0];
const avatarId = (address: string): string | undefined =>
  /^https:\/\/avatars\d*\.githubusercontent\.com\/u\/(\d+)/.exec(address)?.[1];

export const github = defineSite({ id: 'github', label: 'GitHub', identify, look, read, list: peopleOf, needs: [] });
