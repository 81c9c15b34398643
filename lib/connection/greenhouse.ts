/** The Greenhouse of the saved connection: who we are when we call. */
import { AppError } from '#lib/errors.ts';
import { type Budgets, budgetsOf } from '#lib/greenhouse/budget/budget.ts';
import type { RateReading, Urgency } from '#lib/greenhouse/budget/known.ts';
import { harvest } from '#lib/greenhouse/harvest/harvest.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import { sleep } from '#lib/greenhouse/sleep.ts';
import { ownerOf } from '#lib/storage/account.ts';
import { sessionBudget } from '#lib/storage/budget.ts';
import { connectionItem } from '#lib/storage/items.ts';
import type { Connection, HarvestConnection } from '#lib/storage/schema.ts';
import { sessionTokens } from '#lib/storage/tokens.ts';
import { vault } from '#lib/storage/vault.ts';

/** Rejects with `settings/incomplete` until a credential was saved. */
export async function connection(): Promise<Connection> {
  const kept = await connectionItem.get();
  if (!kept) throw new AppError('settings/incomplete');
  return kept;
}

export const tokensOf = (kept: Connection) => sessionTokens(ownerOf(kept));

const budgets = new Map<string, Budgets>();
const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** One for each credential and life of the worker, whoever asks. */
function budgetOf({ clientId }: HarvestConnection, now: () => number): Budgets {
  const known = budgets.get(clientId) ?? budgetsOf({ now, random, sleep }, (name) => sessionBudget(clientId, name));
  budgets.set(clientId, known);
  return known;
}

/** `urgency`: who waits for what is asked. Only an export that is under way may use up the rate limit. */
export function greenhouseOf(kept: Connection, now: () => number, urgency: Urgency = 'recruiter'): Greenhouse {
  if (kept.kind === 'partner') throw new AppError('settings/incomplete');
  return harvest({
    clientId: kept.clientId,
    secret: () => vault.open(),
    actingEmail: kept.actingEmail,
    cache: tokensOf(kept),
    now,
    urgency,
    budgets: budgetOf(kept, now),
  });
}

/** The rate limit as Greenhouse told it last; nothing before its first answer, and of a key that is told none. */
export async function rateOf(kept: Connection, now: () => number): Promise<RateReading | undefined> {
  return kept.kind === 'partner' ? undefined : budgetOf(kept, now).harvest.rate();
}

/** The acting user; rejects with `settings/incomplete` when no test has told us yet. */
export function actingUserOf(kept: Connection): Identity['actingUser'] {
  if (!kept.identity) throw new AppError('settings/incomplete');
  return kept.identity.actingUser;
}
