import type { Credential } from './auth/credential.ts';
import { issueCredential } from './auth/credential.ts';
import type { Tokens } from './auth/tokens.ts';
import type { Clock } from './clock.ts';
import { Budget } from './http/budget.ts';
import type { Settings } from './options.ts';
import { dice } from './random.ts';
import { type Database, openDatabase } from './store/database.ts';

/** Everything that the sandbox is at a moment; `reset` makes a new one. */
export type World = {
  settings: Settings;
  quirks: Settings['quirks'];
  clock: Clock;
  db: Database;
  credential: Credential;
  tokens: Tokens;
  harvestBudget: Budget;
  tokenBudget: Budget;
  /** What accepted bulk jobs still have to do, by the id of their row. */
  bulkWork: Map<number, () => void>;
};

export function found(settings: Settings, clock: Clock, tokens: Tokens): World {
  const roll = dice(settings.seed);
  const founding = { seededAt: clock.now(), roll, candidates: settings.candidates, jobs: settings.jobs };
  return {
    settings,
    quirks: { ...settings.quirks },
    clock,
    db: openDatabase(founding, () => clock.now()),
    credential: issueCredential(roll),
    tokens,
    harvestBudget: new Budget(settings.rateLimit, 30_000, clock),
    tokenBudget: new Budget(settings.tokenRateLimit, 60_000, clock),
    bulkWork: new Map(),
  };
}
