/** Whatever an administrator wrote, as a policy: what is wrong in it is named and left out, and the rest applies. */
import { SITES } from '#lib/sites/list.ts';
import { settingsSchema } from '#lib/storage/schema.ts';

import { KEYS, policySchema, type Policy } from './policy.ts';

/** Goes into the vault, and nowhere else. */
export type Credential = { kind: 'harvest'; clientId: string; secret: string } | { kind: 'partner'; secret: string };

interface Parsed {
  /** Null when the organisation has set nothing at all. */
  policy: Policy | null;
  credential?: Credential;
}

/** What is good of a value, tidied; nothing when it is not what belongs there. */
type Taken = (raw: unknown) => unknown;

const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw.trim()) || undefined;
const seconds: Taken = (raw) => settingsSchema.shape.undoSeconds.safeParse(raw).data;
const user: Taken = (raw) => /^[^@\s]*@[^@\s]+$/.exec(text(raw)?.toLowerCase() ?? '')?.[0];

/** `linkedin`, `https://people.example`, `https://*.example`; a slash or `/*` at the end is forgiven. */
const site: Taken = (raw) => {
  const typed =
    text(raw)
      ?.toLowerCase()
      .replace(/\/\*?$/, '') ?? '';
  const isOne = SITES.some(({ id }) => id === typed) || /^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/.test(typed);
  return isOne ? typed : undefined;
};

const SINGLE = new Map<string, Taken>([
  ['clientId', text],
  ['clientSecret', text],
  ['partnerKey', text],
  ['defaultSource', text],
  ['defaultStage', text],
  ['undoSeconds', seconds],
]);

/** What is good of one entry. */
const LISTS = new Map<string, Taken>([
  ['actingUsers', user],
  ['allowedSites', site],
  ['defaultTags', text],
  ['locked', (raw) => KEYS.find((key) => key === raw)],
]);

export function parsePolicy(managed: Record<string, unknown>): Parsed {
  const good: Record<string, unknown> = {};
  const problems: Policy['problems'] = [];
  for (const [key, raw] of Object.entries(managed)) {
    const entry = LISTS.get(key);
    if (entry && Array.isArray(raw)) {
      // What is good is kept, even if that is nothing: a rule that was meant to narrow never opens everything.
      good[key] = raw.map(entry).filter((taken) => taken !== undefined);
      for (const each of raw) if (entry(each) === undefined) problems.push({ key, entry: String(each) });
    } else {
      const taken = SINGLE.get(key)?.(raw);
      if (taken === undefined) problems.push({ key });
      else good[key] = taken;
    }
  }
  const { clientId, clientSecret, partnerKey } = good as Record<'clientId' | 'clientSecret' | 'partnerKey', string | undefined>;
  // Half a credential is none; of two, the one that can do more is used.
  if ((clientId === undefined) !== (clientSecret === undefined)) problems.push({ key: clientId ? 'clientSecret' : 'clientId' });
  const whole = clientId !== undefined && clientSecret !== undefined;
  if (whole && partnerKey !== undefined) problems.push({ key: 'partnerKey' });

  const locked = (good['locked'] ?? []) as string[];
  for (const entry of locked) if (good[entry] === undefined) problems.push({ key: 'locked', entry });
  const policy = policySchema.parse({ ...good, locked: locked.filter((key) => good[key] !== undefined), problems });
  return {
    policy: Object.keys(managed).length > 0 ? policy : null,
    ...(whole
      ? { credential: { kind: 'harvest', clientId, secret: clientSecret } }
      : partnerKey !== undefined && { credential: { kind: 'partner', secret: partnerKey } }),
  };
}
