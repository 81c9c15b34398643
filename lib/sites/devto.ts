/**
 * dev.to and, by `foremAnywhere`, any community that runs Forem. Organisations stand at the same kind of address. Within the
 * site only the body is exchanged, so the head stays that of the page that was opened first: it is not read.
 * From Forem's own templates (2021–2026).
 */
import { all, attr, first, hrefs, ownText, text, textOf, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** First segments that are pages of Forem itself; it lets nobody be called so. */
const RESERVED = new Set(
  (
    'about account admin ai api apps badges challenges code-of-conduct communities connect contact dashboard devs embed enter faq ' +
    'feed feedback_messages following followers getting-started guides help hackathons history how-to images internal join l latest ' +
    'listings live login magic_links members mod moderation new notifications onboarding organizations page pages podcasts ' +
    'pod popular privacy pro products pulls readinglist report-abuse reset rss search security service-worker settings shop sidekiq ' +
    'signin signup signout_confirm sitemap software-comparisons subforems survey t tags team terms tos top users videos welcome'
  ).split(' '),
);
const NAME = /^[a-z\d_]{2,30}$/i;

function userOf(url: URL): string | undefined {
  const [name = '', ...more] = url.pathname.split('/').filter(Boolean);
  const tab = more.length === 1 && /^(?:comments|articles|followers|following)$/.test(more[0] ?? '');
  if (!/^https?:$/.test(url.protocol) || (more.length > 0 && !tab) || !NAME.test(name)) return undefined;
  return RESERVED.has(name.toLowerCase()) ? undefined : name.toLowerCase();
}

export function identify(url: URL): Reference | undefined {
  const user = url.hostname === 'dev.to' || url.hostname === 'www.dev.to' ? userOf(url) : undefined;
  return user ? { site: 'devto', handle: user, url: `https://dev.to/${user}` } : undefined;
}

/** On any other host: the document has to say that it is Forem (`isForem`). */
export function identifyAnywhere(url: URL): Reference | undefined {
  const user = userOf(url);
  return identify(url) ?? (user ? { site: 'devto', handle: `${url.host}/${user}`, url: `${url.origin}/${user}` } : undefined);
}

export const isForem = (document: Document): boolean =>
  first(document, 'meta[property^="forem:"], meta[name^="forem:"]') !== undefined;

const headerOf = (document: Document): Element | undefined => first(document, 'header.profile-header');

interface Followed {
  id: string;
  isUser: boolean;
}

/** The button to follow carries what it follows: a user or an organisation, and its number. */
function followed(header: Element): Followed | undefined {
  for (const button of all(header, '[data-info*="className"]')) {
    const info = button.getAttribute('data-info') ?? '';
    const id = /"id":\s*"?(\d+)/.exec(info)?.[1];
    const kind = /"className":\s*"(\w+)"/.exec(info)?.[1];
    if (id && kind) return { id, isUser: kind === 'User' };
  }
  return undefined;
}

/** Marks of the profile's menu, then "Block @jane" and "More info about @jane". */
function usernameOf(header: Element): string {
  const marked = attr(header, '[data-username]', 'data-username');
  const spelt = all(header, '[data-profile-user-id], .js-user-info-trigger').map((element) => element.textContent ?? '');
  return (marked || (/@(\w+)/.exec(spelt.join(' '))?.[1] ?? '')).toLowerCase();
}

function look(document: Document, reference: Reference): PageKind {
  const header = headerOf(document);
  if (!header) return /^(?:404|page not found)/i.test(document.title) ? 'blocked' : 'waiting';
  const name = usernameOf(header);
  if (name) return name === reference.handle.split('/').at(-1) ? 'profile' : 'waiting';
  return followed(header)?.isUser === false || first(header, '.crayons-logo') ? 'not-a-profile' : 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const header = headerOf(document);
  if (!header) return draft.lacks('name').done();
  const full = text(header, 'h1');
  if (full) draft.name({ full, splitFrom: 'landmark', cap: 0.85, claim: 'name-like' }, 'landmark', 0.85);
  const bio = text(header, '.profile-header__bio') || text(header, '.profile-header__details > p');
  // What is printed for those who wrote nothing.
  if (!/^404 bio not found$/i.test(bio)) draft.set('headline', bio, 'landmark', 0.85);
  draft.set('location', placeOf(header), 'landmark', 0.8);
  draft.fill(
    'emails',
    hrefs(header, 'a[href^="mailto:"]').map((email) => ({ text: email, as: 'address', of: 'person' })),
    'attribute',
    0.95,
  );
  draft.fill(
    'links',
    hrefs(header, 'a[rel~="me"][href^="http"], .profile-header__meta a[target="_blank"][href^="http"]'),
    'attribute',
    0.95,
  );
  draft.set('photoUrl', attr(header, '.profile-header__top img', 'src'), 'landmark', 0.85);
  const about = answersOf(document, header);
  // "Engineer at Acme" in one field: that it is about work is known, where the job ends and the company begins is not.
  draft.set('title', about.get('work'), 'text', 0.6);
  const school = about.get('education');
  if (school) draft.fill('education', [{ school }], 'text', 0.6);
  const skills = (about.get('skills') ?? '').split(/\s*[,;•|]\s*/).filter((skill) => skill && skill.length < 40);
  draft.fill('skills', skills, 'text', 0.65);
  const number = attr(header, '[data-profile-user-id]', 'data-profile-user-id') || (followed(header)?.id ?? '');
  const host = reference.handle.includes('/') ? `${reference.handle.split('/', 1)[0]}/` : '';
  return draft.alias(/^\d+$/.test(number) ? `devto-id:${host}${number}` : undefined).done();
}

/**
 * Items have a picture and a text, since 2024 in an element of its own: the place is the one that is no link, has no date, and
 * does not say its title ("Joined on …").
 */
const placeOf = (header: Element): string =>
  all(header, '.profile-header__meta__item')
    .filter((item) => item.localName !== 'a' && !first(item, 'a, time'))
    .map((item) => ({ said: ownText(item) || text(item, 'span'), title: tidy(first(item, 'svg title')?.textContent) }))
    .find(({ said, title }) => said && !(title && said.startsWith(title)))?.said ?? '';

const QUESTIONS: readonly [string, RegExp][] = [
  ['work', /^(?:work|travail|trabalho)$/i],
  ['education', /^(?:education|[ée]ducation|formation|educação|formação)$/i],
  ['skills', /^(?:skills|skills\/languages|compétences|habilidades)$/i],
];

/** What a community asks its members, under the header or beside the posts: a title and an answer each. */
function answersOf(document: Document, header: Element): Map<string, string> {
  const found = new Map<string, string>();
  const add = (title: string, answer: string) => {
    const key = QUESTIONS.find(([, words]) => words.test(title))?.[0];
    if (key && answer && !found.has(key)) found.set(key, answer);
  };
  for (const row of all(header, '.crayons-definition'))
    add(text(row, '.crayons-definition__title, strong'), text(row, '.crayons-definition__value, p'));
  for (const card of all(document, '.js-user-info .crayons-card'))
    add(text(card, '.crayons-card__header'), textOf(first(card, '.crayons-card__body')));
  return found;
}

export const devto = defineSite({ id: 'devto', label: 'DEV', identify, look, read, needs: [] });

/** For communities of which only the document tells that they run Forem. */
export const foremAnywhere = defineSite({
  id: 'devto',
  label: 'Forem',
  identify: identifyAnywhere,
  look: (document, reference) => (isForem(document) ? look(document, reference) : 'not-a-profile'),
  read,
  needs: [],
});
