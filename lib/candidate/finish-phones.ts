/** From telephone numbers as a page has them to those that are kept: each once, and dialable where that can be told. */
import { toPhone, whatsAppNumber } from './contacts.ts';
import { LONGEST_CONTACT } from './limits.ts';
import type { RawPerson } from './raw.ts';
import { evidenceKey, type Evidence } from './reading.ts';
import type { Phone } from './schema.ts';

/** A number that no numbering plan knows is kept as it was printed, and the recruiter is asked to look. */
const UNKNOWN_NUMBER = 0.4;

export interface Phones {
  phones: Phone[];
  /** Of the list. */
  how: Evidence | undefined;
  /** Of the numbers that are less sure than the list. */
  evidence: Record<string, Evidence>;
}

/** @param region ISO 3166 alpha-2 of where the person is, for numbers without a country code. */
export async function phonesOf(
  { phones: printed, links }: RawPerson,
  region: string | undefined,
  evidence: Readonly<Record<string, Evidence>>,
): Promise<Phones> {
  const linked = links.flatMap((href) => whatsAppNumber(href.slice(0, LONGEST_CONTACT)) ?? []);
  const how = evidence[printed.length > 0 ? 'phones' : 'links'];
  const read = [...printed, ...linked].flatMap((text) => toPhone(text.slice(0, LONGEST_CONTACT)) ?? []);
  if (read.length === 0) return { phones: [], how, evidence: {} };
  const { toE164 } = await import('./phone-numbers.ts');
  const kept = new Map<string, Phone>();
  for (const phone of read) {
    const e164 = toE164(phone.value, region);
    // One number can be linked and printed, with and without spaces, and only one of the two says what kind it is.
    const key = (e164 ?? phone.value.replace(/\D/g, '')) + (/ ext\. \d+$/.exec(phone.value)?.[0] ?? '');
    const known = kept.get(key);
    if (!known) kept.set(key, { ...phone, ...(e164 ? { e164 } : {}) });
    else if (known.type === 'other') known.type = phone.type;
  }
  const unsure = [...kept.values()].filter(({ e164 }) => how && !e164 && how.confidence > UNKNOWN_NUMBER);
  return {
    phones: [...kept.values()],
    how,
    evidence: Object.fromEntries(
      unsure.map(({ value }) => [evidenceKey('phones', value), { ...how!, confidence: UNKNOWN_NUMBER }]),
    ),
  };
}
