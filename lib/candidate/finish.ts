/**
 * From what a page printed to what it means: the one place, for every site, in which names are split, dates are understood and
 * addresses are cleaned. Outside of the page, because the tables for it weigh more than all readers. Pure, and total: whatever
 * the schema lets through is answered. What only some pages need (numbers, places) is loaded when a page has it.
 */
import { emailsOf } from './finish-contacts.ts';
import { toEducation, toPosition } from './finish-dates.ts';
import { linkOf, linksOf, type ProfileOf } from './finish-links.ts';
import { phonesOf } from './finish-phones.ts';
import { rawReadingSchema, type RawPerson, type RawReading } from './raw.ts';
import type { Evidence, Reading } from './reading.ts';
import { NAMELESS, type Named } from './named.ts';
import type { Candidate, Place } from './schema.ts';

/** The address that a page stands at is beyond doubt. */
const BY_ADDRESS: Evidence = { from: 'attribute', confidence: 0.95 };

/**
 * What a page printed, read: its word is never trusted, so it is parsed like anything else that crosses a boundary.
 * @param profileOf whose profile an address leads to (`referenceOf` of lib/sites/references.ts; the candidate knows no site).
 * Rejects when it is not what a reader answers.
 */
export async function finish(printed: unknown, profileOf: ProfileOf): Promise<Reading> {
  const raw = rawReadingSchema.parse(printed);
  const { status, site, externalId, url, aliases, person, people } = raw;
  const head = { site, ...(externalId ? { externalId } : {}), ...(url ? { url } : {}) };
  if (status !== 'profile' || !person) {
    const instead = status === 'profile' ? 'not-a-profile' : status;
    return { ...head, status: instead, aliases, missing: raw.missing, evidence: {}, ...(people ? { people } : {}) };
  }
  const { candidate, evidence } = await candidateOf(raw, person, profileOf);
  const missing = [...new Set([...raw.missing, ...(person.name && !candidate.fullName ? ['name'] : [])])];
  for (const field of raw.needs) {
    if (isAbsent(Object.entries(candidate).find(([key]) => key === field)?.[1]) && !missing.includes(field)) missing.push(field);
  }
  return { ...head, status: missing.length > 0 ? 'partial' : 'complete', candidate, aliases, missing, evidence };
}

const isAbsent = (value: unknown): boolean => value == null || value === '';

interface Found {
  candidate: Candidate;
  evidence: Record<string, Evidence>;
}

async function candidateOf(raw: RawReading, person: RawPerson, profileOf: ProfileOf): Promise<Found> {
  const lang = raw.lang ?? '';
  const name = await namedIn(raw, person, lang);
  const placeOf = await placesIn(person, lang);
  const place = person.location ? placeOf(person.location) : undefined;
  const positions = person.positions.map((position) => toPosition(position, lang, placeOf));
  const emails = emailsOf(raw, name.words, positions);
  const numbers = await phonesOf(person, place?.country ?? countryOfPage(raw), raw.evidence);
  const { own, others } = linksOf(raw, profileOf);
  const photoUrl = linkOf(person.photoUrl)?.url;
  const { headline, title, company, location } = person;
  const texts = Object.entries({ headline, title, company, location, photoUrl }).filter(([, value]) => value);
  const candidate: Candidate = {
    ...name.fields,
    ...Object.fromEntries(texts),
    ...(place ? { place } : {}),
    emails: emails.emails,
    phones: numbers.phones,
    links: own ? [own, ...others] : others,
    positions,
    education: person.education.map((row) => toEducation(row, lang)),
    skills: person.skills,
    languages: person.languages,
  };
  const found: Record<string, Evidence | undefined> = {
    ...raw.evidence,
    ...name.evidence,
    ...(emails.how ? { emails: emails.how } : {}),
    phones: numbers.how,
    ...(others.length === 0 ? { links: BY_ADDRESS } : {}),
  };
  const evidence: Record<string, Evidence> = {};
  for (const [field, value] of Object.entries(candidate)) {
    const how = found[field];
    if (how && (Array.isArray(value) ? value.length > 0 : value)) evidence[field] = how;
  }
  return { candidate, evidence: { ...evidence, ...emails.evidence, ...numbers.evidence } };
}

/** The tables for names weigh as much as all the rest, and a page without a name needs none of them. */
async function namedIn(raw: RawReading, { name }: RawPerson, lang: string): Promise<Named> {
  if (!name) return NAMELESS;
  const { nameOf } = await import('./finish-name.ts');
  return nameOf(name, raw.evidence['fullName'], lang);
}

type PlaceOf = (printed: string) => Place | undefined;

async function placesIn({ location, positions }: RawPerson, lang: string): Promise<PlaceOf> {
  if (!location && !positions.some(({ places }) => places?.length)) return () => undefined;
  const { placeOf } = await import('./place-of.ts');
  // The same few towns stand beside one role after the other.
  const known = new Map<string, Place | undefined>();
  return (printed) => {
    if (!known.has(printed)) known.set(printed, placeOf(printed, lang));
    return known.get(printed);
  };
}

/** Where numbers without a country code are dialled, when the person names no country: as the page's language says (`en-GB`). */
function countryOfPage({ lang }: RawReading): string | undefined {
  const region = /^[a-z]{2,3}[-_](?:[a-z]{4}[-_])?([a-z]{2})$/i.exec(lang ?? '')?.[1]?.toUpperCase();
  // American English is the language of sites, not of the people on them.
  return region === 'US' ? undefined : region;
}
