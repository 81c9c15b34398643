/**
 * Stack Overflow and the other sites of Stack Exchange. Their classes say how things look and change with it, so that what a
 * line means is told by the picture before it (`iconLocation`, `iconLink`): those names outlived three layouts (2018–2026).
 */
import { all, attr, first, hrefs, meta, ownText, textOf } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const HOST =
  /^(?:(?:(?:es|pt|ru|ja|meta)\.)?stackoverflow\.com|(?:meta\.)?(?:serverfault\.com|superuser\.com|askubuntu\.com|mathoverflow\.net|stackapps\.com)|(?!(?:api|area51|chat|data|openid|talent)\.)[a-z\d-]+(?:\.meta)?\.stackexchange\.com)$/;

/** The number is one site's alone: the same person has another on each. The slug behind it follows the name. */
export function identify(url: URL): Reference | undefined {
  const host = url.hostname.replace(/^www\./, '');
  const id = HOST.test(host) && /^\/(?:users|u)\/([1-9]\d{0,11})(?:\/[^/]*)?\/?$/.exec(url.pathname)?.[1];
  if (!id) return undefined;
  return {
    site: 'stackoverflow',
    handle: host === 'stackoverflow.com' ? id : `${host}/${id}`,
    url: `https://${host}/users/${id}`,
  };
}

const idOf = (reference: Reference): string => reference.handle.split('/').at(-1) ?? '';
const userIn = (href: string): string | undefined => /\/users\/(\d+)(?:[/?#]|$)/.exec(href)?.[1];

/** The page itself says whose it is with the tabs under the head of the profile; else its head does. */
function ownerOf(document: Document, reference: Reference): string | undefined {
  const host = URL.parse(reference.url)?.hostname;
  for (const tab of hrefs(document, '#content a[href*="/users/"][href*="tab="]')) {
    // The number of the network, and that on other sites, is another one.
    const url = URL.parse(tab, reference.url);
    if (url?.hostname.replace(/^www\./, '') === host) return userIn(tab);
  }
  return userIn(attr(document, 'link[rel="canonical"]', 'href') || meta(document, 'og:url'));
}

// Classes of the name as seen in 2022–2026, and in 2018–2021.
const nameOf = (document: Document): Element | undefined =>
  first(document, '#content .fs-headline2') ?? first(document, '#content .profile-user--name .fw-bold');

function look(document: Document, reference: Reference): PageKind {
  const owner = ownerOf(document, reference);
  if (owner) {
    if (owner !== idOf(reference)) return 'waiting';
    return nameOf(document) || titleName(document) ? 'profile' : 'waiting';
  }
  // Who was deleted, and who never was: the site is not translated but for its own languages, and this page not even there.
  return /^page not found/i.test(document.title) ? 'blocked' : 'waiting';
}

/** "User Jane Doe - Stack Overflow": the first word is in the language of the site. */
const titleName = (document: Document): string => /^\S+ (.+) - [^-]+$/.exec(document.title)?.[1] ?? '';

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const heading = nameOf(document);
  const shown = ownText(heading) || textOf(heading);
  const full = (shown || titleName(document)).replace(/\s*♦+$/u, '');
  const from = shown ? 'landmark' : 'meta';
  // A display name may be anything: "user12345" is not split, and no name.
  draft.name({ full, splitFrom: from, cap: 0.8, claim: 'name-like' }, from, shown ? 0.85 : 0.7);
  const head = headOf(document, heading);
  if (head) {
    draft.set('headline', heading && jobBelow(heading), 'landmark', 0.75);
    const place = rowOf(head, 'iconLocation');
    draft.set('location', place && (attr(place, '[title]', 'title') || textOf(place)), 'attribute', 0.85);
    draft.fill('links', linksOf(head), 'attribute', 0.9);
  }
  const picture = `#content a[href*="/users/${idOf(reference)}/"] img, #user-card [class*="gravatar-wrapper"] img`;
  draft.set('photoUrl', attr(document, picture, 'src'), 'attribute', 0.8);
  // Those that the person's answers earned most points in: what the site counted, and not what the person said.
  draft.fill('skills', all(document, '#top-tags .s-tag, #top-tags .post-tag').map(textOf).filter(Boolean), 'landmark', 0.6);
  return draft.alias(accountOf(document, idOf(reference))).done();
}

/** The block that holds name and lines: the smallest around the name with one of their pictures, or the picture of the person. */
function headOf(document: Document, heading: Element | undefined): Element | undefined {
  const SIGNS = 'svg.iconCake, svg.iconHistory, svg.iconClock, svg.iconLocation';
  let block = heading?.parentElement ?? undefined;
  while (block && block.id !== 'content' && !first(block, SIGNS)) block = block.parentElement ?? undefined;
  return block ?? first(document, '#content');
}

/** The line of the job is the next after the name, and before the first list. */
function jobBelow(heading: Element): string {
  for (let at: Element | null = heading; at && at.id !== 'content'; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.localName === 'ul' || first(next, 'ul, svg, a')) return '';
      // Class as seen in 2022–2026.
      if (next.classList.contains('fs-title')) return textOf(next);
    }
  }
  return '';
}

const rowOf = (head: Element, icon: string): Element | undefined =>
  first(head, `li svg.${icon}, div svg.${icon}`)?.closest('li') ??
  first(head, `svg.${icon}`)?.parentElement?.parentElement ??
  undefined;

/** Website and accounts stand in rows of their own, with a picture; what the person wrote about others is elsewhere. */
const linksOf = (head: Element): string[] =>
  all(head, 'li')
    .filter((row) => first(row, 'svg.iconLink, svg.iconGitHub, svg.iconTwitter, svg.iconX, a[rel~="me"]'))
    .flatMap((row) => hrefs(row, 'a[href^="http"]'));

/** The number of the person on all sites. The page also starts with that of the viewer: the one beside the right user counts. */
function accountOf(document: Document, id: string): string | undefined {
  for (const script of all(document, 'script:not([src])')) {
    const said = /StackExchange\.user\.init\(\{[^}]*?\buserId:\s*(\d+),\s*accountId:\s*(\d+)/.exec(script.textContent ?? '');
    if (said?.[1] === id) return `stackexchange:${said[2]}`;
  }
  const linked = /^https:\/\/stackexchange\.com\/users\/(\d+)/.exec(
    attr(document, '#content a[href^="https://stackexchange.com/users/"]', 'href'),
  );
  return linked ? `stackexchange:${linked[1]}` : undefined;
}

export const stackoverflow = defineSite({ id: 'stackoverflow', label: 'Stack Overflow', identify, look, read, needs: [] });
