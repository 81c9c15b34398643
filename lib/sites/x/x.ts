/**
 * X, once Twitter. Whoever is signed in, posts, and is suggested beside is on the page as well, so a profile is its header alone,
 * and the header has to print the handle of the address. The head outlives a move to the next profile: what it says counts only
 * under that handle.
 */
import { emailsInBio } from '../bio.ts';
import { first, meta } from '../dom.ts';
import { DraftBuilder } from '../draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from '../site.ts';
import type { Item } from '../web/item.ts';
import { jsonLdItems } from '../web/json-ld.ts';
import { identify, isListOfPeople } from './address.ts';
import { headerOf } from './header.ts';
import { peopleOf } from './people.ts';
import { largest, realLinks, targetOf, withoutShort } from './text.ts';

interface Stated {
  person: Item;
  /** Addresses of the person, shortened ones and real ones. */
  links: string[];
}

/** What the head says of this very handle. Older pages call the person the page's author. */
function statedOf(document: Document, { handle }: Reference): Stated | undefined {
  for (const page of jsonLdItems(document)) {
    const people = page.is('ProfilePage') ? [...page.items('mainEntity'), ...page.items('author')] : [];
    const person = people.find((one) => one.texts('additionalName')[0]?.replace(/^@/, '').toLowerCase() === handle);
    if (person) return { person, links: [...page.links('relatedLink'), ...person.links('relatedLink')] };
  }
  return undefined;
}

/** Pages for crawlers have a head and nothing else: "Jane Doe (@jane) on X". */
function titleOf(document: Document, { handle }: Reference): string | undefined {
  const [, name, account] = /^(.*?)\s*\(@(\w{1,15})\)/s.exec(meta(document, 'og:title')) ?? [];
  return account?.toLowerCase() === handle ? name : undefined;
}

function look(document: Document, reference: Reference): PageKind {
  const header = headerOf(document);
  if (header) {
    if (header.handle !== reference.handle) return 'waiting';
    // Of accounts that are suspended, or were never there, only the handle is printed.
    if (header.name || header.isDated) return 'profile';
    return first(document, '[data-testid="emptyState"]') ? 'blocked' : 'waiting';
  }
  return statedOf(document, reference) || titleOf(document, reference) !== undefined ? 'profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const header = headerOf(document);
  const stated = statedOf(document, reference);
  const title = titleOf(document, reference);
  const said = (...properties: string[]): string => stated?.person.texts(...properties)[0] ?? '';
  const isHeadOnly = !header && !stated;

  // People are called as they like here, and live where they like.
  const names = [
    [header?.name, 'attribute'],
    [said('name', 'givenName'), 'json-ld'],
    [title, 'meta'],
  ] as const;
  const [full, from = 'meta'] = names.find(([name]) => name) ?? [];
  if (full) draft.name({ full, splitFrom: from, cap: 0.8, claim: 'name-like' }, from, 0.8);
  else draft.lacks('name');

  const bio = header?.bio || withoutShort(said('description')) || (isHeadOnly ? meta(document, 'og:description') : '');
  draft.set('headline', bio, from, 0.85);
  draft.fill('emails', emailsInBio(bio), 'text', 0.75);
  draft.set('location', header?.location || said('homeLocation'), from, 0.6);
  const known = stated?.links ?? [];
  const shown = (header?.links ?? []).map((anchor) => targetOf(anchor, known));
  draft.fill('links', shown.length > 0 ? shown : realLinks(known), from, 0.85);
  const photos = [stated?.person.links('image')[0], header?.photo, isHeadOnly ? meta(document, 'og:image') : ''];
  // Everybody without a picture has one and the same, at another place.
  const photo = photos.find((url) => url?.includes('/profile_images/'));
  draft.set('photoUrl', largest(photo), from, 0.85);
  const id = [said('identifier'), header?.id ?? ''].find((number) => /^\d{1,20}$/.test(number));
  return draft.alias(id && `x-id:${id}`).done();
}

export const x = defineSite({
  id: 'x',
  label: 'X',
  // Tabs full of people are lists, whoever's they are.
  identify: (url) => (isListOfPeople(url) ? undefined : identify(url)),
  look,
  read,
  list: peopleOf,
  needs: [],
});

export { identify };
