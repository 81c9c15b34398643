/**
 * The normalized candidate: what every site reader produces, what the recruiter checks, and what is sent.
 * Absent is absent: a key that is missing or null was not on the page. Nothing is guessed into an empty string.
 *
 * Readers run inside the page and import only the *types* of this file, so that no schema code is shipped there.
 */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { LONGEST_TEXT } from './limits.ts';

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const absentable = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** As precise as the page was: `2021`, `2021-07` or `2021-07-15`. */
export const partialDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

export const emailSchema = z.object({ value: text, type: z.enum(['personal', 'work', 'other']) });
export const phoneSchema = z.object({
  /** As printed. */
  value: text,
  type: z.enum(['home', 'work', 'mobile', 'skype', 'other']),
  /** The same number as the whole world dials it (`+442079460000`); absent for what is no number of any country that we can tell. */
  e164: z.optional(text),
});
/** `kind` is the network (`linkedin`, `github`, …), or `website` for anything else. */
export const linkSchema = z.object({ url: text, kind: text });

/** What stood with a printed name and is neither first nor last name. */
export const nameExtraSchema = z.object({
  kind: z.enum([
    'pronouns',
    'nickname',
    'former', // a name before marriage, or before another change
    'title', // in front: Dr., Ing., Mgr
    'credential', // behind: PhD, PMP
    'native', // the same name in another script
    'initial', // all that the page shows of a surname
    'mark', // emoji, how far someone is away, "open to work": nothing about the name
    'other',
  ]),
  text,
});

/**
 * What a place as printed certainly says; the printed text stays beside it. Parsed by rules alone and never looked up, so a
 * city here is what stands where a city belongs.
 */
export const placeSchema = lazyObject(() => ({
  city: z.optional(text),
  region: z.optional(text),
  /** ISO 3166 alpha-2, upper case. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  /** How people work there, where the page says so. */
  mode: z.optional(z.enum(['remote', 'hybrid', 'onsite'])),
}));

export const positionSchema = lazyObject(() => ({
  title: absentable(text),
  company: absentable(text),
  start: absentable(partialDate),
  /** Null with `current` true means that it goes on. */
  end: absentable(partialDate),
  current: z.optional(z.boolean()),
  location: absentable(text),
  /** `location`, understood; also of a position that names no more than a way of working. */
  place: z.optional(placeSchema),
  description: absentable(text),
}));

export const educationSchema = lazyObject(() => ({
  school: absentable(text),
  degree: absentable(text),
  field: absentable(text),
  start: absentable(partialDate),
  end: absentable(partialDate),
}));

export const candidateSchema = lazyObject(() => ({
  firstName: absentable(text),
  lastName: absentable(text),
  /** The name as the page prints it, before anything is taken off. */
  fullName: absentable(text),
  nameExtras: z.optional(z.array(nameExtraSchema)),
  headline: absentable(text),
  title: absentable(text),
  company: absentable(text),
  location: absentable(text),
  /** `location`, understood; found as surely as that is. */
  place: z.optional(placeSchema),
  emails: z.array(emailSchema),
  phones: z.array(phoneSchema),
  links: z.array(linkSchema),
  positions: z.array(positionSchema),
  education: z.array(educationSchema),
  skills: z.array(text),
  languages: z.array(text),
  photoUrl: absentable(text),
}));

export type Email = z.infer<typeof emailSchema>;
export type Phone = z.infer<typeof phoneSchema>;
export type NameExtra = z.infer<typeof nameExtraSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Position = z.infer<typeof positionSchema>;
export type Education = z.infer<typeof educationSchema>;
export type Candidate = z.infer<typeof candidateSchema>;
/** The fields that hold one text each. */
export type TextField = 'firstName' | 'lastName' | 'fullName' | 'headline' | 'title' | 'company' | 'location';
