/** Which schema.org Person a page is about, and what is said of them. One way for JSON-LD and microdata. */
import type { EvidenceSource } from '#lib/candidate/reading.ts';

import { handleHere, isElsewhere, type Here } from './address.ts';
import { noFacts, ownHandle, pick, type Facts, type Subject } from './facts.ts';
import type { Item, Value } from './item.ts';
import { mayBeName, nameWords, sameName } from './name-shape.ts';
import { placeFromParts } from './place.ts';
import { historyOf } from './schema-history.ts';

const ARTICLE = /(?:Article|Posting|Report)$/;
const SITE = /^(?:WebSite|Blog|WebPage|AboutPage|ProfilePage|CollectionPage)$/;

interface Roles {
  main: Set<Item>;
  plain: Set<Item>;
  owner: Set<Item>;
  author: Set<Item>;
}

const isPerson = (value: Value): value is Item => typeof value !== 'string' && value.is('Person');

/** Founders, employees, reviewers and commenters hang on other things, and are never looked at. */
function rolesOf(roots: Item[], here: Here): Roles {
  const roles: Roles = { main: new Set(), plain: new Set(), owner: new Set(), author: new Set() };
  for (const root of roots) {
    // The author of nothing, as hasty templates have it, may still be no more than a reviewer.
    if (root.is('Person') && /^(?:author|creator)$/.test(root.element?.getAttribute('itemprop') ?? '')) {
      roles.author.add(root);
      continue;
    }
    if (root.is('Person')) {
      const pages = root.links('mainEntityOfPage');
      (pages.some((page) => handleHere(page, here) === here.handle) ? roles.main : roles.plain).add(root);
      continue;
    }
    const isPage = root.types.some((type) => SITE.test(type));
    const isArticle = root.types.some((type) => ARTICLE.test(type));
    if (isPage) for (const person of root.all('mainEntity').filter(isPerson)) roles.main.add(person);
    if (root.is('ProfilePage', 'AboutPage'))
      for (const person of [...root.all('about'), ...root.all('author')].filter(isPerson)) roles.main.add(person);
    if (isPage || isArticle) {
      for (const property of ['author', 'creator'])
        for (const person of root.all(property).filter(isPerson)) roles.author.add(person);
    }
    if (root.is('WebSite', 'Blog')) {
      // A site published by a person, or called as its author is, is that person's.
      const named = root
        .all('author')
        .filter((person) => isPerson(person) && sameName(root.texts('name')[0] ?? '', nameOf(person) ?? ''));
      for (const person of [...root.all('publisher'), ...named].filter(isPerson)) roles.owner.add(person);
    }
  }
  return roles;
}

/** One per name: a graph tells of the same person in several places. Those who live at another page of this site are left out. */
function distinct(people: Iterable<Item>, here?: Here): Item[] {
  const found = new Map<string, Item>();
  for (const person of people) {
    if (here && livesElsewhere(person, here)) continue;
    const key = nameWords(nameOf(person) ?? '').join(' ') || person.id || 'nameless';
    const known = found.get(key);
    // The fuller of two tellings.
    if (!known || known.values.size < person.values.size) found.set(key, person);
  }
  return [...found.values()];
}

const livesElsewhere = (person: Item, here: Here): boolean => {
  const urls = person.links('url');
  return urls.some((url) => isElsewhere(url, here)) && !urls.some((url) => handleHere(url, here) === here.handle);
};

/** Whether a page about one person, or the person, says to stand at another address of this site. */
export const isOfAnother = (item: Item, here: Here): boolean =>
  (item.is('ProfilePage') && [item, ...item.items('mainEntity')].some((one) => livesElsewhere(one, here))) ||
  (item.is('Person') && livesElsewhere(item, here));

const nameOf = (person: Item): string | undefined => {
  const whole = person.texts('name')[0];
  const joined = [person.texts('givenName')[0], person.texts('familyName')[0]].filter(Boolean).join(' ');
  return [whole, joined].find((name) => name && mayBeName(name));
};

/** @param trust how far this source is trusted, 0 to 1. */
export function schemaSubject(roots: Item[], here: Here, from: EvidenceSource, trust: number): Subject {
  const roles = rolesOf(roots, here);
  const only = (people: Iterable<Item>): Item | undefined => {
    const list = [...people];
    return list.length === 1 ? list[0] : undefined;
  };
  const main = distinct(roles.main, here);
  const everyone = distinct([...roles.main, ...roles.owner, ...roles.plain], here);
  const atHome = everyone.filter((person) =>
    [person.id, ...person.links('url')].some((url) => url && handleHere(url, here) === here.handle),
  );
  const isArticle = roots.some((root) => root.types.some((type) => ARTICLE.test(type)));
  const author = only(distinct(roles.author));
  const stated =
    only(main) ??
    only(atHome) ??
    (main.length > 0 ? undefined : (only(distinct(roles.plain, here)) ?? only(distinct(roles.owner, here))));
  // Who wrote it is no more than likely whom the page is about.
  const written = isArticle && author !== undefined && (stated === undefined || stated === author);
  const subject = written ? author : (stated ?? (everyone.length === 0 ? author : undefined));
  if (subject) {
    const isAuthor = written || subject !== stated;
    const facts = { ...factsOf(subject, roots, here, from, isAuthor ? trust * 0.7 : trust), isAuthor };
    // Static site generators put the accounts of a site's author at the site.
    if (!written && (roles.owner.has(subject) || roles.author.has(subject))) {
      for (const site of roots.filter((root) => root.is('WebSite'))) facts.links.push(...site.links('sameAs'));
    }
    return facts;
  }
  return everyone.length > 1 ? 'several' : undefined;
}

function factsOf(person: Item, roots: Item[], here: Here, from: EvidenceSource, trust: number): Facts {
  const text = (...properties: string[]) => person.texts(...properties).find((value) => value.length < 300);
  const name = nameOf(person);
  const { now, positions, education, skills } = historyOf(person, roots);
  return {
    ...noFacts(from, trust),
    ...pick('name', name),
    ...pick('given', text('givenName')),
    ...pick('family', text('familyName')),
    ...pick('title', text('jobTitle') ?? now.role),
    ...pick('company', now.name),
    ...pick('headline', text('description', 'disambiguatingDescription')),
    ...pick('location', placeOf(person)),
    ...pick('photo', person.links('image', 'photo')[0]),
    emails: contactTexts(person, 'email'),
    phones: contactTexts(person, 'telephone'),
    links: person.links('sameAs', 'url'),
    positions,
    education,
    skills,
    languages: [...new Set(person.texts('knowsLanguage'))],
    ...(person.element ? { block: person.element } : {}),
    ...pick('stable', ownHandle(person.links('url'), here, name)),
  };
}

const contactTexts = (person: Item, property: string): string[] => [
  ...person.texts(property),
  ...person.items('contactPoint').flatMap((point) => point.texts(property)),
];

function placeOf(person: Item): string | undefined {
  for (const property of ['homeLocation', 'address', 'workLocation', 'location']) {
    for (const value of person.all(property)) {
      if (typeof value === 'string') return value.trim() || undefined;
      const address = value.items('address')[0] ?? value;
      const parts = placeFromParts(['addressLocality', 'addressRegion', 'addressCountry'].map((part) => address.texts(part)[0]));
      const place = parts || value.texts('name')[0] || value.texts('address')[0];
      if (place) return place;
    }
  }
  return person.texts('addressLocality')[0];
}
