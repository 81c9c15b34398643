/**
 * The `Person` of a public page's JSON-LD: present employers (`worksFor`), and past employers and schools mixed (`alumniOf`).
 * Titles of past jobs are not in it, and several roles at one employer are one.
 */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, tidy } from '../dom.ts';
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

type Fields = Record<string, unknown>;

/** The person whose own address is this profile's; authors of posts are in the same graph. */
export function personIn(document: Document, handle: string): JsonPerson | undefined {
  const person = all(document, 'script[type="application/ld+json"]')
    .flatMap((script) => graphIn(script.textContent ?? ''))
    .find((node) => textAt(node, '@type') === 'Person' && handleOfLink(textAt(node, 'url') ?? textAt(node, 'sameAs')) === handle);
  return person && toPerson(person);
}

function toPerson(person: Fields): JsonPerson {
  const address = nodesAt(person, 'address')[0] ?? {};
  const employers = nodesAt(person, 'worksFor');
  const former = nodesAt(person, 'alumniOf');
  const [title, ...otherTitles] = textsAt(person, 'jobTitle');
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
    location: textAt(address, 'addressLocality'),
    photo: photoOf(person),
    languages: nodesAt(person, 'knowsLanguage').flatMap((node) => textAt(node, 'name') ?? []),
    ...(positions.length > 0 ? { experience: { items: positions, more: true as const } } : {}),
    ...(education.length > 0 ? { education: { items: education } } : {}),
  };
}

const job = (node: Fields): RawPosition => ({ ...named('company', node), ...spanOf(node) });
const school = (node: Fields): RawEducation => ({ ...named('school', node), ...spanOf(node) });

const named = (key: 'company' | 'school', node: Fields) => filled({ [key]: textAt(node, 'name') });

/** `member.startDate` is `2021-07`, or a year as a number. */
function spanOf(node: Fields): Pick<RawPosition, 'start' | 'end'> {
  const member = nodesAt(node, 'member')[0] ?? {};
  return filled({ start: textAt(member, 'startDate'), end: textAt(member, 'endDate') });
}

function photoOf(person: Fields): string | undefined {
  const source = textAt(nodesAt(person, 'image')[0] ?? {}, 'contentUrl') ?? textAt(person, 'image');
  return source && /^https:.*profile-displayphoto/.test(source) ? source : undefined;
}

function graphIn(source: string): Fields[] {
  try {
    const parsed: unknown = JSON.parse(source);
    const root = isNode(parsed) ? parsed : {};
    return [root, ...nodesAt(root, '@graph')];
  } catch {
    return [];
  }
}

const isNode = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const valuesAt = (node: Fields, key: string): unknown[] => [node[key]].flat().filter((value) => value != null);
const nodesAt = (node: Fields, key: string): Fields[] => valuesAt(node, key).filter(isNode);
const textsAt = (node: Fields, key: string): string[] =>
  valuesAt(node, key)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => tidy(String(value)))
    .filter(Boolean);
const textAt = (node: Fields, key: string): string | undefined => textsAt(node, key)[0];
