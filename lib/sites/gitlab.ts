/**
 * GitLab: gitlab.com, and by `gitlabAnywhere` any host that runs it. A user's page is one schema.org Person; groups stand at
 * the same kind of address and are none. From the templates of GitLab itself (2018–2026).
 */
import { all, attr, first, hrefs, meta, ownText, text, textOf, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** First segments that are no namespace (top-level routes of GitLab). */
const RESERVED = new Set(
  (
    '- abuse_reports admin api assets autocomplete dashboard deploy explore files ghost groups health_check help import invites jwt login ' +
    'notification_settings oauth org organizations profile projects public register s search sitemap slash-command-logo snippets ' +
    'unsubscribes uploads user users v2'
  ).split(' '),
);
const NAME = /^[a-z\d_](?:[a-z\d_.-]{0,253}[a-z\d_-])?$/i;
/** Accounts of projects and groups, for machines. */
const BOT = /^(?:project|group)_\d+_bot/i;
const TABS = /^(?:activity|groups|contributed|projects|starred|snippets|followers|following)$/;

/** `/jane`, or one of the tabs at `/users/jane/activity`. */
function userOf(url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const [one = '', two = '', three = '', ...more] = url.pathname.split('/').filter(Boolean);
  const name = one === 'users' && TABS.test(three) && more.length === 0 ? two : two ? '' : one;
  return NAME.test(name) &&
    !BOT.test(name) &&
    !RESERVED.has(name.toLowerCase()) &&
    !/\.(?:git|atom|json|html|txt|xml|ico|png)$/i.test(name)
    ? name.toLowerCase()
    : undefined;
}

export function identify(url: URL): Reference | undefined {
  const user = url.hostname === 'gitlab.com' || url.hostname === 'www.gitlab.com' ? userOf(url) : undefined;
  return user ? { site: 'gitlab', handle: user, url: `https://gitlab.com/${user}` } : undefined;
}

/** On any other host: the document has to say that it is GitLab (`isGitlab`). */
export function identifyAnywhere(url: URL): Reference | undefined {
  const user = userOf(url);
  return identify(url) ?? (user ? { site: 'gitlab', handle: `${url.host}/${user}`, url: `${url.origin}/${user}` } : undefined);
}

export const isGitlab = (document: Document): boolean =>
  meta(document, 'og:site_name') === 'GitLab' || first(document, 'main#content-body .user-profile') !== undefined;

const personOf = (document: Document): Element | undefined =>
  first(document, 'main[itemtype$="schema.org/Person"], .user-profile');

/** Of the tabs and feeds of the profile, which carry it in every version; else "@jane" beside the name. */
function usernameOf(person: Element): string {
  for (const element of all(person, 'a[href*="/users/"], [data-user-calendar-path], [data-calendar-path]')) {
    const path =
      element.getAttribute('data-user-calendar-path') ??
      element.getAttribute('data-calendar-path') ??
      element.getAttribute('href');
    const name = /\/users\/([^/]+)\/(?:calendar|activity|groups|contributed|projects|starred|snippets|follow)/.exec(
      path ?? '',
    )?.[1];
    if (name) return name.toLowerCase();
  }
  return (
    /(?:^|\s)@([\w.-]+)/.exec(textOf(first(person, '.profile-header, .user-profile-header') ?? person))?.[1] ?? ''
  ).toLowerCase();
}

function look(document: Document, reference: Reference): PageKind {
  const person = personOf(document);
  if (person) {
    if (usernameOf(person) !== reference.handle.split('/').at(-1)) return 'waiting';
    // Of whom the site has blocked it prints this in the place of a name, without the mark of one.
    return /^(?:blocked|unconfirmed) user$/i.test(text(person, '.cover-title, h1')) ? 'blocked' : 'profile';
  }
  if (/^404|page not found/i.test(document.title) || first(document, 'form#new_user, form.new_user')) return 'blocked';
  return isGitlab(document) ? 'not-a-profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const person = personOf(document);
  if (!person) return draft.lacks('name').done();
  // Pronouns and "(Busy)" are elements within the heading.
  const heading = first(person, '[itemprop="name"]') ?? first(person, '.cover-title');
  const full = ownText(heading) || textOf(heading);
  if (full) draft.name({ full, splitFrom: 'microdata', cap: 0.9, claim: 'name-like' }, 'microdata', 0.9);
  else draft.lacks('name');
  draft.set('headline', text(person, '.profile-user-bio'), 'landmark', 0.85);
  draft.set('title', text(person, '[itemprop="jobTitle"]'), 'microdata', 0.95);
  draft.set('company', text(person, '[itemprop="worksFor"]'), 'microdata', 0.9);
  draft.set('location', text(person, '[itemprop="addressLocality"]'), 'microdata', 0.9);
  const emails = hrefs(person, 'a[itemprop="email"][href^="mailto:"]');
  draft.fill(
    'emails',
    emails.map((email) => ({ text: email, as: 'address', of: 'person' })),
    'microdata',
    0.98,
  );
  draft.fill('links', linksOf(person), 'microdata', 0.9);
  const picture = first(person, 'img[itemprop="image"], .avatar-holder img');
  const source = picture?.getAttribute('data-src') ?? picture?.getAttribute('src') ?? '';
  // Before it is loaded a picture is a dot of data.
  if (source && !source.startsWith('data:')) draft.set('photoUrl', URL.parse(source, reference.url)?.href, 'microdata', 0.85);
  const id = idOf(person);
  const host = reference.handle.includes('/') ? `${reference.handle.split('/', 1)[0]}/` : '';
  return draft.alias(id && `gitlab-id:${host}${id}`).done();
}

/** The website, and accounts: links out of the site with the network in their title. What a README or an activity links to is not. */
const linksOf = (person: Element): string[] =>
  all(person, 'a[itemprop="url"][href], a:is([title][target="_blank"], [rel~="me"])[href^="http"]')
    .filter((anchor) => !anchor.closest('.md, .tab-content, .user-profile-content, .avatar-holder'))
    .map((anchor) => anchor.getAttribute('href') ?? '');

/** The viewer's number is on the page too, in its script. */
function idOf(person: Element): string | undefined {
  const own =
    attr(person, '#js-user-achievements[data-user-id]', 'data-user-id') ||
    attr(person, '[data-reported-user-id]', 'data-reported-user-id') ||
    attr(person, '.js-user-profile-actions[data-user-id]', 'data-user-id') ||
    (/[?&]user_id=(\d+)/.exec(attr(person, 'a[href*="abuse_reports"]', 'href'))?.[1] ?? '');
  return /^\d+$/.exec(tidy(own))?.[0];
}

export const gitlab = defineSite({ id: 'gitlab', label: 'GitLab', identify, look, read, needs: [] });

/** For hosts of which only the document tells that they run it. */
export const gitlabAnywhere = defineSite({
  id: 'gitlab',
  label: 'GitLab',
  identify: identifyAnywhere,
  look: (document, reference) => (isGitlab(document) ? look(document, reference) : 'not-a-profile'),
  read,
  needs: [],
});
