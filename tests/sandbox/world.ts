import { type Client, issueCredential, issuePartner, issuePartnerKey } from './auth/clients.ts';
import type { Tokens } from './auth/tokens.ts';
import type { Clock } from './clock.ts';
import type { Founding } from './company/made.ts';
import { Budget } from './http/budget.ts';
import type { Settings } from './options.ts';
import type { Quirks } from './quirks.ts';
import { dice } from './random.ts';
import { type Database, openDatabase } from './store/database.ts';

/** Everything that the sandbox is at a moment; `reset` makes a new one. */
export type World = {
  settings: Settings;
  quirks: Quirks;
  clock: Clock;
  /** What the seed is computed from. */
  founding: Founding;
  db: Database;
  /** The customer's own integration, and a partner's. */
  credential: Client;
  partner: Client;
  partnerKey: string;
  tokens: Tokens;
  harvestBudget: Budget;
  tokenBudget: Budget;
  partnerBudget: Budget;
  /** What accepted bulk jobs still have to do, by the id of their row; it answers how many failed. */
  bulkWork: Map<number, () => number>;
};

export function found(settings: Settings, clock: Clock, tokens: Tokens): World {
  const { seed, organisation, candidates, jobs } = settings;
  const quirks = { ...settings.quirks };
  const founding = { seededAt: clock.now(), roll: dice(seed), candidates, jobs };
  const secrets = dice(seed + organisation.id);
  return {
    settings,
    quirks,
    clock,
    founding,
    db: openDatabase(founding, () => clock.now()),
    credential: issueCredential(secrets, organisation.id),
    partner: issuePartner(secrets, organisation.id),
    partnerKey: issuePartnerKey(secrets),
    tokens,
    harvestBudget: new Budget(() => quirks.rateLimit, 30_000, clock),
    tokenBudget: new Budget(() => quirks.tokenRateLimit, 60_000, clock),
    partnerBudget: new Budget(() => quirks.partnerRateLimit || Infinity, 30_000, clock),
    bulkWork: new Map(),
  };
}
