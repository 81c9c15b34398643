/**
 * From what a page printed to what it means: the one place, for every site, in which names are split, dates are understood and
 * addresses are cleaned. Outside of the page, because the tables for it weigh more than all readers. Pure, and total: whatever
 * the schema lets through is answered.
 */
import { emailsOf, linkOf, linksOf, phonesOf } from './finish-contacts.ts';
import { toEducation, toPosition } from './finish-dates.ts';
import { LONGEST_NAME } from './limits.ts';
import { mayBeName } from './names-shape.ts';
import { splitName } from './names.ts';
import { rawReadingSchema, type RawName, type RawPerson, type RawReading } from './raw.ts';
import type { Evidence, Reading } from './reading.ts';
import type { Candidate } from './schema.ts';

/** The address that a page stands at is beyond doubt. */
const BY_ADDRESS: Evidence = { from: 'attribute', confidence: 0.95 };
const PROVEN: Evidence = { from: 'text', confidence: 0.75 };

/**
 * What a page printed, read: its word is never trusted, so it is parsed like anything else that crosses a boundary.
 * @throws when it is not what a reader answers.
 */
export const readingOf = (printed: unknown): Reading => finish(rawReadingSchema.parse(printed));

export function finish(raw: RawReading): Reading {
  const { status, site, externalId, url, aliases, person, people } = raw;
  const head = { site, ...(externalId ? { externalId } : {}), ...(url ? { url } : {}) };
  if (status !== 'profile' || !person) {
    const instead = status === 'profile' ? 'not-a-profile' : status;
    return { ...head, status: instead, aliases, missing: raw.missing, evidence: {}, ...(people ? { people } : {}) };
  }
  const { candidate, evidence } = candidateOf(raw, person);
  const missing = [...new Set([...raw.missing, ...(person.name && !candidate.fullName ? ['name'] : [])])];
  for (const field of raw.needs) {
    if (isAbsent(Object.entries(candidate).find(([key]) => key === field)?.[1]) && !missing.includes(field)) missing.push(field);
  }
  return { ...head, status: missing.length > 0 ? 'partial' : 'complete', candidate, aliases, missing, evidence };
}

const isAbsent = (value: unknown): boolean => value == null || value === '';

function candidateOf(raw: RawReading, person: RawPerson): { candidate: Candidate; evidence: Record<string, Evidence> } {
  const lang = raw.lang ?? '';
  const name = nameOf(person.name, raw.evidence['fullName'], lang);
  const { emails, isProven } = emailsOf(raw, name.fields.fullName);
  const { own, others } = linksOf(raw);
  const photoUrl = linkOf(person.photoUrl)?.url;
  const { headline, title, company, location } = person;
  const texts = Object.entries({ headline, title, company, location, photoUrl }).filter(([, value]) => value);
  const candidate: Candidate = {
    ...name.fields,
    ...Object.fromEntries(texts),
    emails,
    phones: phonesOf(person.phones),
    links: own ? [own, ...others] : others,
    positions: person.positions.map((position) => toPosition(position, lang)),
    education: person.education.map((row) => toEducation(row, lang)),
    skills: person.skills,
    languages: person.languages,
  };
  const found: Record<string, Evidence | undefined> = {
    ...raw.evidence,
    ...name.evidence,
    ...(isProven ? { emails: PROVEN } : {}),
    ...(others.length === 0 ? { links: BY_ADDRESS } : {}),
  };
  const evidence: Record<string, Evidence> = {};
  for (const [field, value] of Object.entries(candidate)) {
    const how = found[field];
    if (how && (Array.isArray(value) ? value.length > 0 : value)) evidence[field] = how;
  }
  return { candidate, evidence };
}

interface Named {
  fields: Pick<Candidate, 'fullName' | 'firstName' | 'lastName'>;
  evidence: Record<string, Evidence | undefined>;
}

function nameOf(name: RawName | undefined, how: Evidence | undefined, lang: string): Named {
  if (!name?.full || (name.claim && !mayBeName(name.full))) return { fields: {}, evidence: {} };
  const { full, splitFrom, cap = 1 } = name;
  const [whole = '', first, last, givenPrefix] = [full, name.first, name.last, name.givenPrefix].map((part) =>
    part?.slice(0, LONGEST_NAME),
  );
  const split = splitName(whole, {
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
    ...(givenPrefix ? { givenPrefix } : {}),
    ...(lang ? { lang } : {}),
  });
  const parts: Evidence = { from: splitFrom, confidence: Math.round(Math.min(cap, split.confidence) * 100) / 100 };
  const { firstName, lastName } = split;
  return {
    fields: { fullName: full, ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) },
    evidence: { fullName: how, firstName: parts, lastName: parts },
  };
}
