/**
 * Codeberg user profiles: Forgejo's card beside the repositories, by its open template. The card prints the user name, so everything is read
 * inside it; organisations have a header of their own and no such card.
 */
import { all, attr, first, text, textOf } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** Names in the place of a user that Forgejo keeps for itself. */
const RESERVED = new Set(
  'admin api assets attachments avatars captcha explore issues login milestones notifications org pulls repo user'.split(' '),
);

/** Exactly one path segment: two are a repository. Tabs are a query; feeds end in `.rss` and `.atom`. */
export function identify(url: URL): Reference | undefined {
  if (url.hostname !== 'codeberg.org') return undefined;
  const [name = '', ...more] = url.pathname.split('/').filter(Boolean);
  const handle = name.toLowerCase();
  if (
    more.length > 0 ||
    !/^[a-z\d][\w.-]{0,39}$/.test(handle) ||
    /\.(?:rss|atom|png|keys|gpg)$/.test(handle) ||
    RESERVED.has(handle)
  )
    return undefined;
  return { site: 'codeberg', handle, url: `https://codeberg.org/${handle}` };
}

const cardOf = (document: Document): Element | undefined => first(document, '.profile-avatar-name')?.parentElement ?? undefined;

/** The user name stands alone, or before pronouns. */
const userOf = (card: Element): string =>
  text(card, '.profile-avatar-name .username')
    .split(/[\s·(]/, 1)[0]!
    .toLowerCase();

function look(document: Document, { handle }: Reference): PageKind {
  const card = cardOf(document);
  // Every page is loaded whole: what is not there does not come later.
  return card && userOf(card) === handle ? 'profile' : 'not-a-profile';
}

function read(document: Document): Draft {
  const draft = new DraftBuilder();
  const card = cardOf(document);
  if (!card) return draft.lacks('name').done();
  const full = text(card, '.profile-avatar-name .header');
  if (full) draft.name({ full, splitFrom: 'landmark', claim: 'name-like' }, 'landmark', 0.9);
  else draft.lacks('name');
  // Rows have no names, but the icon of each says what it is.
  const row = (icon: string): Element[] => all(card, '.extra li').filter((item) => first(item, `:scope > svg.octicon-${icon}`));
  draft.set('location', textOf(row('location')[0]), 'landmark', 0.7);
  draft.set('headline', textOf(first(card, '.extra .render-content')), 'landmark', 0.6);
  draft.fill(
    'emails',
    row('mail').flatMap((item) => mailOf(item)),
    'landmark',
    0.95,
  );
  draft.fill(
    'links',
    all(card, '.extra a[rel~="me"][href]').map((link) => link.getAttribute('href') ?? ''),
    'attribute',
    0.95,
  );
  draft.set('photoUrl', attr(card, '#profile-avatar img', 'src'), 'attribute', 0.9);
  return draft.done();
}

const mailOf = (item: Element) => {
  const address = attr(item, 'a[href^="mailto:"]', 'href');
  return address ? [{ text: address, as: 'address' as const, of: 'person' as const }] : [];
};

export const codeberg = defineSite({ id: 'codeberg', label: 'Codeberg', identify, look, read, needs: [] });
