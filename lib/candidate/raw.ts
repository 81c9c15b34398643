/**
 * What a page *printed*: the answer of every in-page script, before anybody asks what it means. Names are whole, dates are
 * words in the page's language, addresses are as they were linked or spelt. `finish.ts` makes the reading of it.
 *
 * Readers run inside the page and import only the *types* of this file, so that no schema code is shipped there.
 */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { LONGEST_TEXT } from './limits.ts';
import { evidenceSchema, evidenceSource, listedPersonSchema } from './reading.ts';

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const absentable = z.optional(text);
const share = z.number().check(z.gte(0), z.lte(1));

export const rawNameSchema = lazyObject(() => ({
  full: text,
  /** The site's own first and last name. */
  first: absentable,
  last: absentable,
  /** The words of the name that the site itself uses as the given name, in a sentence of its own. */
  givenPrefix: absentable,
  /** Printed with the name, but apart from it: pronouns, a former name, a degree. */
  beside: z.optional(z.array(text)),
  /** What the split rests on. */
  splitFrom: evidenceSource,
  /** How sure the split can be at most. */
  cap: z.optional(share),
  /** The page only *claims* this for a name (a user name or a slogan may stand there): it is checked before it is believed. */
  claim: z.optional(z.literal('name-like')),
}));

/** An address in a `mailto:` or as plain text, under Cloudflare's protection, or spelt for people somewhere in a line. */
export const rawEmailSchema = z.object({
  text,
  as: z.enum(['address', 'cloudflare', 'words']),
  /** The person's; or anywhere on the page, where it has to prove that it is the person's; or in what others wrote. */
  of: z.enum(['person', 'page', 'others']),
});

const dates = {
  /** A range or a date as printed: "Jul 2021 - Present · 3 yrs". */
  dates: absentable,
  /** Where the page marks the two apart; null when it says that there is no end. */
  start: absentable,
  end: z.optional(z.nullable(text)),
};

export const rawPositionSchema = lazyObject(() => ({
  title: absentable,
  company: absentable,
  ...dates,
  /** What the structure says: no second `<time>`, or no year behind the dash. */
  current: z.optional(z.boolean()),
  /** Where a place is printed, nearest first; it may be no more than a way of working ("Remote"). */
  places: z.optional(z.array(text)),
  description: absentable,
}));

export const rawEducationSchema = z.object({ school: absentable, degree: absentable, field: absentable, ...dates });

export const rawPersonSchema = lazyObject(() => ({
  name: z.optional(rawNameSchema),
  headline: absentable,
  title: absentable,
  company: absentable,
  location: absentable,
  photoUrl: absentable,
  emails: z.array(rawEmailSchema),
  /** `tel:` and `sms:` links, or printed numbers with a word for their kind behind. */
  phones: z.array(text),
  /** Absolute, or as a person typed them ("jane.example/about"). The profile's own is not among them. */
  links: z.array(text),
  positions: z.array(rawPositionSchema),
  education: z.array(rawEducationSchema),
  skills: z.array(text),
  languages: z.array(text),
  /** The whole site is this person's, so that a lone address on it is theirs as well. */
  ownsSite: z.optional(z.boolean()),
}));

export const rawReadingSchema = lazyObject(() => ({
  /** As of a reading, except that a person is not yet `complete` or `partial`. */
  status: z.enum(['profile', 'not-ready', 'not-a-profile', 'blocked', 'moved', 'list']),
  site: text,
  externalId: absentable,
  url: absentable,
  /** The profile's own address, where it is better than the one that the page stands at. */
  ownUrl: absentable,
  /** Of the page, as it states it: mostly BCP 47. */
  lang: absentable,
  person: z.optional(rawPersonSchema),
  aliases: z.array(text),
  missing: z.array(text),
  /** Fields of the candidate without which the layout must have changed. */
  needs: z.array(text),
  evidence: z.catchall(z.object({}), evidenceSchema),
  people: z.optional(z.array(listedPersonSchema)),
}));

export type RawName = z.infer<typeof rawNameSchema>;
export type RawEmail = z.infer<typeof rawEmailSchema>;
export type RawPosition = z.infer<typeof rawPositionSchema>;
export type RawEducation = z.infer<typeof rawEducationSchema>;
export type RawPerson = z.infer<typeof rawPersonSchema>;
export type RawReading = z.infer<typeof rawReadingSchema>;
