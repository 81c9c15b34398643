/** From addresses, numbers and links as a page has them to those that are kept, each once. */
import { emailFromCloudflare, emailFromWords, toEmail, toPhone } from './contacts.ts';
import { LONGEST_CONTACT, LONGEST_LINK } from './limits.ts';
import { toLink } from './links.ts';
import { provenEmails } from './own-emails.ts';
import type { RawEmail, RawReading } from './raw.ts';
import type { Email, Link, Phone } from './schema.ts';

/** The first of those with one key. */
const unique = <T>(list: readonly (T | undefined)[], keyOf: (one: T) => string): T[] => {
  const found = new Map<string, T>();
  for (const one of list) if (one && !found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
};

const READ: Record<RawEmail['as'], (text: string) => Email | undefined> = {
  address: toEmail,
  cloudflare: emailFromCloudflare,
  words: emailFromWords,
};

/** `isProven` when none was in the person's own part of the page, so that the address itself had to say whose it is. */
export function emailsOf(raw: RawReading, name: string | null | undefined): { emails: Email[]; isProven: boolean } {
  const all = raw.person?.emails ?? [];
  const of = (whose: RawEmail['of']) =>
    unique(
      all.filter((email) => email.of === whose).map(({ text, as }) => READ[as](text.slice(0, LONGEST_CONTACT))),
      ({ value }) => value.toLowerCase(),
    );
  const emails = of('person');
  if (emails.length > 0 || !name) return { emails, isProven: false };
  const others = new Set(of('others').map(({ value }) => value));
  const found = of('page').filter(({ value }) => !others.has(value));
  const host = URL.parse(raw.url ?? '')?.host.replace(/^www\./, '') ?? '';
  return { emails: provenEmails(found, name, host, raw.person?.ownsSite === true), isProven: true };
}

/** One number can be linked and printed, with and without spaces. */
export const phonesOf = (phones: readonly string[]): Phone[] =>
  unique(
    phones.map((text) => toPhone(text.slice(0, LONGEST_CONTACT))),
    ({ value }) => value.replace(/\D/g, ''),
  );

/** Where a postal address leads to; the scholars and sites of the same company are people's. */
const isMap = ({ url }: Link): boolean =>
  /^https?:\/\/(?:maps\.google\.[a-z.]+\/|(?:www\.)?google\.[a-z.]+\/maps|(?:www\.)?bing\.com\/maps|(?:www\.)?openstreetmap\.org\/)/.test(
    url,
  );

/** Networks on which a person has one profile, so that any other one on it is somebody else's, or the network's own page. */
const ONE_PROFILE = new Set(['linkedin']);

/** Nothing for an address so long that no browser would keep it. */
export const linkOf = (href: string | undefined): Link | undefined =>
  href && href.length <= LONGEST_LINK ? toLink(href) : undefined;

/** The profile's own address first, and then the others that the page gave. */
export function linksOf(raw: RawReading): { own: Link | undefined; others: Link[] } {
  const own = linkOf(raw.ownUrl ?? raw.url);
  const given = (raw.person?.links ?? []).map(linkOf);
  const kept = given.filter((link) => link && !isMap(link) && !(link.kind === raw.site && ONE_PROFILE.has(link.kind)));
  const links = unique([own, ...kept], ({ url }) => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '').toLowerCase());
  return { own, others: links.filter((link) => link !== own) };
}
