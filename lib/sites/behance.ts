/**
 * Behance. A page starts with the state of the app as JSON, which has the owner in fields of their own, and which stays when the
 * app moves on: it counts only under the name of the account. (Its shape changes often; seen described 2021 to 2025.)
 */
import { emailsInBio } from './bio.ts';
import { attr, first, meta, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { at, isFields, jsonIn, listAt, textAt, type Fields } from './embedded.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const TABS =
  /^(?:projects|work|appreciated|moodboards|moodboard|collections|drafts|info|resume|services|assets|livestreams|about|followers|following)$/;
/** Words in the place of an account that are the site's own. */
const RESERVED = new Set(
  (
    'about account adobe adobelive agencies appreciated assets blog careers collection collections contact creatives dev discover embed ' +
    'featured for_you galleries gallery help hire inbox info jobs joblist live login misc moodboard moodboards onboarding people portfolio ' +
    'pro project projects schools search services settings signup studios teams terms v1 v2'
  ).split(' '),
);

/** `behance.net/user` and its tabs; works are `/gallery/…`. */
export function identify(url: URL): Reference | undefined {
  if (url.hostname !== 'www.behance.net' && url.hostname !== 'behance.net') return undefined;
  const [account = '', tab, ...more] = url.pathname.split('/').filter(Boolean);
  const handle = account.toLowerCase();
  if (more.length > 0 || !/^[\w-]{2,40}$/.test(handle) || RESERVED.has(handle)) return undefined;
  if (tab !== undefined && !TABS.test(tab)) return undefined;
  return { site: 'behance', handle, url: `https://www.behance.net/${handle}` };
}

function ownerOf(document: Document, { handle }: Reference): Fields | undefined {
  const state = jsonIn(first(document, 'script#beconfig-store_state')?.textContent);
  const owners = [at(state, 'profile', 'owner'), at(state, 'profile', 'user')];
  return owners.filter(isFields).find((owner) => textAt(owner, 'username').toLowerCase() === handle);
}

/** "Jane Doe on Behance", of this very address. */
function headName(document: Document, { handle }: Reference): string | undefined {
  const url = URL.parse(meta(document, 'og:url') || attr(document, 'link[rel="canonical"]', 'href'));
  if (!url || identify(url)?.handle !== handle) return undefined;
  return /^(.+?)\s+on Behance\b/.exec(meta(document, 'og:title') || tidy(document.title))?.[1];
}

const look = (document: Document, reference: Reference): PageKind =>
  ownerOf(document, reference) || headName(document, reference) ? 'profile' : 'waiting';

/** Fields were written with underscores once, and in camel case later. */
const oneOf = (owner: Fields | undefined, ...keys: string[]): string => keys.map((key) => textAt(owner, key)).find(Boolean) ?? '';

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const owner = ownerOf(document, reference);
  const [given, family] = [oneOf(owner, 'first_name', 'firstName'), oneOf(owner, 'last_name', 'lastName')];
  const full = oneOf(owner, 'display_name', 'displayName') || tidy(`${given} ${family}`) || headName(document, reference);
  const from = owner ? 'embedded' : 'meta';
  // Studios have accounts like people, with their name in two fields.
  if (full)
    draft.name(
      {
        full,
        splitFrom: from,
        claim: 'name-like',
        ...(given && family && full === `${given} ${family}` ? { first: given, last: family } : {}),
      },
      from,
      owner ? 0.9 : 0.75,
    );
  else draft.lacks('name');
  if (!owner) return draft.lacks('links').done();

  const occupation = oneOf(owner, 'occupation');
  const company = oneOf(owner, 'company');
  const about = aboutOf(owner);
  draft.set('headline', occupation || (about.length < 300 ? about : ''), 'embedded', 0.85);
  draft.set('title', occupation, 'embedded', 0.75).set('company', company.includes('@') ? '' : company, 'embedded', 0.75);
  const parts = ['city', 'state', 'country'].map((part) => textAt(owner, part)).filter(Boolean);
  draft.set('location', oneOf(owner, 'location') || parts.join(', '), 'embedded', 0.85);
  draft.fill('emails', [...emailsInBio(company), ...emailsInBio(about)], 'embedded', 0.8);
  draft.fill('links', linksOf(owner), 'embedded', 0.9);
  draft.set('photoUrl', photoOf(owner), 'embedded', 0.9);
  const id = oneOf(owner, 'id');
  return draft.alias(/^\d+$/.test(id) ? `behance-id:${id}` : undefined).done();
}

/** Headed sections of free text. */
function aboutOf(owner: Fields): string {
  const sections = at(owner, 'sections');
  const texts = isFields(sections) ? Object.keys(sections).map((key) => textAt(sections, key)) : [];
  return [...listAt(owner, 'about').map((section) => textAt(section, 'value')), ...texts].filter(Boolean).join(' ');
}

function linksOf(owner: Fields): string[] {
  const social = ['social_links', 'socialLinks', 'links', 'web_references'].flatMap((key) => listAt(owner, key));
  const twitter = /^@?(\w{1,15})$/.exec(textAt(owner, 'twitter'))?.[1];
  return [
    textAt(owner, 'website'),
    ...social.map((link) => textAt(link, 'url')),
    twitter ? `https://x.com/${twitter}` : '',
  ].filter(Boolean);
}

/** By their width in pixels, the largest last; whoever gave none has a picture of the site's. */
function photoOf(owner: Fields): string {
  const images = at(owner, 'images');
  if (at(owner, 'has_default_image') === 1 || !isFields(images)) return '';
  const listed = listAt(images, 'allAvailable').map((image) => textAt(image, 'url'));
  const sized = Object.keys(images).filter((key) => /^\d+$/.test(key));
  return [...listed, ...sized.map((size) => textAt(images, size))].findLast(Boolean) ?? '';
}

export const behance = defineSite({ id: 'behance', label: 'Behance', identify, look, read, needs: [] });
