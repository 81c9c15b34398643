/**
 * Kaggle. An application whose head may be that of the page before, and whose page has no stable hooks; so a head counts only
 * when the page prints the same name and links to the tabs of this very user. Older pages carry the data they were drawn from.
 * Weakly known.
 */
import { all, first, hrefs, meta, text, textOf, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { jsonIn, textAt, type Fields } from './embedded.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** First segments that are the site's own. */
const RESERVED = new Set(
  (
    'about account accounts admin api benchmarks blog c code community-guidelines competitions contact cookie-policy datasets ' +
    'discussion discussions docs forums game-arena general getting-started getting-started-guide home host inclass jobs kernels learn ' +
    'login logout me messages models notebooks notifications organizations privacy product-feedback progression questions-and-answers ' +
    'rankings requests search settings simulations solutions static team terms users wiki work writeups'
  ).split(' '),
);
const NAME = /^[a-z\d][a-z\d_-]{1,49}$/i;
const TABS =
  /^(?:competitions|datasets|models|code|notebooks|discussion|followers|following|scripts|kernels|badges|writeups|benchmarks)$/;

export function identify(url: URL): Reference | undefined {
  if (!/^(?:www\.)?kaggle\.com$/.test(url.hostname)) return undefined;
  const [name = '', tab, ...more] = url.pathname.split('/').filter(Boolean);
  const handle = name.toLowerCase();
  if (more.length > 0 || (tab !== undefined && !TABS.test(tab)) || !NAME.test(name) || RESERVED.has(handle)) return undefined;
  return { site: 'kaggle', handle, url: `https://www.kaggle.com/${handle}` };
}

const handleIn = (href: string): string | undefined => {
  const url = URL.parse(href, 'https://www.kaggle.com/');
  return url ? identify(url)?.handle : undefined;
};

/** "Jane Doe | Grandmaster | Kaggle": the name of the title. */
const titleName = (title: string): string => /^(.+?)(?: \| [^|]+)? \| Kaggle$/.exec(title)?.[1] ?? '';

const bodyOf = (document: Document): Element | undefined => first(document, '#site-content, main, #site-body');

/** The element that prints the name of the title, as the page of this user. */
function printedName(document: Document, reference: Reference): Element | undefined {
  const body = bodyOf(document);
  const name = titleName(document.title) || titleName(meta(document, 'og:title'));
  if (!body || !name) return undefined;
  const tabs = all(body, 'a[href*="/"]').some((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    return /\/[^/]+\/[a-z]+\/?(?:[?#].*)?$/.test(href) && handleIn(href) === reference.handle;
  });
  return tabs ? all(body, 'h1, h2, h3, p, span, div').find((element) => tidy(element.textContent) === name) : undefined;
}

/** What pages carried until 2023, if it is this user's: handed over by a call with an object. */
function dataOf(document: Document, reference: Reference): Fields | undefined {
  const CALL = 'Kaggle.State.push(';
  for (const script of all(document, 'script:not([src])')) {
    const source = script.textContent ?? '';
    const from = source.indexOf(CALL);
    const data = from < 0 ? undefined : jsonIn(source.slice(from + CALL.length, source.lastIndexOf('})') + 1));
    if (textAt(data, 'userName').toLowerCase() === reference.handle) return data;
  }
  return undefined;
}

function look(document: Document, reference: Reference): PageKind {
  if (dataOf(document, reference) || printedName(document, reference)) return 'profile';
  if (/^kaggle: not found|^404/i.test(document.title) || /^404\b/.test(textOf(first(document, 'h1')))) return 'blocked';
  return 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const data = dataOf(document, reference);
  const printed = printedName(document, reference);
  const full = textAt(data, 'displayName') || textOf(printed);
  draft.name(
    { full, splitFrom: data ? 'embedded' : 'text', cap: 0.85, claim: 'name-like' },
    data ? 'embedded' : 'text',
    data ? 0.9 : 0.75,
  );
  draft.set('title', textAt(data, 'occupation'), 'embedded', 0.85);
  draft.set('company', textAt(data, 'organization'), 'embedded', 0.85);
  const place = ['city', 'region', 'country'].map((key) => textAt(data, key)).filter(Boolean);
  draft.set('location', place.join(', '), 'embedded', 0.85);
  draft.set('photoUrl', textAt(data, 'userAvatarUrl'), 'embedded', 0.85);
  const account = (base: string, name: string) => (/^https?:/.test(name) || !name ? name : base + encodeURIComponent(name));
  const links = [
    textAt(data, 'websiteUrl'),
    account('https://github.com/', textAt(data, 'gitHubUserName')),
    account('https://x.com/', textAt(data, 'twitterUserName')),
    account('https://www.linkedin.com/in/', textAt(data, 'linkedInUrl')),
  ];
  draft.fill('links', links.filter(Boolean), 'embedded', 0.9);
  const body = bodyOf(document);
  if (body && printed) {
    const rows = rowsBelow(printed);
    // Classes as seen in 2018–2023.
    const job = first(body, '.profile__user-occupation');
    draft.set('location', text(body, '.profile__user-location'), 'landmark', 0.8);
    draft.set('headline', job && (job.getAttribute('title') ?? textOf(job)), 'landmark', 0.8);
    draft.set('location', besides(body, /^(?:location_on|place|pin_drop)$/) || rows[1], 'text', 0.65);
    draft.set('headline', besides(body, /^(?:work|business_center|badge)$/) || rows[0], 'text', 0.65);
    draft.fill('links', outsideLinks(body, headOf(printed, reference)), 'text', 0.65);
    const picture = handleIn(meta(document, 'og:url')) === reference.handle ? meta(document, 'og:image') : '';
    draft.set('photoUrl', /avatars/.test(picture) && !picture.includes('default-thumb') ? picture : '', 'meta', 0.7);
  }
  const id = textAt(data, 'userId');
  return draft.alias(/^\d+$/.test(id) ? `kaggle-id:${id}` : undefined).done();
}

/** Pictures are words of a font of pictures ("location_on"); what they are for stands beside them. */
function besides(body: Element, icon: RegExp): string {
  const picture = all(body, 'i, span[class*="symbols"], span[class*="icon"]').find((element) =>
    icon.test(tidy(element.textContent)),
  );
  const name = tidy(picture?.textContent);
  return tidy(picture?.parentElement?.textContent).replace(name, '').trim();
}

/** Job and place below the name, where they are told apart by nothing else: both are there, or it is not known which is. */
function rowsBelow(printed: Element): string[] {
  const rows: string[] = [];
  for (let next = printed.nextElementSibling; next?.localName === 'p'; next = next.nextElementSibling) {
    const row = textOf(next);
    if (/^(?:joined|last seen)\b|\bago\b/i.test(row)) return rows.length === 2 ? rows : [];
    if (row) rows.push(row);
  }
  return [];
}

/** What is around the name, as far as the tabs, another heading, or a link to somebody else. */
function headOf(printed: Element, { handle }: Reference): Element {
  let head = printed;
  for (let up = head.parentElement; up && !up.matches('#site-content, main, body'); up = up.parentElement) {
    const isMore =
      first(up, '[role="tab"], h2, h3') ?? hrefs(up, 'a[href]').find((href) => (handleIn(href) ?? handle) !== handle);
    if (isMore) break;
    head = up;
  }
  return head;
}

/** Links out of the site that are marked as accounts (2018–2023); else those beside the name, and elsewhere pictures only. */
const outsideLinks = (body: Element, head: Element): string[] => {
  const marked = all(body, '.profile__social-link a');
  const isOwn = (anchor: Element) =>
    head.contains(anchor) || (anchor.matches('[aria-label], [title]') && !tidy(anchor.textContent));
  return (marked.length > 0 ? marked : all(body, 'a[href^="http"]').filter(isOwn))
    .map((anchor) => anchor.getAttribute('href') ?? '')
    .filter((href) => !/(?:^|\.)kaggle\.com$/.test(URL.parse(href)?.hostname ?? 'kaggle.com'));
};

export const kaggle = defineSite({ id: 'kaggle', label: 'Kaggle', identify, look, read, needs: [] });
