/** Which card of a page is its owner's. */
import { all, textOf } from '../dom.ts';
import { handleHere, type Here } from './address.ts';
import { noFacts, ownHandle, pick, type Facts, type Subject } from './facts.ts';
import { CARDS, Card } from './h-card.ts';
import { experienceOf } from './h-resume.ts';
import { relMe } from './identities.ts';
import { mayBeName, isOnePerson } from './name-shape.ts';
import { placeFromParts } from './place.ts';

/** Who liked, answered, was answered or was cited; and the companies inside of people's cards. */
const OTHERS =
  '.h-cite, .h-org, .p-comment, .u-comment, .comment, .comments, .u-like-of, .p-like, .u-like, .u-repost, .p-repost, .u-in-reply-to, .p-location, .p-org, .org, .h-event, .p-attendee';

/** More cards than anybody's page has commenters: a directory, told by its first people. */
const MOST = 2000;

export function cardSubject(document: Document, here: Here): Subject {
  const mine = new Set(relMe(document));
  const cards = all(document, CARDS)
    .slice(0, MOST)
    .filter((element) => !element.parentElement?.closest(OTHERS) && !element.matches(OTHERS))
    .map((element) => new Card(element))
    .filter((card) => !isOrganisation(card) && !isWithinPerson(card));
  const isHere = (href: string) => handleHere(href, here) === here.handle;

  // The rules of the representative card; that which needs no more than a link is the last.
  const owner =
    cards.find((card) => card.links('uid').some(isHere) && card.urls().some(isHere)) ??
    onlyOne(cards.filter((card) => card.urls().some(isHere)));
  if (owner) return factsOf(owner, here, 0.85);
  const shared = mine.size > 0 ? sharedLinks(cards) : mine;
  const linked = cards.find((card) => ownLinks(card).some((url) => mine.has(url) && !shared.has(url)));
  if (linked) return factsOf(linked, here, 0.78);
  const people = cards.filter((card) => mayBeName(card.name() ?? ''));
  const [one, two] = people;
  if (one && people.every((card) => isOnePerson(card.name() ?? '', one.name() ?? ''))) {
    // The only person on the page, unless the card says that its person is at home somewhere else.
    const urls = one.urls().filter((url) => URL.parse(url, here.base)?.protocol.startsWith('http'));
    const athome =
      urls.length === 0 ||
      urls.some((url) => handleHere(url, here) !== undefined) ||
      one.element.querySelector('[rel~="me" i]') !== null;
    const author = one.element.closest('.h-entry, .hentry') !== null || one.element.matches('.p-author, .author');
    if (athome) return factsOf(one, here, author ? 0.6 : 0.75);
    return isWholePage(document, one) ? factsOf(one, here, 0.6) : undefined;
  }
  return two ? 'several' : undefined;
}

const onlyOne = (cards: Card[]): Card | undefined => (cards.length === 1 ? cards[0] : undefined);
const ownLinks = (card: Card): string[] => (card.element.matches('a') ? card.urls() : card.links('url'));

/** Whom somebody's card names: an agent, a partner. */
function isWithinPerson({ element }: Card): boolean {
  const around = element.parentElement?.closest(CARDS);
  return around != null && new Card(around).name() !== undefined;
}

/** A link that the cards of two people have in common says nothing about either. */
function sharedLinks(cards: Card[]): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const card of cards) {
    const name = card.name() ?? '';
    for (const url of card.urls()) {
      const owner = owners.get(url) ?? name;
      owners.set(url, owner);
      if (!isOnePerson(name, owner)) shared.add(url);
    }
  }
  return shared;
}

/** A page that shows next to nothing but the card is its person's, at whichever address they feel at home. */
const isWholePage = (document: Document, card: Card): boolean =>
  textOf(document.body).length <= 1.2 * textOf(card.element).length && !card.element.matches('.p-author, .author');

/** A card whose name is its organisation's stands for that organisation. */
const isOrganisation = (card: Card): boolean => {
  const name = card.name();
  return name !== undefined && name === card.organisation();
};

function factsOf(card: Card, here: Here, trust: number): Facts {
  const name = card.name();
  const note = card.text('note');
  const uid = card.links('uid').map((href) => handleHere(href, here));
  return {
    ...noFacts('microformats', trust),
    ...pick('name', mayBeName(name ?? '') ? name : ''),
    ...pick('given', card.text('given-name')),
    ...pick('family', card.text('family-name')),
    ...pick('title', card.text('job-title') ?? card.text('role')),
    ...pick('company', card.organisation()),
    ...pick('headline', note && note.length < 300 ? note : undefined),
    ...pick('location', placeFromParts(card.address()) || card.text('adr')),
    ...pick('photo', card.photo()),
    emails: card.links('email'),
    phones: card.links('tel'),
    links: card.urls(),
    ...experienceOf(card.element),
    block: card.element,
    ...pick('stable', uid.find(Boolean) ?? ownHandle(card.urls(), here, name)),
  };
}
