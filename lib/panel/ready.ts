/** The candidate as it is sent: exactly what the panel displays, tidied, with nothing empty in it. */
import type { Candidate, TextField } from '#lib/candidate/schema.ts';

const TEXTS: readonly TextField[] = ['firstName', 'lastName', 'fullName', 'headline', 'title', 'company', 'location'];

const filled = (value: string): boolean => value.trim() !== '';

export function readyCandidate(shown: Candidate): Candidate {
  const ready: Candidate = {
    ...shown,
    emails: shown.emails.map((email) => ({ ...email, value: email.value.trim() })).filter(({ value }) => filled(value)),
    phones: shown.phones.map((phone) => ({ ...phone, value: phone.value.trim() })).filter(({ value }) => filled(value)),
    links: shown.links.map((link) => ({ ...link, url: link.url.trim() })).filter(({ url }) => filled(url)),
  };
  for (const field of TEXTS) {
    const value = shown[field]?.trim();
    if (value) ready[field] = value;
    else delete ready[field];
  }
  return ready;
}

/** Loose on purpose: it catches a slip of the hand; whether an address exists is not for us to say. */
export const looksLikeEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim());

/** `javascript:` and its kin never leave the panel, nor does half an address. */
export const looksLikeLink = (value: string): boolean => {
  const url = URL.parse(value.trim());
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
};
