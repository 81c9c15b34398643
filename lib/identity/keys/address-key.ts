/** The one key of a web address, however it was typed, copied or kept. */
import { toLink } from '#lib/candidate/links.ts';
import { referenceOf } from '#lib/sites/references.ts';

import type { Key } from '../keys.ts';

/** Of a field into which somebody put several, so many are looked at. */
const MOST = 8;

/** Whose page it is stands behind the same host with or without these, and with the same path. */
const hostOf = ({ host }: URL): string => host.replace(/^(?:www\d?|m|mobile)\.(?=[^.]+\.)/, '').replace(/\.(?=$|:)/, '');

/** A malformed escape leaves the path as it is. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
};

/** `id <site>:<handle>` for a profile of a site that we know, else `url host/path`; nothing for what is no web address. */
export function addressKey(address: string): Key | undefined {
  // "http:/linkedin.com", "https//…" and "htp://…" are what fields hold that nobody checks.
  const link = toLink(address.replace(/^(?:h?t?tps?:?\/+)+/i, 'https://').replace(/^[<("']+|[>)"',;.]+$/g, ''));
  if (!link) return undefined;
  const reference = referenceOf(link.url);
  if (reference) return `id ${reference.site}:${reference.handle}`;
  const url = new URL(link.url);
  const path = decoded(url.pathname)
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  url.searchParams.sort();
  return `url ${hostOf(url)}${path}${url.search}`;
}

/** The addresses in a field of Greenhouse's or of a page: mostly one, sometimes several, and words around them. */
export const addressKeys = (text: string): Key[] =>
  text
    .split(/[\s|]+|[,;](?=https?:|www\.|$)/i)
    .filter((part) => /[^.]\.[^.]/.test(part) && !/^[^/]*@/.test(part))
    .slice(0, MOST)
    .flatMap((part) => addressKey(part) ?? []);

/**
 * An external id is as we made it: `<site>:<handle>`. A field that another tool filled may hold an address. What a page of no known
 * site is called by is its address.
 */
export function externalIdKeys(text: string): Key[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part): Key[] => {
      const [, site = '', handle = ''] = /^([a-z][a-z\d-]*):(?!\/)(.+)$/i.exec(part) ?? [];
      if (site === 'web') return addressKeys(`https://${handle}`);
      return site && !/^https?$/i.test(site) ? [`id ${site.toLowerCase()}:${handle}`] : addressKeys(part);
    });
}
