/** One credential at work: its tokens, its place in the rate limit, and Harvest v3 behind them. */
import { type Budget, type Budgets, budgetsOf } from '../budget/budget.ts';
import type { Urgency } from '../budget/known.ts';
import { deviceOnline } from '../device.ts';
import { AUTH_HOST, HARVEST_HOST } from '../hosts.ts';
import type { Names } from '../names.ts';
import type { Listener } from '../trace.ts';
import type { Identity } from '../schema.ts';
import { sleep as resting } from '../sleep.ts';

import { type Api, api as harvestApi } from './api.ts';
import { type AuthHost, authHost } from './auth.ts';
import { exchange as exchangeIn, type Surroundings } from '../http/exchange.ts';
import { type TheirClock, theirClock } from '../http/their-clock.ts';
import { memoryTokenCache, type TokenCache } from './token-cache.ts';
import type { ExternalIdOptions } from './external-ids.ts';
import { type TokenSource, tokenSource } from './tokens.ts';
import { findActingUser } from './user.ts';

export interface HarvestOptions {
  clientId: string;
  /** Asked for only when a token is needed; kept nowhere. */
  secret: () => Promise<string>;
  /** The recruiter on whose behalf everything is written. */
  actingEmail: string;
  cache?: TokenCache;
  externalIds?: ExternalIdOptions;
  /** How jobs, users and reasons are called, where that is kept between looks. */
  names?: Names;
  now: () => number;
  /** Shared by all that calls with this credential; one of its own unless given. */
  budgets?: Budgets;
  /** Who waits for what is asked through this adapter. */
  urgency?: Urgency;
  /** For tests and the sandbox; the shipped policy lets no other host be reached. */
  hosts?: { auth: string; harvest: string };
  /** Shared by all that call from one place. */
  clock?: TheirClock;
  /** Told of every call, for a report. */
  heard?: Listener['heard'];
  sleep?: Surroundings['sleep'];
  online?: Surroundings['online'];
  patience?: Surroundings['patience'];
}

export interface HarvestClient {
  /** For everything that Harvest can do: the other files here are functions over it. */
  api: Api;
  tokens: TokenSource;
  authority: AuthHost;
  clock: TheirClock;
  /** Who acts, once somebody has looked: saves the look-up when the next writing token is asked for. */
  acts(user: Identity['actingUser']): void;
}

export function harvestClient(options: HarvestOptions): HarvestClient {
  const { clientId, secret, actingEmail, now, cache = memoryTokenCache(), sleep = resting, online = deviceOnline } = options;
  const { urgency = 'recruiter', budgets = budgetsOf({ now, sleep, random: () => 0 }), clock = theirClock() } = options;
  const { auth, harvest: host } = options.hosts ?? { auth: AUTH_HOST, harvest: HARVEST_HOST };
  const listener = options.heard && { heard: options.heard, now };
  const spending = (budget: Budget) =>
    exchangeIn({ budget, urgency, sleep, online, clock, listener, patience: options.patience });
  const authority = authHost({ exchange: spending(budgets.tokens), host: auth, clientId, secret });
  let acting: Identity['actingUser'] | undefined;
  const tokens = tokenSource({
    ask: (form) => authority.token(form),
    actingUserId: async () => (acting ?? (await findActingUser(api, actingEmail))).id,
    cache,
    now,
  });
  const api = harvestApi({ exchange: spending(budgets.api), tokens, host });
  return {
    api,
    tokens,
    authority,
    clock,
    acts: (user) => {
      acting = user;
    },
  };
}
