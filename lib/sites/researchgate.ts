/**
 * ResearchGate. Its classes are hashed and its pages are guarded, so that the heading, links to institutions and departments,
 * and the head's title are all there is to hold on to. Weakly known: what a line means without such a link stays a headline.
 */
import { all, attr, first, meta, textOf } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const TABS = /^(?:research|stats|publications|projects|questions|answers|info|experience|contributions|network|achievements)$/i;

/** `/profile/First-Last-2`, and its tabs. `/scientific-contributions/…` are names on papers that nobody has claimed. */
export function identify(url: URL): Reference | undefined {
  if (!/^(?:www\.)?researchgate\.net$/.test(url.hostname)) return undefined;
  const [area, name = '', tab, ...more] = url.pathname.split('/').filter(Boolean);
  if (area !== 'profile' || more.length > 0 || (tab !== undefined && !TABS.test(tab))) return undefined;
  let slug: string;
  try {
    slug = decodeURIComponent(name).normalize('NFC');
  } catch {
    return undefined;
  }
  if (!/^[\p{L}\p{N}_.'-]{2,120}$/u.test(slug)) return undefined;
  return {
    site: 'researchgate',
    handle: slug.toLowerCase(),
    url: `https://www.researchgate.net/profile/${encodeURIComponent(slug)}`,
  };
}

const handleIn = (href: string): string | undefined => {
  const url = URL.parse(href, 'https://www.researchgate.net/');
  return url ? identify(url)?.handle : undefined;
};

/** The tabs of the profile are links to itself; links to other people have no tab behind them. */
function ownerOf(document: Document): string | undefined {
  const tab = all(document, 'a[href*="profile/"]').find((anchor) => {
    const [area, , behind] = (URL.parse(anchor.getAttribute('href') ?? '', 'https://www.researchgate.net/')?.pathname ?? '')
      .split('/')
      .filter(Boolean);
    return area === 'profile' && TABS.test(behind ?? '');
  });
  return handleIn(tab?.getAttribute('href') ?? '');
}

const headOwner = (document: Document): string | undefined =>
  handleIn(meta(document, 'og:url') || attr(document, 'link[rel="canonical"]', 'href') || '/');

/** "Jane Doe | Professor (Full) | PhD | University of Oslo, Oslo | UiO | Department of Physics | Research profile". */
const titleParts = (document: Document): string[] =>
  meta(document, 'og:title')
    .split(/\s+\|\s+/)
    .filter((part) => part && !/^(?:research profile|contact(?: details)?|researchgate)$/i.test(part));

function look(document: Document, reference: Reference): PageKind {
  const owner = ownerOf(document) ?? headOwner(document);
  if (owner === reference.handle && textOf(first(document, 'h1'))) return 'profile';
  if (/^(?:just a moment|security check|access denied|.*temporarily unavailable)/i.test(document.title)) return 'blocked';
  if (/^(?:page not found|404)|profile not found/i.test(document.title)) return 'blocked';
  return 'waiting';
}

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const heading = first(document, 'h1');
  const full = textOf(heading);
  draft.name({ full, splitFrom: 'landmark', cap: 0.85 }, 'landmark', 0.9);
  const block = heading && blockOf(heading, reference);
  const employer = block && first(block, 'a[href*="institution/"]');
  const company = textOf(employer);
  draft.set('company', company, 'attribute', 0.8);
  const line = employer && lineOf(employer, block);
  if (line && line !== company) {
    draft.set('headline', line, 'landmark', 0.75);
    draft.set('title', /^(.{2,120}?) at $/.exec(line.slice(0, line.indexOf(company)))?.[1], 'landmark', 0.75);
  }
  // The head is the person's only if it names both the same profile and the same name.
  const [name, ...parts] = titleParts(document);
  // It prints surnames in capitals.
  if (headOwner(document) === reference.handle && name?.toLowerCase() === full.toLowerCase()) {
    draft.set('headline', parts.join(' | '), 'meta', 0.6);
    draft.set('photoUrl', pictureOf(document), 'meta', 0.7);
  }
  const portrait = block && all(block, 'img[src*="profile.image"]').find((image) => image.getAttribute('alt') === full);
  draft.set('photoUrl', portrait?.getAttribute('src'), 'landmark', 0.7);
  const topics = all(document, 'h2, h3').find((title) => /^(?:skills and expertise|disciplines|skills)$/i.test(textOf(title)));
  const box = topics?.closest('section, [class*="card"], [class*="box"]') ?? topics?.parentElement;
  draft.fill('skills', box ? all(box, 'a[href*="topic/"], [class*="badge"]').map(textOf).filter(Boolean) : [], 'landmark', 0.65);
  return draft.done();
}

const pictureOf = (document: Document): string => {
  const address = meta(document, 'og:image');
  // Those without a picture share one.
  return /default|template|placeholder/i.test(address) ? '' : address;
};

/** What is around the name, as far as the first link to somebody else. */
function blockOf(heading: Element, reference: Reference): Element {
  let block = heading;
  for (let at = heading.parentElement; at && at.localName !== 'body' && at.localName !== 'main'; at = at.parentElement) {
    const strangers = all(at, 'a[href*="profile/"]').some((anchor) => {
      const handle = handleIn(anchor.getAttribute('href') ?? '');
      return handle !== undefined && handle !== reference.handle;
    });
    if (strangers) break;
    block = at;
  }
  return block;
}

/** The smallest element around the institution that prints more than it, without growing into the name. */
function lineOf(employer: Element, block: Element): string {
  for (let at = employer.parentElement; at && at !== block && block.contains(at); at = at.parentElement) {
    if (first(at, 'h1')) break;
    const printed = textOf(at);
    if (printed !== textOf(employer)) return printed;
  }
  return '';
}

export const researchgate = defineSite({ id: 'researchgate', label: 'ResearchGate', identify, look, read, needs: ['fullName'] });
