/** The Greenhouse of the saved connection: who we are when we call. */
import { AppError } from '#lib/errors.ts';
import { type Budgets, budgetsOf } from '#lib/greenhouse/budget/budget.ts';
import type { RateReading, Urgency } from '#lib/greenhouse/budget/known.ts';
import type { ExternalIdOptions } from '#lib/greenhouse/harvest/external-ids.ts';
import { harvest } from '#lib/greenhouse/harvest/harvest.ts';
import { theirClock } from '#lib/greenhouse/http/their-clock.ts';
import { ingestion } from '#lib/greenhouse/ingestion/ingestion.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import { sleep } from '#lib/greenhouse/sleep.ts';
import type { CallRecord } from '#lib/greenhouse/trace.ts';
import { externalIdFieldNames, mayAct } from '#lib/policy/rules.ts';
import { referenceOf } from '#lib/sites/references.ts';
import { accountOf, isSame, ownerOf } from '#lib/storage/account.ts';
import { sessionBudget } from '#lib/storage/budget.ts';
import { externalIdCache } from '#lib/storage/external-ids.ts';
import { connectionItem, pendingItem, settingsItem } from '#lib/storage/items.ts';
import { alone } from '#lib/storage/pending.ts';
import { policyItem } from '#lib/storage/policy.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { sessionTokens } from '#lib/storage/tokens.ts';
import { vault } from '#lib/storage/vault.ts';
import type { Slot } from '#lib/storage/vault-format.ts';

import { keptNames } from './names.ts';
import { whileUnlocked } from './while-unlocked.ts';

/** Rejects with `settings/incomplete` until a credential was saved, `settings/not-allowed` where a policy forbids its user. */
export async function connection(item = connectionItem): Promise<Connection> {
  const [kept, policy] = await Promise.all([item.get(), policyItem.get()]);
  // An organisation's policy gives a credential, and leaves it to each recruiter to say who they are.
  if (!kept?.actingEmail) throw new AppError('settings/incomplete');
  if (!mayAct(policy, kept.actingEmail)) throw new AppError('settings/not-allowed');
  return kept;
}

export const tokensOf = (kept: Connection) => sessionTokens(ownerOf(kept));

/** Greenhouse has one time, whoever asks for it. */
const clock = theirClock();
const budgets = new Map<string, Budgets>();
export const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** One for each credential and life of the worker, whoever asks. */
function budgetOf(kept: Connection, now: () => number): Budgets {
  const credential = kept.kind === 'partner' ? kept.kind : kept.clientId;
  const known = budgets.get(credential) ?? budgetsOf({ now, random, sleep }, (name) => sessionBudget(credential, name));
  budgets.set(credential, known);
  return known;
}

/** What was begun with one credential never goes on with the secret of another, though it is replaced meanwhile. */
const secretOf = (kept: Connection, slot: Slot): Promise<string> =>
  alone(async () => {
    if (!isSame(await (slot === 'pending' ? pendingItem : connectionItem).get(), kept))
      throw new AppError('greenhouse/unreachable');
    // Where only the acting user is new, the secret is the one in use.
    return vault.open((await vault.has(slot)) ? slot : 'current');
  });

/**
 * `urgency`: who waits for what is asked. Only an export that is under way may use up the rate limit.
 * `slot`: whether it is the connection in use, or the one on trial.
 * `heard`: told of every call, for a report.
 */
export function greenhouseOf(
  kept: Connection,
  now: () => number,
  urgency: Urgency = 'recruiter',
  slot: Slot = 'current',
  heard?: (call: CallRecord) => void,
): Greenhouse {
  const { secret, cache } = whileUnlocked(tokensOf(kept), () => secretOf(kept, slot), now);
  const shared = { actingEmail: kept.actingEmail, now, urgency, clock, budgets: budgetOf(kept, now), ...(heard && { heard }) };
  if (kept.kind === 'partner') return ingestion({ ...shared, key: secret });
  const names = keptNames(accountOf(kept), now);
  return harvest({ ...shared, clientId: kept.clientId, secret, cache, names, externalIds: externalIdsOf(kept) });
}

/** How this organisation's fields for external ids are called, and what is known of them. */
const externalIdsOf = (kept: Connection): ExternalIdOptions => ({
  names: async () => externalIdFieldNames(await policyItem.get(), await settingsItem.get()),
  cache: externalIdCache(accountOf(kept)),
  idOf: (address) => {
    const reference = referenceOf(address);
    return reference && `${reference.site}:${reference.handle}`;
  },
});

/** The rate limit as Greenhouse told it last; nothing before its first answer, and of a key that is told none. */
export async function rateOf(kept: Connection, now: () => number): Promise<RateReading | undefined> {
  return kept.kind === 'partner' ? undefined : budgetOf(kept, now).api.rate();
}

/** The acting user; rejects with `settings/incomplete` when no test has told us yet. */
export function actingUserOf(kept: Connection): Identity['actingUser'] {
  if (!kept.identity) throw new AppError('settings/incomplete');
  return kept.identity.actingUser;
}
