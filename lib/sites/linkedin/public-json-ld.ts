/**
 * The `Person` of a public page's JSON-LD: present employers (`worksFor`), and past employers and schools mixed (`alumniOf`).
 * Titles of past jobs are not in it, and several roles at one employer are one.
 */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all } from '../dom.ts';
import { isFields, jsonIn, textAt, type Fields } from '../embedded.ts';
import { handleOfLink } from './identity.ts';
import { filled } from './rows.ts';
import type { Section } from './shown.ts';

export interface JsonPerson {
  name?: string | undefined;
  title?: string | undefined;
  company?: string | undefined;
  location?: string | undefined;
  photo?: string | undefined;
  languages: string[];
  experience?: Section<RawPosition> | undefined;
  education?: Section<RawEducation> | undefined;
}

/** The person whose own address is this profile's; authors of posts are in the same graph. */
export function personIn(document: Document, handle: string): JsonPerson | undefined {
  const person = all(document, 'script[type="application/ld+json"]')
    .flatMap((script): Fields[] => [jsonIn(script.textContent) ?? {}])
    .flatMap((root) => [root, ...nodesAt(root, '@graph')])
    .find((node) => textAt(node, '@type') === 'Person' && handleOfLink(textAt(node, 'url') || textAt(node, 'sameAs')) === handle);
  return person && toPerson(person);
}

function toPerson(person: Fields): JsonPerson {
  const employers = nodesAt(person, 'worksFor');
  const former = nodesAt(person, 'alumniOf');
  const [title, ...otherTitles] = [person['jobTitle']]
    .flat()
    .map((value) => textAt(value))
    .filter(Boolean);
  const current = employers.map((node): RawPosition => ({ ...job(node), end: null, current: true }));
  // One title and one employer belong together; of several nobody can say which.
  if (current[0] && current.length === 1 && title && otherTitles.length === 0) current[0].title = title;
  const past = former
    .filter((node) => textAt(node, '@type') === 'Organization')
    .map((node): RawPosition => ({ ...job(node), current: false }));
  const schools = former.filter((node) => textAt(node, '@type') !== 'Organization').map(school);
  const positions = [...current, ...past].filter((position) => position.company);
  const education = schools.filter((row) => row.school);
  return {
    name: textAt(person, 'name'),
    title,
    company: current.map((position) => position.company ?? '').find(Boolean),
    location: textAt(person, 'address', 'addressLocality'),
    photo: photoOf(person),
    languages: nodesAt(person, 'knowsLanguage').map((node) => textAt(node, 'name')),
    experience: positions.length > 0 ? { items: positions, more: true } : undefined,
    education: education.length > 0 ? { items: education } : undefined,
  };
}

const job = (node: Fields): RawPosition => filled({ company: textAt(node, 'name'), ...spanOf(node) });
const school = (node: Fields): RawEducation => filled({ school: textAt(node, 'name'), ...spanOf(node) });

/** `2021-07`, or a year as a number. */
const spanOf = (node: Fields) => ({ start: textAt(node, 'member', 'startDate'), end: textAt(node, 'member', 'endDate') });

function photoOf(person: Fields): string | undefined {
  const source = textAt(person, 'image', 'contentUrl') || textAt(person, 'image');
  return /^https:.*profile-displayphoto/.test(source) ? source : undefined;
}

/** One of a kind stands there without a list around it. */
const nodesAt = (node: Fields, key: string): Fields[] => [node[key]].flat().filter(isFields);
