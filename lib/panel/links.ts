/**
 * Links as people read them: without the scheme that every one of them has, and in the letters of their own language. What is
 * typed becomes whole again at once, with those letters escaped as the page had them.
 */

import type { Link } from '#lib/candidate/schema.ts';
import { SITES } from '#lib/sites/list.ts';

/** Any other scheme stays visible: it is what makes such a link wrong. */
export const shownLink = (url: string): string => readable(url.replace(/^https:\/\//i, ''));

export const wholeLink = (shown: string): string => {
  const url = shown.replace(/\P{ASCII}+/gu, (letters) => encodeURIComponent(letters.toWellFormed()));
  return url.trim() === '' || /^[a-z][a-z\d+.-]*:/i.test(url.trim()) ? url : `https://${url}`;
};

/** An address without what every one of them has. */
export const shortAddress = (url: string): string => readable(url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''));

/** `%D9%84` as the letter that it is. Only letters and digits: what turns or hides text must not pass for an address. */
function readable(url: string): string {
  return url.replace(/(?:%[89a-f][\da-f])+/gi, (escaped) => {
    try {
      const letters = decodeURIComponent(escaped);
      return /^[\p{L}\p{M}\p{N}]+$/u.test(letters) ? letters : escaped;
    } catch {
      return escaped;
    }
  });
}

/** "LinkedIn, GitHub, oskar.example": the sites that we know first, then hosts. Each once. */
export const linkNames = (links: readonly Link[]): string => {
  const sites = SITES.filter(({ id }) => links.some(({ kind }) => kind === id)).map(({ label }) => label);
  const others = links.filter(({ kind }) => SITES.every(({ id }) => id !== kind));
  const hosts = others.map(({ url }) => URL.parse(url)?.hostname.replace(/^www\./, '') ?? url);
  return [...new Set([...sites, ...hosts])].filter(Boolean).join(', ');
};
