/** The sample profiles: the cases of the readers' tests that are a person, one per address, with what each page shows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Reading } from '#lib/candidate/reading.ts';
import { SITES, siteFor } from '#lib/sites/list.ts';

import { casePages, type SamplePage } from '../support/pages.ts';

export interface Sample extends SamplePage {
  /** `<site>/<case>`, where its files are. */
  name: string;
  /** The id of its site. */
  site: string;
  /** What a reader is expected to make of it. */
  reading: Reading;
}

const CASES = join(import.meta.dirname, '../sites');

/** Every case that can be served (our server speaks HTTPS) and whose expected reading is written down. */
export function samples(): Sample[] {
  const found: Sample[] = [];
  for (const [name, page] of casePages()) {
    const file = join(CASES, name, 'candidate.json');
    if (!page.url.startsWith('https:') || !existsSync(file)) continue;
    const reading = JSON.parse(readFileSync(file, 'utf8')) as Reading;
    found.push({ ...page, name, site: siteFor(page.url)?.id ?? '', reading });
  }
  return found;
}

const isPerson = ({ reading: { status, candidate } }: Sample): boolean =>
  (status === 'complete' || status === 'partial') && Boolean(candidate?.fullName);

/** More positions than this make nobody more interesting to look at. */
const ENOUGH = 6;

/** How much there is to see of somebody. */
export const richness = ({ reading: { candidate } }: Sample): number =>
  candidate ? candidate.emails.length * 10 + Math.min(candidate.positions.length, ENOUGH) + candidate.education.length : 0;

/** Several cases stand at one address; only one of them can be served. */
const addressOf = ({ url }: SamplePage): string => {
  const { host, pathname } = new URL(url);
  return `${host}${decodeURI(pathname)}`.toLowerCase().replace(/\/$/, '');
};

const oneEach = (all: Sample[]): Sample[] => {
  const kept = new Map<string, Sample>();
  for (const sample of all) {
    const before = kept.get(addressOf(sample));
    if (!before || richness(sample) > richness(before)) kept.set(addressOf(sample), sample);
  }
  return [...kept.values()];
};

/** People, the richest pages of each site first. */
export const people = (all = samples()): Sample[] => oneEach(all.filter(isPerson)).sort((a, b) => richness(b) - richness(a));

/** Pages on which there is nobody to export; none of them stands where a person does. */
export function nobodies(all = samples()): Sample[] {
  const taken = new Set(people(all).map(addressOf));
  return oneEach(all.filter((sample) => !isPerson(sample) && !taken.has(addressOf(sample))));
}

/** The demo's person: from LinkedIn, with an email address, and with as much else as possible. */
export function leadingSample(all = people()): Sample {
  const first = all.find(({ site, reading }) => site === 'linkedin' && (reading.candidate?.emails ?? []).length > 0) ?? all[0];
  if (!first) throw new Error('There is no sample profile in tests/sites.');
  return first;
}

export const siteLabel = (id: string): string => SITES.find((site) => site.id === id)?.label ?? 'Personal and company pages';
