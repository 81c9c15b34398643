/**
 * Hugging Face. A user's page carries the data that it was drawn from; organisations stand at the same kind of address, with
 * data of another name (`OrgProfile`).
 */
import { attr, first, textOf } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { at, isFields, jsonIn, textAt, type Fields } from './embedded.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

/** First segments that are the site's own. */
const RESERVED = new Set(
  (
    'about admin agents api apps assets autotrain billing blog brand changelog chat co collections competitions contact contribute ' +
    'dashboard datasets docs endpoints enterprise events exec export faq front help huggingchat inference inference-api ' +
    'inference-endpoints inference-providers jobs join kernels languages learn leaderboards legal likes login logout metrics models ' +
    'new new-dataset new-space notifications oauth optimum org organizations papers playground posts pricing privacy resources ' +
    'search settings shop signup spaces storage support tasks team terms-of-service tos trending user users watch welcome'
  ).split(' '),
);
const NAME = /^[a-z\d](?:[a-z\d._-]{0,94}[a-z\d])?$/i;
const TABS = /^(?:models|datasets|spaces|collections|papers|likes|followers|following|activity)$/;

/** `/jane`, and her lists at `/jane/models`; two segments are a model otherwise, which is why the document has the last word. */
export function identify(url: URL): Reference | undefined {
  if (!/^(?:www\.)?(?:huggingface\.co|hf\.co)$/.test(url.hostname)) return undefined;
  const [name = '', tab, ...more] = url.pathname.split('/').filter(Boolean);
  if (!NAME.test(name) || RESERVED.has(name.toLowerCase()) || more.length > (tab === 'activity' ? 1 : 0)) return undefined;
  if (tab !== undefined && !TABS.test(tab)) return undefined;
  return { site: 'huggingface', handle: name.toLowerCase(), url: `https://huggingface.co/${name}` };
}

/** What the page says about its user; nothing when the data is an organisation's or cannot be read. */
function userOf(document: Document): Fields | undefined {
  const user = at(jsonIn(attr(document, '[data-target="UserProfile"][data-props]', 'data-props')), 'u');
  return isFields(user) && !textAt(user, 'type').startsWith('org') ? user : undefined;
}

/** The heading holds the name and the account's, in two elements; beside the mark of a user's page it is enough. */
function drawnName(document: Document, reference: Reference): string | undefined {
  const heading = first(document, '[data-target="UserProfile"] h1');
  const parts = [...(heading?.children ?? [])].map(textOf).filter(Boolean);
  return parts.some((part) => part.toLowerCase() === reference.handle) ? (parts[0] ?? '') : undefined;
}

function look(document: Document, reference: Reference): PageKind {
  const user = userOf(document);
  if (user) return textAt(user, 'user').toLowerCase() === reference.handle ? 'profile' : 'waiting';
  if (first(document, '[data-target="OrgProfile"], [data-target="ModelHeader"], [data-target="DatasetHeader"]'))
    return 'not-a-profile';
  if (drawnName(document, reference) !== undefined) return 'profile';
  return /^(?:404|hugging face – 404)/i.test(document.title) || text404(document) ? 'blocked' : 'waiting';
}

/** The page for what does not exist is a number in large print. */
const text404 = (document: Document): boolean => /^404\b/.test(textOf(first(document, 'main h1')));

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const user = userOf(document);
  const more = at(user, 'signup') ?? user;
  const full = textAt(user, 'fullname') || (drawnName(document, reference) ?? '');
  const from = user ? 'embedded' : 'landmark';
  if (full && full.toLowerCase() !== reference.handle) {
    draft.name({ full, splitFrom: from, cap: 0.9, claim: 'name-like' }, from, user ? 0.9 : 0.8);
  } else draft.lacks('name');
  if (!user) draft.lacks('links');
  draft.set('headline', textAt(user, 'details') || textAt(more, 'details'), 'embedded', 0.8);
  draft.set('location', textAt(user, 'location') || textAt(more, 'location'), 'embedded', 0.85);
  const picture = textAt(user, 'avatarUrl');
  draft.set('photoUrl', picture.startsWith('https://') ? picture : '', 'embedded', 0.85);
  draft.fill('links', linksOf(more), 'embedded', 0.95);
  const id = textAt(user, '_id');
  return draft.alias(/^[\da-f]{24}$/.test(id) ? `huggingface-id:${id}` : undefined).done();
}

/** Accounts are kept as names, or as whole addresses where somebody pasted one. */
function linksOf(data: unknown): string[] {
  const account = (base: string, ...keys: string[]): string => {
    const name = (keys.map((key) => textAt(data, key)).find(Boolean) ?? '').replace(/^@/, '');
    return !name || name.includes('/') ? name : base + encodeURIComponent(name);
  };
  return [
    textAt(data, 'homepage'),
    account('https://github.com/', 'github', 'githubUser'),
    account('https://x.com/', 'twitter', 'twitterUser'),
    account('https://www.linkedin.com/in/', 'linkedin', 'linkedinUser'),
    account('https://bsky.app/profile/', 'bluesky', 'blueskyUser'),
  ].filter(Boolean);
}

export const huggingface = defineSite({ id: 'huggingface', label: 'Hugging Face', identify, look, read, needs: [] });
