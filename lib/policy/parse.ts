/** Whatever an administrator wrote, as a policy: what is wrong in it is named and left out, and the rest applies. */
import { indexScopeSchema } from '#lib/identity/sync/status.ts';
import { SITES } from '#lib/sites/list.ts';
import { undoSecondsSchema } from '#lib/storage/schema.ts';

import { policySchema, type Policy, type PolicyKey } from './policy.ts';

/** Goes into the vault, and nowhere else. */
export type Credential = { kind: 'harvest'; clientId: string; secret: string } | { kind: 'partner'; secret: string };

interface Parsed {
  /** Null when the organisation has set nothing at all. */
  policy: Policy | null;
  credential: Credential | undefined;
}

/** What is good of a value, tidied; nothing when it is not what belongs there. */
type Taken = (raw: unknown) => unknown;

const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw.trim()) || undefined;
const flag: Taken = (raw) => (typeof raw === 'boolean' ? raw : undefined);
const seconds: Taken = (raw) => undoSecondsSchema.safeParse(raw).data;
const user: Taken = (raw) => /^[^@\s]*@[^@\s]+$/.exec(text(raw)?.toLowerCase() ?? '')?.[0];

/** `everybody`, `off`, or a number of months: `12`, `12 months`. */
const scope: Taken = (raw) => {
  const typed = text(raw)?.toLowerCase();
  const months = /^(\d+)(?: months?)?$/.exec(typed ?? '')?.[1];
  return indexScopeSchema.safeParse(months ? { kind: 'months', months: Number(months) } : { kind: typed }).data;
};

/** `linkedin`, `https://people.example`, `https://*.example`; a slash or `/*` at the end is forgiven. */
const site: Taken = (raw) => {
  const typed =
    text(raw)
      ?.toLowerCase()
      .replace(/\/\*?$/, '') ?? '';
  const isOne = SITES.some(({ id }) => id === typed) || /^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/.test(typed);
  return isOne ? typed : undefined;
};

/** What is good of a value; in brackets, of each entry of a list. */
export const KEYS: Record<PolicyKey | 'locked', Taken | [Taken]> = {
  clientId: text,
  clientSecret: text,
  partnerKey: text,
  actingUsers: [user],
  allowedSites: [site],
  defaultSource: text,
  defaultTags: [text],
  defaultStage: text,
  undoSeconds: seconds,
  sendCareer: flag,
  attachProfile: flag,
  peopleIndex: scope,
  externalIdField: text,
  externalIdBucketField: text,
  ruleSets: [text],
  locked: [text],
};

export function parsePolicy(managed: Record<string, unknown>): Parsed {
  const good = new Map<string, unknown>();
  const problems: Policy['problems'] = [];
  /** What is good is kept, even if that is nothing: a rule that was meant to narrow never opens everything. */
  const entries = (key: string, raw: readonly unknown[], taken: Taken): unknown[] =>
    raw.flatMap((entry) => {
      const fine = taken(entry);
      if (fine === undefined) problems.push({ key, entry: String(entry) });
      return fine ?? [];
    });
  const textOf = (key: PolicyKey) => good.get(key) as string | undefined;

  for (const [key, raw] of Object.entries(managed)) {
    const taken = Object.hasOwn(KEYS, key) ? KEYS[key as PolicyKey] : undefined;
    if (typeof taken === 'function') good.set(key, taken(raw));
    else if (taken && Array.isArray(raw)) good.set(key, entries(key, raw, taken[0]));
    if (good.get(key) === undefined) problems.push({ key });
  }
  const [clientId, clientSecret, partnerKey] = [textOf('clientId'), textOf('clientSecret'), textOf('partnerKey')];
  // Half a credential is none; of two, the one that can do more is used.
  if (!clientId !== !clientSecret) problems.push({ key: clientId ? 'clientSecret' : 'clientId' });
  const harvest = clientId && clientSecret ? ({ kind: 'harvest', clientId, secret: clientSecret } as const) : undefined;
  if (harvest && partnerKey) problems.push({ key: 'partnerKey' });

  const isSet: Taken = (key) => (good.get(key as string) === undefined ? undefined : key);
  const locked = entries('locked', (good.get('locked') as string[] | undefined) ?? [], isSet);
  return {
    policy: Object.keys(managed).length > 0 ? policySchema.parse({ ...Object.fromEntries(good), locked, problems }) : null,
    credential: harvest ?? (partnerKey ? { kind: 'partner', secret: partnerKey } : undefined),
  };
}
