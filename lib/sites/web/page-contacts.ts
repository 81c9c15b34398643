/** Addresses and numbers that a page shows. Inside the owner's block they are the owner's; elsewhere they have to prove it. */
import { emailFromCloudflare, emailFromWords, toEmail, toPhone } from '#lib/candidate/contacts.ts';
import { nameWords } from '#lib/candidate/names-shape.ts';
import type { Email, Phone } from '#lib/candidate/schema.ts';

import { all, lines } from '../dom.ts';
import type { Reference } from '../site.ts';
import { hostOf } from './address.ts';
import { bears } from './head.ts';
import { OTHERS } from './identities.ts';

/** A post box of an office. */
const OFFICE =
  /^(?:info|contact|hello|hi|office|mail|webmaster|web|admin|administrator|support|help|sales|press|media|jobs|careers|hr|privacy|legal|team|newsletter|editor|kontakt|service|billing|security|enquiries|inquiries|marketing|events?|secretary|library)\b/i;
const LONGEST = 300_000;

/** Each address or number once. */
export const unique = <T extends { value: string }>(list: (T | undefined)[]): T[] => {
  const found = new Map<string, T>();
  for (const one of list) if (one && !found.has(one.value.toLowerCase())) found.set(one.value.toLowerCase(), one);
  return [...found.values()];
};

/** Every address in a part of the page, however it is written or hidden. */
export function emailsIn(root: ParentNode & Node, skip?: string): Email[] {
  const mine = (element: Element) => !skip || !element.closest(skip);
  const linked = all(root, 'a[href^="mailto:" i]')
    .filter(mine)
    .map((anchor) => toEmail(anchor.getAttribute('href') ?? ''));
  const hidden = all(root, '[data-cfemail], a[href*="/cdn-cgi/l/email-protection#"]')
    .filter(mine)
    .map((element) => emailFromCloudflare(element.getAttribute('data-cfemail') ?? element.getAttribute('href') ?? ''));
  const texts =
    (root.textContent ?? '').length < LONGEST ? lines(root).filter((line) => line.length < 400 && /@|\bat\b/i.test(line)) : [];
  const written = texts.flatMap((line) => emailFromWords(line) ?? []);
  if (!skip || written.length === 0) return unique([...linked, ...hidden, ...written]);
  const others = new Set(
    all(root, skip)
      .flatMap(lines)
      .map((line) => emailFromWords(line)?.value),
  );
  return unique([...linked, ...hidden, ...written.filter(({ value }) => !others.has(value))]);
}

export const phonesIn = (root: ParentNode, skip?: string): Phone[] =>
  unique(
    all(root, 'a[href^="tel:" i], a[href^="sms:" i]')
      .filter((anchor) => !skip || !anchor.closest(skip))
      .map((anchor) => toPhone(anchor.getAttribute('href') ?? '')),
  );

/**
 * Addresses outside of the owner's block, on a page with no other person: those that bear the owner's name, or are at the
 * owner's own domain, or the only one there is if it is no office's.
 */
export function ownEmails(document: Document, reference: Reference, name: string, isOwnSite: boolean): Email[] {
  const found = emailsIn(document.body, OTHERS);
  const host = hostOf(reference.handle);
  const atHome = bears(host.split('.').slice(0, -1).join(''), name);
  const proven = found.filter(({ value }) => {
    const [local = '', domain = ''] = value.split('@');
    if (bears(local, name) || isInitials(local, name)) return true;
    return (
      (atHome && (domain === host || host.endsWith(`.${domain}`))) ||
      (!OFFICE.test(local) && bears(domain.split('.').slice(0, -1).join(''), name))
    );
  });
  if (proven.length > 0) return proven;
  return isOwnSite && found.length === 1 && !OFFICE.test(found[0]!.value) ? found : [];
}

/** "jd" of Jane Doe. */
const isInitials = (local: string, name: string): boolean => {
  const initials = nameWords(name)
    .map((word) => word[0])
    .join('');
  return initials.length > 1 && local.toLowerCase().replace(/[\d._-]/g, '') === initials;
};
