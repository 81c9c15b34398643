/** From addresses as a page has them to those that are kept: whose they are, of what type, each once, and how each was found. */
import { emailFromCloudflare, emailFromWords, toEmail } from './contacts.ts';
import { LONGEST_CONTACT } from './limits.ts';
import { domainOf, isOffice, mailboxOf, typeOfEmail } from './mailbox.ts';
import { provenEmails } from './own-emails.ts';
import type { RawEmail, RawReading } from './raw.ts';
import { evidenceKey, type Evidence } from './reading.ts';
import type { Email, Position } from './schema.ts';
import { unique } from './unique.ts';

const READ: Record<RawEmail['as'], (text: string) => Email | undefined> = {
  address: toEmail,
  cloudflare: emailFromCloudflare,
  words: emailFromWords,
};

/** Nothing but the address itself said whose it is. */
const PROVEN: Evidence = { from: 'text', confidence: 0.75 };
/** Put together from words that stand for signs. */
const SPELT = 0.8;
/** An office's box reaches somebody, and perhaps this person. */
const OF_AN_OFFICE = 0.5;

export interface Emails {
  emails: Email[];
  /** Of the list, where it was found otherwise than the page's reader says. */
  how?: Evidence;
  /** Of single addresses that were found otherwise than the list. */
  evidence: Record<string, Evidence>;
}

interface Read extends Email {
  as: RawEmail['as'];
}

/** @param name the words of the person's name, folded. */
export function emailsOf(raw: RawReading, name: readonly string[], positions: readonly Position[]): Emails {
  const host = URL.parse(raw.url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  const read = (whose: RawEmail['of']): Read[] =>
    unique(
      (raw.person?.emails ?? [])
        .filter((email) => email.of === whose)
        .map(({ text, as }) => withHow(READ[as](text.slice(0, LONGEST_CONTACT)), as)),
      ({ value }) => mailboxOf(value),
    );
  const given = read('person');
  const found = given.length > 0 || name.length === 0 ? given : onThePage(read('page'), read('others'), name, host, raw);
  const how = found === given ? raw.evidence['emails'] : PROVEN;
  const site = raw.site === 'web' && host ? { host, isTheirs: raw.person?.ownsSite === true } : undefined;
  const employers = [raw.person?.company, ...positions.filter(({ current }) => current).map(({ company }) => company)];
  const owner = { name, employers: employers.filter((company) => company != null), site };
  const emails = found.map(({ value }) => ({ value, type: typeOfEmail(value, owner) }));
  const evidence: Record<string, Evidence> = {};
  for (const email of found) {
    const own = how && evidenceOf(email, how, site?.isTheirs === true && domainOf(email.value) === host);
    if (own) evidence[evidenceKey('emails', email.value)] = own;
  }
  return { emails, evidence, ...(found === given || !how ? {} : { how }) };
}

const withHow = (email: Email | undefined, as: RawEmail['as']): Read | undefined => email && { ...email, as };

/** None was in the person's own part of the page, so the address itself has to say whose it is. */
function onThePage(page: Read[], others: Read[], name: readonly string[], host: string, raw: RawReading): Read[] {
  const theirs = new Set(others.map(({ value }) => mailboxOf(value)));
  const left = page.filter(({ value }) => !theirs.has(mailboxOf(value)));
  return provenEmails(left, name, host, raw.person?.ownsSite === true);
}

/** Nothing where the list's own evidence says it all. */
function evidenceOf({ value, as }: Read, list: Evidence, isAtHome: boolean): Evidence | undefined {
  const from = as === 'words' ? 'text' : list.from;
  const most = Math.min(isOffice(value) && !isAtHome ? OF_AN_OFFICE : 1, as === 'words' ? SPELT : 1);
  return from !== list.from || most < list.confidence
    ? { ...list, from, confidence: Math.min(most, list.confidence) }
    : undefined;
}
