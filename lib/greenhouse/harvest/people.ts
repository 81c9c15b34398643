/** People who are in Greenhouse already, by the few keys that Harvest can look up (harvest-api reference, 7.1 and 8.1). */
import { memoryNames } from '../names.ts';
import type { Application, KnownPerson } from '../schema.ts';

import type { Api } from './api.ts';
import { type ApplicationOptions, listApplications } from './applications.ts';
import { listByIds } from './by-ids.ts';
import { knownBy } from './known-by.ts';
import { type CandidateRow, CANDIDATES } from './lists/people.ts';

/** How far the device's clock and Greenhouse's may be apart (a day, and a time zone), and how late a create may be done. */
const CLOCKS_APART_MS = 26 * 3_600_000;

export interface PeopleOptions extends ApplicationOptions {
  /** How the organisation calls the field that holds external ids. */
  externalIdField: () => Promise<string>;
}

const ALONE: PeopleOptions = { names: memoryNames(), fills: false, externalIdField: async () => 'External ID' };

async function known(
  rows: CandidateRow[],
  applications: Map<number, Application[]>,
  { externalIdField }: PeopleOptions,
): Promise<KnownPerson[]> {
  const field = await externalIdField();
  return rows.map((row) => ({
    ...knownBy(row, field),
    title: row.title,
    lastActivityAt: row.last_activity_at,
    tags: row.tags ?? [],
    applications: applications.get(row.id) ?? [],
  }));
}

/** At most three calls for one of each: the people, their applications, and what `listApplications` asks for besides. */
export async function findByEmail(api: Api, email: string, options = ALONE): Promise<KnownPerson[]> {
  const address = email.trim();
  // An empty filter would be no filter: everybody.
  if (address === '') return [];
  const rows = await api.list(CANDIDATES, { email: address });
  const ids = rows.map(({ id }) => id);
  return known(rows, await listApplications(api, ids, options), options);
}

/** The same calls, the first two at once. */
export async function findByIds(api: Api, ids: number[], options = ALONE): Promise<KnownPerson[]> {
  const [rows, applications] = await Promise.all([
    listByIds(api, CANDIDATES, 'ids', ids),
    listApplications(api, [...new Set(ids)], options),
  ]);
  return known(rows, applications, options);
}

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

export async function findCreatedAround(api: Api, sentAt: number, urls: string[], options = ALONE): Promise<KnownPerson[]> {
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
    options,
  );
}
