/**
 * The contact details, which are on the page only after the person at the screen has opened them. Kinds are told by the shape
 * of links and values: the headings are in the viewer's language.
 */
import { toEmail, toPhone } from '#lib/candidate/contacts.ts';
import { toLink } from '#lib/candidate/links.ts';

import { all, lines } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import type { Contact } from './shown.ts';

/** The dialog's content: SDUI (its screen, or any dialog), then Ember's modal. Advertisement dialogs have the same tags. */
const PLACES = '[data-sdui-screen$="ContactDetailsOverlay"],dialog,[role="dialog"]';
/** Where a postal address leads to. */
const MAP = /(?:^|\.)(?:google\.[a-z.]+|bing\.com|openstreetmap\.org)$/;

/** @param handles the subject's own; an overlay without a link to the subject's profile is somebody else's. */
export function contactOverlay(document: Document, handles: (string | undefined)[]): Contact | undefined {
  const own = new Set(handles.filter(Boolean));
  const overlays = all(document, PLACES).filter((place) => {
    const named = all(place, 'a[href*="/in/"]').map((link) => handleOfLink(link.getAttribute('href')));
    return named.length > 0 && named.every((handle) => own.has(handle));
  });
  // The person's other dialogs (about this profile, share) link to them as well.
  return overlays.map(contactIn).find(({ emails, phones, links }) => emails.length + phones.length + links.length > 0);
}

function contactIn(overlay: Element): Contact {
  const contact: Contact = { emails: [], phones: [], links: [] };
  for (const anchor of all(overlay, 'a[href]')) {
    const href = anchor.getAttribute('href') ?? '';
    if (/^mailto:/i.test(href)) contact.emails.push(...some(toEmail(href)));
    else if (/^tel:/i.test(href)) contact.phones.push(...some(toPhone(href)));
    else if (/^https?:/i.test(href)) contact.links.push(...some(website(href)));
  }
  // Numbers are mostly plain text, with a word for their kind in brackets.
  for (const line of lines(overlay)) {
    const phone = toPhone(line);
    if (phone && !contact.phones.some((known) => digits(known.value) === digits(phone.value))) contact.phones.push(phone);
  }
  return contact;
}

export function website(href: string) {
  const link = toLink(href);
  return link && !MAP.test(new URL(link.url).hostname) && link.kind !== 'linkedin' ? link : undefined;
}

const digits = (text: string): string => text.replace(/\D/g, '');
const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
