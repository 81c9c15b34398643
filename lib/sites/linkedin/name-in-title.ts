import { tidy } from '../dom.ts';

/** "(3) Name | LinkedIn": the part whose every word the slug is made of; titles lag behind during a move inside the site. */
export function nameInTitle(title: string, handle: string): string | undefined {
  const letters = plain(handle);
  return tidy(title)
    .replace(/^\(\d+\+?\)\s*/, '')
    .split(/\s*\|\s*/)
    .find((part) => {
      const words = plain(part)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      return words.length > 1 && words.every((word) => letters.includes(word));
    });
}

const plain = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
