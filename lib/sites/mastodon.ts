/**
 * Mastodon, which is software on thousands of hosts: an address says no more than that it could be one, and the document has to
 * tell the rest. One server shows the people of others too, under their full handle. (Class names of the app seen 2018 to 2026,
 * of pages that the server rendered 2018 to 2022.)
 */
import { emailsInBio, flat } from './bio.ts';
import { all, attr, first, meta, textOf, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const ACCOUNT = /^@([a-z\d_]+(?:[a-z\d_.-]*[a-z\d_])?)(?:@([a-z\d-]+(?:\.[a-z\d-]+)+))?$/;
const TABS = /^(?:with_replies|media|followers|following|featured|tagged)$/;

/**
 * `https://host/@user`, or the view of somebody else's `https://host/@user@other.host`, on any host. A number behind it is a post.
 * @returns the handle `user@host` of the server where the person is at home.
 */
export function identify(url: URL): Reference | undefined {
  if (!/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return undefined;
  const segments = url.pathname.toLowerCase().split('/').filter(Boolean);
  if (/^(?:web|deck)$/.test(segments[0] ?? '')) segments.shift();
  const [, user, home = url.host.replace(/^www\./, '')] = ACCOUNT.exec(segments[0] ?? '') ?? [];
  if (!user || (segments[1] !== undefined && !TABS.test(segments[1]))) return undefined;
  return { site: 'mastodon', handle: `${user}@${home}`, url: `https://${home}/@${user}` };
}

/** Whether a server of this software made the document; true of the empty frame that it begins with. */
export const isMastodon = (document: Document): boolean =>
  first(document, '#mastodon, script#initial-state, .account__header, .public-account-header') !== undefined ||
  (/\(@[\w.-]+@[\w.-]+\)/.test(meta(document, 'og:title')) && actorOf(document) !== '');

const actorOf = (document: Document): string => attr(document, 'link[rel="alternate"][type="application/activity+json"]', 'href');

/** The header of a profile; rows of people and cards over names have other names for their parts. */
const headerOf = (document: Document): Element | undefined =>
  first(document, '.account__header, .public-account-header, .card.h-card');

interface Account {
  name: string;
  /** `jane@social.example`, in lower case; without a domain it is the server's own. */
  acct: string;
}

/** The handle stands in or behind the heading; hidden parts of it are text too. */
function accountOf(header: Element): Account {
  const heading = first(header, 'h1');
  const marks = heading ? [...all(heading, 'small'), heading.nextElementSibling] : [];
  const acct = marks.map((mark) => /@?([\w.-]+@[\w.-]+\.\w+)|@([\w.-]+)/.exec(mark ? printedOf(mark) : '')).find(Boolean);
  const parts = heading ? Array.from(heading.childNodes).filter((node) => !isMark(node)) : [];
  return { name: withoutCodes(parts.map(textOf).join(' ')), acct: (acct?.[1] ?? acct?.[2] ?? '').toLowerCase() };
}

/** A button repeats the server, but for one layout (2026) in which it alone prints it. */
function printedOf(mark: Element): string {
  const printed = textOf(mark);
  return printed.endsWith('@') ? tidy(mark.textContent) : printed;
}

const isMark = (node: Node): boolean => node.nodeType === 1 && (node as Element).matches('small, .account-role');

/** `:verified:` stands for a picture that the server has. */
const withoutCodes = (name: string): string => tidy(name.replace(/(?<!\w):\w[\w+-]*:(?!\w)/g, ' '));

/** What the server put into the head: "Jane Doe (@jane@social.example)". The app leaves it there when it moves on. */
function headOf(document: Document): Account | undefined {
  const [, name = '', acct] = /^(.*?)\s*\(@([\w.-]+@[\w.-]+)\)/s.exec(meta(document, 'og:title')) ?? [];
  return acct ? { name: withoutCodes(name), acct: acct.toLowerCase() } : undefined;
}

/** What a server is called in handles may be shorter than its host: `jane@example.com` is at home on `social.example.com`. */
function isSame({ acct }: Account, { handle }: Reference): boolean {
  const [user, host] = handle.split('@');
  const [account, domain] = acct.split('@');
  return account === user && (domain === undefined || domain === host || (host ?? '').endsWith(`.${domain}`));
}

function look(document: Document, reference: Reference, url: URL): PageKind {
  if (!isMastodon(document)) return 'not-a-profile';
  const header = headerOf(document);
  if (!header) {
    const head = headOf(document);
    return head && isSame(head, reference) ? 'profile' : 'waiting';
  }
  const account = accountOf(header);
  // Without its server a printed name is one of this server's.
  const isFar = !reference.handle.endsWith(`@${url.host.replace(/^www\./, '')}`);
  if (!isSame(account, reference) || (isFar && !account.acct.includes('@'))) return 'waiting';
  return first(header, '.account-role.bot, .account-role.group') ? 'not-a-profile' : 'profile';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const header = headerOf(document);
  const told = headOf(document);
  const head = told && isSame(told, reference) ? told : undefined;
  const account = header ? accountOf(header) : head;
  // Who gave no name is called by the account's.
  const full = account?.name === reference.handle.split('@')[0] ? '' : account?.name;
  const from = header ? 'landmark' : 'meta';
  if (full) draft.name({ full, splitFrom: from, cap: 0.8, claim: 'name-like' }, from, 0.8);
  else draft.lacks('name');

  // "1.2K Posts, 300 Following, 1K Followers · " comes before what the person wrote.
  const about = header ? aboutOf(document, header) : undefined;
  const bio = about?.bio ?? meta(document, 'og:description').replace(/^[^·]*\d[^·]*·\s*/, '');
  draft.set('headline', bio, from, header ? 0.85 : 0.7);
  const fields = about?.fields ?? [];
  draft.set('location', fields.find(({ label }) => PLACE.test(label))?.text, 'text', 0.6);
  const texts = [bio, ...fields.filter(({ label }) => MAIL.test(label)).map(({ text }) => text)];
  draft.fill('emails', texts.flatMap(emailsInBio), 'text', 0.8);
  if (about) draft.fill('links', about.links, 'landmark', 0.85);
  else draft.lacks('links');

  const photos = header ? [attr(header, 'a.avatar', 'href'), attr(header, '.avatar img', 'src')] : [];
  if (head) photos.push(meta(document, 'og:image'));
  const photo = photos.find((url) => PICTURE.test(url) && !/\/missing\.\w+$/.test(url));
  draft.set('photoUrl', photo, from, 0.85);
  const actor = head && URL.parse(actorOf(document));
  if (actor) draft.alias(`mastodon-actor:${actor.origin}${actor.pathname}`);
  return draft.alias(account?.acct.includes('@') ? `mastodon:${account.acct}` : undefined).done();
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif)(?:\?|$)/i;

interface About {
  bio: string;
  fields: Field[];
  links: string[];
}

function aboutOf(document: Document, header: Element): About {
  // Pages that the server rendered have bio and fields beside the header.
  const about = header.matches('.public-account-header') ? (first(document, '.public-account-bio') ?? header) : header;
  const note = first(about, '.account__header__content');
  const fields = fieldsOf(about);
  return {
    bio: withoutCodes(flat(note, shownBy)),
    fields,
    // The server marks with rel=me what it has checked; the others are the person's word.
    links: [...fields.flatMap(({ anchors }) => anchors), ...(note ? outside(note) : [])],
  };
}

const PLACE =
  /^\W*(?:location|place|city|town|based(?: in)?|lives? in|living in|where|home|ort|standort|wohnort|stadt|lieu|ville|ubicaci[óo]n|ciudad|localiza[çc][ãa]o|cidade|luogo|citt[àa]|woonplaats|plaats|miasto|lokalizacja|plats|sted|by)\W*$/i;
const MAIL = /mail|contact|kontakt|correo/i;

/** Links are printed in pieces, of which some are hidden. */
const shownBy = (anchor: Element): string => {
  const text = flat(anchor);
  return anchor.matches(OWN_LINK) ? text.replace(/^[#@]$/, '') : (anchor.getAttribute('href') ?? text).replace(/^mailto:/i, '');
};

interface Field {
  label: string;
  text: string;
  anchors: string[];
}

/** The up to four rows that people name and fill themselves. */
const fieldsOf = (about: Element): Field[] =>
  all(about, 'dd, .account__header__fields td').map((value) => ({
    label: textOf(value.previousElementSibling ?? undefined),
    text: flat(value, shownBy),
    anchors: outside(value),
  }));

/** Mentions and hashtags. */
const OWN_LINK = '.mention, .hashtag, [rel~="tag"]';

/** Counts lead to other pages of the server. */
const outside = (block: Element): string[] =>
  all(block, 'a[href^="http"]')
    .filter((anchor) => !anchor.matches(OWN_LINK))
    .map((anchor) => anchor.getAttribute('href') ?? '')
    .filter((href) => !/\/@[^/]+\/(?:followers|following)$/.test(href));

/** Known by their hosts are only the big ones; elsewhere it is found out by the document. */
export const mastodon = defineSite({ id: 'mastodon', label: 'Mastodon', identify, look, read, needs: [] });
