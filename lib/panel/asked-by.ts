/** What somebody is looked up by: all that their page, and the recruiter, say of who they are. */
import type { Candidate } from '#lib/candidate/schema.ts';
import type { FindRequest } from '#lib/identity/schema.ts';

import type { Draft } from './draft.ts';
import { looksLikeEmail, looksLikeLink, readyCandidate } from './ready.ts';

/** Who people worked for long ago tells little, and a career can be long. */
const COMPANIES = 5;

const distinct = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];

/** Where they work first, then where they worked. */
function companiesOf({ company, positions }: Candidate): string[] {
  const sorted = [...positions.filter(({ current }) => current), ...positions.filter(({ current }) => !current)];
  return distinct([company, ...sorted.map(({ company }) => company?.trim())]).slice(0, COMPANIES);
}

export function askedBy({ externalId, reading, pages = [], candidate }: Draft): FindRequest {
  const { emails, links, phones, firstName, lastName, ...rest } = readyCandidate(candidate);
  const addresses = [reading.url, ...pages.map(({ url }) => url), ...links.map(({ url }) => url)];
  return {
    externalIds: distinct([externalId, ...reading.aliases]),
    emails: distinct(emails.map(({ value }) => value).filter(looksLikeEmail)),
    urls: distinct(addresses).filter(looksLikeLink),
    phones: distinct(phones.map(({ value }) => value)),
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    companies: companiesOf({ emails, links, phones, ...rest }),
  };
}
