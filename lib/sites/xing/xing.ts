/**
 * XING, mostly in German. Its classes are hashed, its modules have ids. The slug of an address is made of the person's name, so
 * the heading itself tells whether it is the person of the address.
 */
import { all, attr, first, hrefs, lines, meta, textOf, tidy } from '../dom.ts';
import { DraftBuilder } from '../draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from '../site.ts';
import { handleOf, identify, isMadeOf, withoutCounter } from './address.ts';
import { timelineOf } from './timeline.ts';

export { identify };

const cardOf = (document: Document): Element | undefined => first(document, '#XingIdModule, #profile-xingid-container');

/** Behind the name stand marks of membership, each on a line of its own. */
const nameIn = (card: Element): string => lines(first(card, 'h1') ?? first(card, '[data-xds="Hero"]'))[0] ?? '';

const canonicalOf = (document: Document): string | undefined =>
  handleOf(attr(document, 'link[rel="canonical"]', 'href') || meta(document, 'og:url') || '/');

/** Links to parts of the profile name it; those to contacts in common name others. */
function isOf(card: Element, document: Document, { handle }: Reference): boolean {
  if (hrefs(card, 'a[href]').some((href) => handleOf(href) === handle)) return true;
  const canonical = canonicalOf(document);
  if (!isMadeOf(handle, nameIn(card))) return canonical === handle;
  // The head that was left behind may be of another person of the same name, and the card too.
  return canonical === undefined || canonical === handle || withoutCounter(canonical) !== withoutCounter(handle);
}

/** "Jane Doe - Title - Company | XING", where nobody is signed in. */
const headName = (document: Document): string => tidy(meta(document, 'og:title').split(/\s+[-–|]\s+/, 1)[0]);

function look(document: Document, reference: Reference): PageKind {
  const card = cardOf(document);
  if (card) return nameIn(card) && isOf(card, document, reference) ? 'profile' : 'waiting';
  const isHead = canonicalOf(document) === reference.handle && isMadeOf(reference.handle, headName(document));
  return isHead ? 'profile' : 'waiting';
}

function read(document: Document): Draft {
  const draft = new DraftBuilder();
  const card = cardOf(document);
  const name = card ? nameIn(card) : headName(document);
  const from = card ? 'landmark' : 'meta';
  draft.name({ full: name, splitFrom: from }, from, card ? 0.95 : 0.75);
  if (!card) return draft.lacks('positions').done();

  readOccupation(draft, card, name);
  // City and country, in paragraphs beside the pin.
  draft.set('location', textOf(beside(card, 'IconLocationPin')), 'attribute', 0.85);
  const photo = attr(card, '[data-xds="ProfileImage"] img, img[data-xds="ProfileImage"]', 'src');
  draft.set('photoUrl', /nobody|placeholder|dummy/i.test(photo) ? '' : photo, 'attribute', 0.85);
  // Shown to contacts alone.
  const contacts = hrefs(card, 'a[href^="mailto:" i]').map((text) => ({ text, as: 'address', of: 'person' }) as const);
  draft.fill('emails', contacts, 'attribute', 0.95).fill('phones', hrefs(card, 'a[href^="tel:" i]'), 'attribute', 0.95);

  const { positions, education } = timelineOf(document);
  draft.fill('positions', positions, 'landmark', 0.8).fill('education', education, 'landmark', 0.75);
  if (!first(document, '#ProfileTimelineModule')) draft.lacks('positions');
  draft.fill(
    'skills',
    textsOf(document, '#ProfileSkillsModule [data-xds="Tag"], [id*="Skills"] [data-xds="Marker"]'),
    'attribute',
    0.9,
  );
  return draft.fill('languages', languagesOf(document), 'attribute', 0.85).done();
}

const beside = (card: Element, icon: string): Element | undefined =>
  first(card, `[data-xds="${icon}"]`)?.parentElement ?? undefined;

const textsOf = (document: Document, selector: string): string[] => [
  ...new Set(all(document, selector).map(textOf).filter(Boolean)),
];

/** "Angestellt, Title, Company": the title stands out where the layout marks it; else only three parts tell which is which. */
function readOccupation(draft: DraftBuilder, card: Element, name: string): void {
  const block = beside(card, 'IconJobs') ?? card;
  const place = beside(card, 'IconLocationPin');
  const line = all(block, 'p').find((paragraph) => {
    const text = textOf(paragraph);
    return text.includes(', ') && text !== name && !place?.contains(paragraph);
  });
  const printed = textOf(line);
  if (!line || !printed) return;
  draft.set('headline', printed, 'landmark', 0.85);
  const strong = textOf(first(line, 'strong'));
  const parts = printed.split(', ');
  const behind = strong ? printed.split(strong).slice(1).join(strong).replace(/^,\s*/, '') : '';
  const [title, company] = strong ? [strong, behind] : parts.length === 3 ? [parts[1], parts[2]] : [];
  draft.set('title', title, 'landmark', strong ? 0.85 : 0.75).set('company', company, 'landmark', strong ? 0.85 : 0.75);
}

/** A heading each, with how well it is spoken below; the heading of the section has all of them below. */
const languagesOf = (document: Document): string[] =>
  all(document, '#ProfileLanguagesModule h2, #ProfileLanguagesModule h3')
    .filter((heading) => {
      const below = heading.nextElementSibling;
      return below !== null && !first(below, 'h2, h3') && (below.matches('p') || first(below, 'p') !== undefined);
    })
    .map(textOf);

export const xing = defineSite({ id: 'xing', label: 'XING', identify, look, read, needs: [] });
