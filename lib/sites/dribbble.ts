/**
 * Dribbble. Teams and studios have the same pages as people, and only small things tell them apart: a tab of members, or a name
 * that nobody bears. (Class names seen 2022 to 2026.)
 */
import { emailsInBio, flat } from './bio.ts';
import { all, attr, first, hrefs, meta, text } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';
import { isSurelyName } from './web/name-shape.ts';

const TABS =
  /^(?:about|shots|collections|likes|likedshots|boosted-shots|projects|goods|services|work|followers|following|members|resume)$/;
/** Words in the place of an account that are the site's own. */
const RESERVED = new Set(
  (
    'about account advertise agencies animation api apps auth branding browse categories colors contact courses designers directory ' +
    'education events features following freelance freelance-jobs for-designers goods hire hiring illustration inbox instantmatch ' +
    'integrations jobs learn likes marketplace meetups messages mobile notifications overtime places playoffs popular print privacy pro ' +
    'product-design project-briefs projects recent resources search session services settings shots signup stories studios tags teams terms ' +
    'testimonials tools typography uploads users web-design'
  ).split(' '),
);

/** `dribbble.com/user` and its tabs; works are `/shots/…`. */
export function identify(url: URL): Reference | undefined {
  if (url.hostname !== 'dribbble.com' && url.hostname !== 'www.dribbble.com') return undefined;
  const [account = '', tab, ...more] = url.pathname.split('/').filter(Boolean);
  const handle = account.toLowerCase();
  if (more.length > 0 || !/^[a-z\d][\w.-]{1,39}$/.test(handle) || RESERVED.has(handle)) return undefined;
  if (tab !== undefined && !TABS.test(tab)) return undefined;
  return { site: 'dribbble', handle, url: `https://dribbble.com/${handle}` };
}

const handleOf = (href: string): string | undefined => {
  const url = URL.parse(href, 'https://dribbble.com');
  return url ? identify(url)?.handle : undefined;
};

const headingOf = (document: Document): Element | undefined => first(document, '.masthead-profile-name');
const nameIn = (document: Document): string => flat(headingOf(document));

/** The widest that is there: the picture is not beside the name. */
const mastheadOf = (document: Document): Element =>
  ['.profile-masthead', '.masthead-wrapper', '.masthead-content']
    .map((part) => headingOf(document)?.closest(part))
    .find(Boolean) ?? document.body;

/** The tabs below the name are the page's own; the head says the same of a page that was loaded as a whole. */
function isOf(document: Document, { handle }: Reference): boolean {
  const tabs = hrefs(document, '.scrolling-subnav a[href], [class*="profile-subnav"] a[href], .profile-tabs a[href]').map(
    handleOf,
  );
  const told = tabs.filter(Boolean);
  if (told.length > 0) return told.includes(handle);
  const head = [attr(document, 'link[rel="canonical"]', 'href'), meta(document, 'og:url')].map(handleOf).find(Boolean);
  return head === handle;
}

const TEAM =
  /\b(?:studios?|agency|agencies|teams?|labs?|collective|bureau|company|inc|llc|ltd|gmbh|digital|interactive|media|creatives|software|solutions)\b/i;

/** Behind a bar people name what they do, or where. The site speaks English only: a team has members and says "us". */
const isTeam = (document: Document, { handle }: Reference): boolean =>
  TEAM.test(nameIn(document).split(/\s[|–—·/-]\s?/, 1)[0] ?? '') ||
  /\bus\b/i.test(text(mastheadOf(document), '.masthead-actions')) ||
  hrefs(document, 'a[href$="/members"]').some((href) => handleOf(href) === handle);

function look(document: Document, reference: Reference): PageKind {
  if (!nameIn(document) || !isOf(document, reference)) return 'waiting';
  return isTeam(document, reference) ? 'not-a-profile' : 'profile';
}

function read(document: Document): Draft {
  const draft = new DraftBuilder();
  const masthead = mastheadOf(document);
  const full = nameIn(document);
  // A brand of one word looks like a person of one name.
  draft.name({ full, splitFrom: 'landmark', claim: 'name-like' }, 'landmark', isSurelyName(full) ? 0.8 : 0.5);
  const bio = flat(first(document, '.profile-section-bio .bio-text, .bio-text, .about-content .bio'));
  const intro = flat(first(document, '.masthead-intro h2, .masthead-profile-specializations'));
  draft.set('headline', intro, 'landmark', 0.8);
  draft.set('location', flat(first(masthead, '.masthead-profile-locality, .masthead-profile-locations')), 'landmark', 0.65);
  draft.fill('emails', emailsInBio(`${intro} ${bio}`), 'text', 0.75);
  draft.fill('links', linksOf(document), 'attribute', 0.85);
  draft.fill(
    'skills',
    [...new Set(all(document, ':is(.profile-section-skills, .skills-list) :is(li, a)').map((one) => flat(one)))],
    'landmark',
    0.75,
  );
  const photo = attr(masthead, 'img.profile-avatar, .masthead-avatar img', 'src');
  draft.set('photoUrl', photo.includes('avatar-default') ? '' : photo, 'attribute', 0.85);
  const id = [attr(masthead, '[data-user-id]', 'data-user-id'), /\/users\/(\d+)\//.exec(photo)?.[1] ?? ''].find((found) =>
    /^\d+$/.test(found),
  );
  return draft.alias(id && `dribbble-id:${id}`).done();
}

/** Accounts elsewhere; the link itself may lead over a page that asks to sign up. */
const linksOf = (document: Document): string[] =>
  all(document, 'a.js-event-social, .profile-social-section a[href], .social-links-list a[href], .user-contact-info a[href]')
    .map((anchor) => anchor.getAttribute('data-destination') ?? anchor.getAttribute('href') ?? '')
    .filter((href) => /^https?:/.test(href) && !/^https?:\/\/(?:www\.)?dribbble\.com\//.test(href));

export const dribbble = defineSite({ id: 'dribbble', label: 'Dribbble', identify, look, read, needs: [] });
