/**
 * The contact details, which are on the page only after the person at the screen has opened them. Kinds are told by the shape
 * of links and values: the headings are in the viewer's language.
 */
import { all, hrefs, lines } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import type { Contact } from './shown.ts';

/** The dialog's content: SDUI (its screen, or any dialog), then Ember's modal. Advertisement dialogs have the same tags. Apart, as in `sdui-cards.ts`. */
const PLACES = ['[data-sdui-screen$="ContactDetailsOverlay"]', 'dialog', '[role="dialog"]'];
/** A number, mostly plain text, with a word for its kind in brackets. */
const NUMBER = /^[+(]?\d[\d\s().\-–/]{5,30}(?:\([^()\d]*\))?$/;
/** LinkedIn's own pages, but not those that lead out of it. */
const INTERNAL = /^https?:\/\/(?:[\w-]+\.)*linkedin\.com(?!\/(?:redir|safety)\/)/i;

/** @param handles the subject's own; an overlay without a link to the subject's profile is somebody else's. */
export function contactOverlay(document: Document, handles: (string | undefined)[]): Contact | undefined {
  const own = new Set(handles.filter(Boolean));
  const overlays = PLACES.flatMap((selector) => all(document, selector)).filter((place) => {
    const named = all(place, 'a[href*="/in/"]').map((link) => handleOfLink(link.getAttribute('href')));
    return named.length > 0 && named.every((handle) => own.has(handle));
  });
  // The person's other dialogs (about this profile, share) link to them as well.
  return overlays.map(contactIn).find(({ emails, phones, links }) => emails.length + phones.length + links.length > 0);
}

function contactIn(overlay: Element): Contact {
  const linked = (kind: RegExp) => hrefs(overlay, 'a[href]').filter((href) => kind.test(href));
  return {
    emails: linked(/^mailto:/i),
    phones: [...linked(/^tel:/i), ...lines(overlay).filter((line) => NUMBER.test(line))],
    links: websites(overlay),
  };
}

/** Links that lead out of LinkedIn. */
export const websites = (root: ParentNode, selector = 'a[href]'): string[] =>
  hrefs(root, selector).filter((href) => /^https?:/i.test(href) && !INTERNAL.test(href));
