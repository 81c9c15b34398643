/**
 * Any page that is about one person: personal sites, staff pages, profiles of networks without a reader of their own. It reads
 * what pages say for machines (JSON-LD, microdata, microformats, OpenGraph, rel=me), and the contact data that is the owner's.
 */
import { isProfileLink } from '#lib/candidate/links-profiles.ts';
import { toLink } from '#lib/candidate/links.ts';
import type { RawEmail } from '#lib/candidate/raw.ts';

import { first, lines, text } from '../dom.ts';
import { DraftBuilder } from '../draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from '../site.ts';
import { canonicalHandle, hereOf, hostOf, identify, isHome, type Here } from './address.ts';
import type { Facts } from './facts.ts';
import { cleanLinks, profileLinks, relMe } from './identities.ts';
import { bears } from './head.ts';
import { isOnePerson, mayBeName } from './name-shape.ts';
import { emailsIn, phonesIn } from './page-contacts.ts';
import { portraitIn } from './portrait.ts';
import { role, subjectOf } from './subject.ts';

/** Less text than this is the frame of an application that has not drawn its page yet. */
const ALMOST_EMPTY = 40;

function look(document: Document, reference: Reference): PageKind {
  if (subjectOf(document, hereOf(document, reference)).length > 0) return 'profile';
  return isFrame(document) ? 'waiting' : 'not-a-profile';
}

const isFrame = (document: Document): boolean =>
  first(document, 'script') !== undefined &&
  document.querySelectorAll('body *').length < 100 &&
  !first(document, 'body h1, body h2, body p') &&
  lines(document.body).join(' ').length < ALMOST_EMPTY;

function read(document: Document, reference: Reference): Draft {
  const draft = new DraftBuilder();
  const here = hereOf(document, reference);
  const found = subjectOf(document, here);
  for (const facts of found) readFacts(draft, facts, here);
  const name = draft.fullName;
  if (name && isOnePerson(text(document, 'h1'), name)) draft.set('headline', role(document), 'text', 0.6);
  if (!name) draft.lacks('name');

  const strongest = found[0];
  if (!strongest) return draft.done();
  const { from, confidence } = strongest;
  const isOwnSite = strongest.from === 'text' || isHome(here) || (name !== undefined && bears(hostOf(here.handle), name));
  const hrefs = [...found.flatMap((facts) => facts.links), ...relMe(document, isOwnSite)];
  const statesAccounts = cleanLinks(hrefs, here).some(isProfileLink);
  const rows = !isOwnSite ? 'none' : statesAccounts ? 'named' : 'any';
  const links = cleanLinks([...hrefs, ...profileLinks(document, here, name, rows).map((link) => link.url)], here);
  draft.fill(
    'links',
    links.map(({ url }) => url),
    from,
    Math.min(confidence, 0.85),
  );
  if (isOwnSite) draft.ownsSite();

  const blocks = [...new Set(found.flatMap((facts) => facts.block ?? []))];
  const portrait = name && portraitIn(document, blocks.length > 0 ? blocks : isOwnSite ? [document.body] : [], name);
  draft.set('photoUrl', portrait && toLink(portrait, here.base)?.url, 'text', 0.6);

  const stated = [...found.flatMap((facts) => facts.emails), ...hrefs.filter((href) => /^mailto:/i.test(href))];
  const emails: RawEmail[] = [
    ...stated.map((text): RawEmail => ({ text, as: 'address', of: 'person' })),
    ...blocks.flatMap((block) => emailsIn(block, 'person')),
    ...(name ? emailsIn(document.body, 'page') : []),
  ];
  draft.fill('emails', emails, from, 0.9);

  const called = [...found.flatMap((facts) => facts.phones), ...hrefs.filter((href) => /^(?:tel|sms):/i.test(href))];
  draft.fill('phones', [...called, ...blocks.flatMap(phonesIn)], from, 0.85);
  return draft.stable(found.find((facts) => facts.stable)?.stable ?? canonicalHandle(document, here)).done();
}

function readFacts(draft: DraftBuilder, facts: Facts, here: Here): void {
  const { from, confidence } = facts;
  if (facts.name && mayBeName(facts.name)) {
    const { name: full, given: first, family: last } = facts;
    draft.name({ full, first, last, splitFrom: from, cap: confidence, claim: 'name-like' }, from, confidence);
  }
  for (const field of ['headline', 'title', 'company', 'location'] as const) draft.set(field, facts[field], from, confidence);
  draft.set('photoUrl', facts.photo && toLink(facts.photo, here.base)?.url, from, confidence);
  for (const field of ['positions', 'education', 'skills', 'languages'] as const)
    draft.fill(field, facts[field], from, confidence);
}

export const web = defineSite({ id: 'web', label: 'Web page', identify, look, read, needs: [] });
