/** What rules found, put into what the reader printed; and what each page says of each rule. Outside of the page. */
import type { RawPerson, RawReading } from '#lib/candidate/raw.ts';
import { evidenceKey, UNCERTAIN_BELOW, type Evidence } from '#lib/candidate/reading.ts';

import type { Answered } from './asked.ts';
import type { Rule, TaughtField } from './schema.ts';

export interface Held {
  id: string;
  rule: Rule;
  readerWas?: number | undefined;
}

/**
 * - `used`     its value was taken
 * - `agrees`   the reader found the same
 * - `against`  the reader is sure of something else
 * - `missed`   the reader is sure of a value, and the rule found none
 * - `idle`     the page says nothing of it
 */
export type Judged = 'used' | 'agrees' | 'against' | 'missed' | 'idle';

const NOBODY_YET: RawPerson = { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] };

/** Words of `missing` that a field answers. */
const ANSWERS: Record<TaughtField, readonly string[]> = {
  fullName: ['name', 'fullName', 'firstName'],
  headline: ['headline'],
  title: ['title'],
  company: ['company'],
  location: ['location'],
  emails: ['email', 'emails'],
  phones: ['phone', 'phones'],
};

export const sameValue = (field: TaughtField, one: string, other: string): boolean => keyOf(field, one) === keyOf(field, other);

function keyOf(field: TaughtField, value: string): string {
  if (field === 'phones') return value.replace(/\D/g, '');
  return value
    .replace(/^mailto:/i, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function valuesOf(person: RawPerson, field: TaughtField): string[] {
  if (field === 'emails') return person.emails.filter(({ of }) => of === 'person').map(({ text }) => text);
  if (field === 'phones') return person.phones;
  return [field === 'fullName' ? person.name?.full : person[field]].flatMap((value) => value ?? []);
}

/** A person with this value, whatever was there. */
export function personWith(person: RawPerson, field: TaughtField, value: string): RawPerson {
  if (field === 'fullName') return { ...person, name: { full: value, splitFrom: 'taught' } };
  if (field === 'emails') return { ...person, emails: [{ text: value, as: 'address', of: 'person' }, ...person.emails] };
  if (field === 'phones') return { ...person, phones: [value, ...person.phones] };
  return { ...person, [field]: value };
}

/** The person on the page: the reader's, or one whom only a rule has found. */
function personOf(raw: RawReading, held: readonly Held[], { found }: Answered): RawPerson | undefined {
  if (raw.status === 'profile') return raw.person;
  const mayBe = (raw.status === 'not-ready' || raw.status === 'not-a-profile') && raw.externalId !== undefined;
  return mayBe && held.some(({ rule }, at) => rule.field === 'fullName' && found[at]?.vouched) ? NOBODY_YET : undefined;
}

export function withFound(
  raw: RawReading,
  held: readonly Held[],
  answered: Answered,
): { raw: RawReading; judged: Map<string, Judged> } {
  const judged = new Map<string, Judged>();
  const reader = personOf(raw, held, answered);
  if (!reader) return { raw, judged };
  let person = reader;
  const evidence: Record<string, Evidence> = { ...raw.evidence };
  const taken = new Set<TaughtField>();
  held.forEach(({ id, rule, readerWas }, at) => {
    const { field } = rule;
    const found = answered.found[at] ?? undefined;
    const own = valuesOf(reader, field);
    const sure = raw.evidence[field]?.confidence ?? 0;
    const isSure = own.length > 0 && sure >= UNCERTAIN_BELOW;
    const agrees = found && own.some((value) => sameValue(field, value, found.value));
    if (!found || agrees) {
      judged.set(id, agrees ? 'agrees' : isSure ? 'missed' : 'idle');
      return;
    }
    // A rule that corrects was made because the reader was wrong while it was so sure; once it is surer, that counts.
    const surer = readerWas !== undefined && sure > readerWas;
    // A person has one title and may have two addresses.
    const stays = isSure && !rule.corrects && field !== 'emails' && field !== 'phones';
    if (stays || (isSure && surer)) judged.set(id, 'against');
    else judged.set(id, taken.has(field) ? 'idle' : 'used');
    if (taken.has(field) || stays) return;
    taken.add(field);
    person = personWith(rule.corrects && own.length > 0 ? without(person, field) : person, field, found.value);
    const isOneMore = own.length > 0 && !rule.corrects && (field === 'emails' || field === 'phones');
    evidence[isOneMore ? evidenceKey(field, found.value) : field] = { from: 'taught', confidence: found.confidence };
  });
  const missing = raw.missing.filter((word) => ![...taken].some((field) => ANSWERS[field].includes(word)));
  return { raw: { ...raw, status: 'profile', person, evidence, missing }, judged };
}

const without = (person: RawPerson, field: TaughtField): RawPerson =>
  field === 'emails' || field === 'phones' ? { ...person, [field]: [] } : person;
