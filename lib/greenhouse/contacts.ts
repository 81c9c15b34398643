/** A candidate's ways of contact in Greenhouse's lists (harvest-api reference, 7.1): every value with its type, none twice, none empty. */
import type { Candidate, Link } from '#lib/candidate/schema.ts';

/**
 * Kinds of link that are a person's own pages rather than a network's profile; each other kind that has a name is a network, and
 * Greenhouse keeps those untyped.
 */
const WEBSITE_TYPES: Record<string, string> = {
  website: 'personal',
  company: 'company',
  portfolio: 'portfolio',
  behance: 'portfolio',
  dribbble: 'portfolio',
  blog: 'blog',
  devto: 'blog',
  medium: 'blog',
};

function distinct<T extends { value: string }>(entries: T[], key: (value: string) => string): T[] {
  const kept = new Map<string, T>();
  for (const entry of entries) {
    const value = entry.value.trim();
    if (value !== '' && !kept.has(key(value))) kept.set(key(value), { ...entry, value });
  }
  return [...kept.values()];
}

export const lowerCase = (value: string): string => value.toLowerCase();
/** The same number written in two ways is one number. */
export const digits = (value: string): string => value.replace(/[^\d+]/g, '') || value;
const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** A recruiter will press these one day: nothing but the web. */
const isWeb = ({ url }: Link): boolean => /^https?:\/\//i.test(url.trim()) && URL.canParse(url.trim());

export function contactsOf({ emails, phones, links, location }: Pick<Candidate, 'emails' | 'phones' | 'links' | 'location'>) {
  const web = links.filter(isWeb).map(({ url, kind }) => ({ value: url, kind: kind || 'website' }));
  const websites = web.filter(({ kind }) => kind in WEBSITE_TYPES);
  const profiles = web.filter(({ kind }) => !(kind in WEBSITE_TYPES));
  return {
    email_addresses: distinct(emails, lowerCase).map(({ value, type }) => ({ value, type })),
    phone_numbers: distinct(phones, digits).map(({ value, type }) => ({ value, type })),
    addresses: distinct([{ value: location ?? '', type: 'home' }], lowerCase),
    social_media_addresses: distinct(profiles, withoutSlash).map(({ value }) => ({ value })),
    website_addresses: distinct(websites, withoutSlash).map(({ value, kind }) => ({
      value,
      type: WEBSITE_TYPES[kind] ?? 'other',
    })),
  };
}
