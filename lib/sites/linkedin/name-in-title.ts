import { all, lines, tidy } from '../dom.ts';
import { handleOfLink } from './identity.ts';

/**
 * "(3) Experience | Name | LinkedIn": the part whose every word the slug is made of, or that a link to the person says as well.
 * Titles lag behind during a move inside the site.
 */
export function nameInTitle(document: Document, handle: string): string | undefined {
  const letters = plain(handle);
  const linked = new Set(
    all(document, 'a[href*="/in/"]')
      .filter((link) => handleOfLink(link.getAttribute('href')) === handle)
      .flatMap(lines),
  );
  return tidy(document.title)
    .replace(/^\(\d+\+?\)\s*/, '')
    .split(/\s*\|\s*/)
    .find((part) => {
      const words = plain(part)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      return linked.has(part) || (words.length > 1 && words.every((word) => letters.includes(word)));
    });
}

const plain = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
