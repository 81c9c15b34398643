/** The header of a profile, in the layout with test ids (seen 2022 to 2025) and in the one with class names (2014 to 2019). */
import { flat } from '../bio.ts';
import { all, attr, first } from '../dom.ts';
import { handleOf, isInternal } from './address.ts';
import { bioOf } from './text.ts';

export interface Header {
  handle: string;
  name: string;
  bio: string;
  location: string;
  /** Anchors of the website and in the bio. */
  links: Element[];
  photo: string;
  /** Says since when the account exists. */
  isDated: boolean;
  /** The number of the account. */
  id: string | undefined;
}

export const headerOf = (document: Document): Header | undefined => testedHeader(document) ?? legacyHeader(document);

/** Cards that open over a name, rows of people, and posts. */
const ASIDE = '[data-testid="HoverCard"], [data-testid="UserCell"], [data-testid="sidebarColumn"], article';

function testedHeader(document: Document): Header | undefined {
  const column = first(document, '[data-testid="primaryColumn"]') ?? document;
  const part = (id: string) => all(column, `[data-testid="${id}"]`).find((found) => !found.closest(ASIDE));
  const block = part('UserName');
  if (!block) return undefined;
  // Alone in its element, behind the name; a name may look like a handle too.
  const mark = all(block, '*').findLast((element) => element.childElementCount === 0 && /^@\w{1,15}$/.test(flat(element)));
  const handle = flat(mark).slice(1).toLowerCase();
  const name = mark ? textBefore(mark, block) : '';
  const bio = part('UserDescription');
  const picture = all(column, 'a[href$="/photo" i]').find((anchor) => handleOf(anchor.getAttribute('href')) === handle);
  return {
    handle,
    // Who gave no name is called by the handle.
    name: name.toLowerCase() === `@${handle}` ? '' : name,
    bio: bioOf(bio),
    location: flat(part('UserLocation')),
    links: linksOf([part('UserUrl'), bio]),
    photo: picture ? attr(picture, 'img', 'src') : '',
    isDated: part('UserJoinDate') !== undefined,
    id: followedId(column, handle) ?? bannerId(column, handle),
  };
}

/** Anchors that lead away from the site: mentions and hashtags are others'. */
const linksOf = (blocks: (Element | undefined)[]): Element[] =>
  blocks
    .flatMap((block) => (block ? [block, ...all(block, 'a')] : []))
    .filter((anchor) => anchor.hasAttribute('href') && !isInternal(anchor.getAttribute('href') ?? ''));

/** Of the nearest element in front of this one that has a text. */
function textBefore(element: Element, within: Element): string {
  for (let at: Element | null = element; at && at !== within; at = at.parentElement) {
    const found = flat(at.previousElementSibling);
    if (found) return found;
  }
  return '';
}

/** The buttons of suggested accounts are made alike; only the label says whose button it is, in whichever language. */
function followedId(column: ParentNode, handle: string): string | undefined {
  return all(column, '[data-testid$="-follow"], [data-testid$="-unfollow"], [data-testid$="-cancel"]')
    .filter((button) =>
      (button.getAttribute('aria-label') ?? '')
        .toLowerCase()
        .split(/[^\w@]+/)
        .includes(`@${handle}`),
    )
    .map((button) => /^(\d+)-/.exec(button.getAttribute('data-testid') ?? '')?.[1])
    .find(Boolean);
}

function bannerId(column: ParentNode, handle: string): string | undefined {
  const banner = all(column, 'a[href$="/header_photo" i]').find((anchor) => handleOf(anchor.getAttribute('href')) === handle);
  return banner && /\/profile_banners\/(\d+)\//.exec(attr(banner, 'img', 'src'))?.[1];
}

function legacyHeader(document: Document): Header | undefined {
  const card = first(document, '.ProfileHeaderCard');
  if (!card) return undefined;
  const part = (name: string) => first(card, `.ProfileHeaderCard-${name}`);
  const handle = flat(part('screenname')).replace(/^@/, '').toLowerCase();
  return {
    handle,
    name: flat(first(card, '.ProfileHeaderCard-nameLink')),
    bio: bioOf(part('bio')),
    location: flat(part('locationText')),
    links: linksOf([part('urlText'), part('bio')]),
    photo: attr(document, '.ProfileAvatar-image', 'src'),
    isDated: part('joinDate') !== undefined,
    id:
      all(document, '[data-user-id][data-screen-name]')
        .find((element) => element.getAttribute('data-screen-name')?.toLowerCase() === handle)
        ?.getAttribute('data-user-id') ?? undefined,
  };
}
