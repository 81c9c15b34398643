/** What a policy lets people do. Without a policy, everything. */
import type { IndexScope } from '#lib/identity/sync/status.ts';
import { ANY_PAGE, siteFor } from '#lib/sites/list.ts';
import type { Settings } from '#lib/storage/schema.ts';

import type { Policy, PolicyKey } from './policy.ts';

type Kept = Policy | null;

export const isLocked = (policy: Kept, ...keys: PolicyKey[]): boolean => keys.some((key) => policy?.locked.includes(key));

/** A credential is replaced whole or not at all. */
export const credentialLocked = (policy: Kept): boolean => isLocked(policy, 'clientId', 'clientSecret', 'partnerKey');

/** Whether the policy lets this site be read; a site id, or an origin that belongs to no known site. */
export function allowsSite(policy: Kept, site: string): boolean {
  return policy?.allowedSites?.some((entry) => entry === site || fallsUnder(site, entry)) ?? true;
}

/** `https://*.example` are the hosts under `example`, and no host that only ends like it. */
function fallsUnder(origin: string, entry: string): boolean {
  const [scheme = '', domain] = entry.split('*');
  return domain !== undefined && origin.startsWith(scheme) && origin.endsWith(domain);
}

export function allowsUrl(policy: Kept, address: string): boolean {
  const site = siteFor(address);
  return allowsSite(policy, site && site !== ANY_PAGE ? site.id : (URL.parse(address)?.origin ?? ''));
}

/** Whether this Greenhouse user may be the acting user. */
export function mayAct(policy: Kept, email: string): boolean {
  const typed = email.toLowerCase();
  return policy?.actingUsers?.some((rule) => (rule.startsWith('@') ? typed.endsWith(rule) : typed === rule)) ?? true;
}

/** The acting user, where the rule leaves no choice. */
export function onlyUser(policy: Kept): string | undefined {
  const [only, ...others] = policy?.actingUsers ?? [];
  return only?.startsWith('@') || others.length > 0 ? undefined : only;
}

/** Whom the index holds: the organisation's word where it is locked, else the recruiter's, else the organisation's. */
export const indexScope = (policy: Kept, chosen: IndexScope | undefined): IndexScope =>
  (isLocked(policy, 'peopleIndex') ? undefined : chosen) ?? policy?.peopleIndex ?? { kind: 'everybody' };

/** What goes along with an export besides the person, where nothing stands in its way. */
export interface GoesAlong {
  /** Positions and education, as Greenhouse's own records. */
  sendCareer: boolean;
  /** A text file of the profile. */
  attachProfile: boolean;
}

/** The organisation's word where it is locked, else the recruiter's, else the organisation's. */
export function goesAlong(policy: Kept, chosen: Pick<Settings, keyof GoesAlong>): GoesAlong {
  const said = (key: keyof GoesAlong) => (isLocked(policy, key) ? undefined : chosen[key]) ?? policy?.[key];
  return { sendCareer: said('sendCareer') ?? true, attachProfile: said('attachProfile') ?? false };
}

/** By which names the fields for external ids are found in Greenhouse: everybody's must be the same, so the organisation's word holds. */
export const externalIdFieldNames = (
  policy: Kept,
  chosen?: Pick<Settings, 'externalIdField' | 'externalIdBucketField'>,
): { id: string; bucket: string } => ({
  id: policy?.externalIdField ?? chosen?.externalIdField ?? 'External ID',
  bucket: policy?.externalIdBucketField ?? chosen?.externalIdBucketField ?? 'External ID bucket',
});
