/** Whose profile an address of XING is. */
import type { Reference } from '../site.ts';

const TABS = /^(?:cv|web_profiles|portfolio|contact_details|contacts|activities|about)$/;

/** `xing.com/profile/First_Last2`: the name and a counter, in any case; one's own edits stand under `my_profile`. */
export function identify(url: URL): Reference | undefined {
  if (!/^(?:(?:www|m|touch)\.)?xing\.com$/.test(url.hostname)) return undefined;
  const [section, slug = '', tab, ...more] = url.pathname.split('/').filter(Boolean);
  const written = decoded(slug);
  const handle = written.toLowerCase();
  if (section !== 'profile' || more.length > 0 || (tab !== undefined && !TABS.test(tab))) return undefined;
  if (!/^[\p{L}\p{M}\d_.'-]{2,100}$/u.test(handle) || handle === 'my_profile') return undefined;
  return { site: 'xing', handle, url: `https://www.xing.com/profile/${encodeURIComponent(written)}` };
}

const decoded = (slug: string): string => {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch {
    return '';
  }
};

export const handleOf = (href: string): string | undefined => {
  const url = URL.parse(href, 'https://www.xing.com');
  return url ? identify(url)?.handle : undefined;
};

/** Slugs of people of one name differ by their counter. */
export const withoutCounter = (handle: string): string => handle.replace(/\d+$/, '');

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** Whether a slug was made of this name; of a name that was changed since, a part is still in it. */
export function isMadeOf(handle: string, name: string): boolean {
  const words = new Set(fold(name).split(/[^\p{L}]+/u));
  return fold(withoutCounter(handle))
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 1 && words.has(word));
}
