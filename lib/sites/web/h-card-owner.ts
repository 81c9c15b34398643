/** Which card of a page is its owner's. */
import { all } from '../dom.ts';
import type { Reference } from '../site.ts';
import { handleHere } from './address.ts';
import { noFacts, ownHandle, pick, type Facts, type Subject } from './facts.ts';
import { CARDS, Card } from './h-card.ts';
import { experienceOf } from './h-resume.ts';
import { relMe } from './identities.ts';
import { mayBeName, sameName } from './name-shape.ts';
import { placeFromParts } from './place.ts';

/** Who liked, answered, was answered or was cited; and the companies inside of people's cards. */
const OTHERS =
  '.h-cite, .p-comment, .u-comment, .comment, .comments, .u-like-of, .p-like, .u-like, .u-repost, .p-repost, .u-in-reply-to, .p-location, .p-org, .org, .h-event, .p-attendee';

export function cardSubject(document: Document, reference: Reference): Subject {
  const mine = new Set(relMe(document));
  const cards = all(document, CARDS)
    .filter((element) => !element.parentElement?.closest(OTHERS) && !element.matches(OTHERS))
    .map((element) => new Card(element))
    .filter((card) => !isOrganisation(card));
  const isHere = (href: string) => handleHere(href, reference) === reference.handle;

  // The rules of the representative card; that which needs no more than a link is the last.
  const owner =
    cards.find((card) => card.links('uid').some(isHere) && card.urls().some(isHere)) ??
    onlyOne(cards.filter((card) => card.urls().some(isHere)));
  if (owner) return factsOf(owner, reference, 0.85);
  const linked = cards.find((card) => ownLinks(card).some((url) => mine.has(url) && !isShared(cards, url)));
  if (linked) return factsOf(linked, reference, 0.78);
  const people = cards.filter((card) => mayBeName(card.name() ?? ''));
  const [one, two] = people;
  if (one && people.every((card) => sameName(card.name() ?? '', one.name() ?? ''))) {
    // The only person on the page, unless the card says that its person is at home somewhere else.
    const urls = one.urls().filter((url) => URL.parse(url, reference.url)?.protocol.startsWith('http'));
    const athome =
      urls.length === 0 ||
      urls.some((url) => handleHere(url, reference) !== undefined) ||
      one.element.querySelector('[rel~="me" i]') !== null;
    const author = one.element.closest('.h-entry, .hentry') !== null || one.element.matches('.p-author, .author');
    return athome ? factsOf(one, reference, author ? 0.6 : 0.75) : undefined;
  }
  return two ? 'several' : undefined;
}

const onlyOne = (cards: Card[]): Card | undefined => (cards.length === 1 ? cards[0] : undefined);
const ownLinks = (card: Card): string[] => (card.element.matches('a') ? card.urls() : card.links('url'));

/** A link that the cards of two people have in common says nothing about either. */
const isShared = (cards: Card[], url: string): boolean => {
  const names = cards.filter((card) => card.urls().includes(url)).map((card) => card.name() ?? '');
  return names.some((name) => !sameName(name, names[0] ?? ''));
};

/** A card whose name is its organisation's stands for that organisation. */
const isOrganisation = (card: Card): boolean => {
  const name = card.name();
  return name !== undefined && name === card.organisation();
};

function factsOf(card: Card, reference: Reference, trust: number): Facts {
  const name = card.name();
  const note = card.text('note');
  const uid = card.links('uid').map((href) => handleHere(href, reference));
  return {
    ...noFacts('microformats', trust),
    ...pick('name', mayBeName(name ?? '') ? name : ''),
    ...pick('given', card.text('given-name')),
    ...pick('family', card.text('family-name')),
    ...pick('title', card.text('job-title') ?? card.text('role')),
    ...pick('company', card.organisation()),
    ...pick('headline', note && note.length < 300 ? note : undefined),
    ...pick(
      'location',
      placeFromParts(['locality', 'region', 'country-name'].map((part) => card.text(part))) || card.text('adr'),
    ),
    ...pick('photo', card.photo()),
    emails: card.links('email'),
    phones: card.links('tel'),
    links: card.urls(),
    ...experienceOf(card.element),
    block: card.element,
    ...pick('stable', uid.find(Boolean) ?? ownHandle(card.urls(), reference, name)),
  };
}
