/** People who are in Greenhouse already, by the few keys that Harvest can look up (harvest-api reference, 7.1 and 8.1). */
import type { KnownPerson } from '../schema.ts';

import type { Api } from './api.ts';
import { listApplications } from './applications.ts';
import { listByIds } from './by-ids.ts';
import { type CandidateRow, CANDIDATES } from './lists/people.ts';

/** How far the device's clock and Greenhouse's may be apart (a day, and a time zone), and how late a create may be done. */
const CLOCKS_APART_MS = 26 * 3_600_000;

async function known(api: Api, rows: CandidateRow[]): Promise<KnownPerson[]> {
  const applications = await listApplications(
    api,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    candidateId: row.id,
    firstName: row.first_name ?? '',
    lastName: row.last_name ?? '',
    title: row.title,
    company: row.company,
    lastActivityAt: row.last_activity_at,
    tags: row.tags ?? [],
    emails: (row.email_addresses ?? []).flatMap(({ value }) => value || []),
    applications: applications.get(row.id) ?? [],
  }));
}

export async function findByEmail(api: Api, email: string): Promise<KnownPerson[]> {
  const address = email.trim();
  // An empty filter would be no filter: everybody.
  return address === '' ? [] : known(api, await api.list(CANDIDATES, { email: address }));
}

export const findByIds = async (api: Api, ids: number[]): Promise<KnownPerson[]> =>
  known(api, await listByIds(api, CANDIDATES, 'ids', ids));

/** One spelling per profile: Greenhouse may give addresses back without their scheme (section 13). */
export const urlKey = (url: string): string =>
  url
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .replace(/^[^/?]+/, (host) => host.toLowerCase().replace(/^www\./, ''));

export const urlsOf = (row: Pick<CandidateRow, 'social_media_addresses' | 'website_addresses'>): string[] =>
  [...(row.social_media_addresses ?? []), ...(row.website_addresses ?? [])].flatMap(({ value }) => value || []);

export async function findCreatedAround(api: Api, sentAt: number, urls: string[]): Promise<KnownPerson[]> {
  const wanted = new Set(urls.map(urlKey));
  wanted.delete('');
  if (wanted.size === 0) return [];
  const created = await api.list(CANDIDATES, {
    created_at: { from: sentAt - CLOCKS_APART_MS, to: sentAt + CLOCKS_APART_MS },
    fields: ['social_media_addresses', 'website_addresses'],
  });
  const found = created.filter((row) => urlsOf(row).some((url) => wanted.has(urlKey(url))));
  return findByIds(
    api,
    found.map(({ id }) => id),
  );
}
