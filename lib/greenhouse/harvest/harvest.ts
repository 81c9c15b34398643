/** The Harvest v3 adapter: the port in Greenhouse's own API (harvest-api reference; nothing else is relied on). */
import { AppError } from '#lib/errors.ts';

import { type Budget, type Budgets, budgetsOf } from '../budget/budget.ts';
import type { Urgency } from '../budget/known.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { deviceOnline } from '../device.ts';
import { AUTH_HOST, HARVEST_HOST } from '../hosts.ts';
import type { Greenhouse } from '../port.ts';
import { sleep as resting } from '../sleep.ts';
import type { Identity } from '../schema.ts';
import { api as harvestApi } from './api.ts';
import { listApplications } from './applications.ts';
import { authHost } from './auth.ts';
import { listChoices } from './choices.ts';
import { exchange as exchangeIn, type Surroundings } from './http.ts';
import { type Introspection, readIntrospection } from './introspection.ts';
import { listJobs, listStages } from './jobs.ts';
import { findByEmail, findByIds, findCreatedSince } from './people.ts';
import { checkRights } from './probe-rights.ts';
import { addTags } from './tags.ts';
import { memoryTokenCache, type TokenCache } from './token-cache.ts';
import { tokenSource } from './tokens.ts';
import { findActingUser } from './user.ts';
import { addNote, createApplication, createPerson } from './writes.ts';

export interface HarvestOptions {
  clientId: string;
  /** Asked for only when a token is needed; kept nowhere. */
  secret: () => Promise<string>;
  /** The recruiter on whose behalf everything is written. */
  actingEmail: string;
  cache?: TokenCache;
  now: () => number;
  /** Shared by all that calls with this credential; one of its own unless given. */
  budgets?: Budgets;
  /** Who waits for what is asked through this adapter. */
  urgency?: Urgency;
  /** For tests and the sandbox; the shipped policy lets no other host be reached. */
  hosts?: { auth: string; harvest: string };
  sleep?: Surroundings['sleep'];
  online?: Surroundings['online'];
}

export function harvest(options: HarvestOptions): Greenhouse {
  const { clientId, secret, actingEmail, now, cache = memoryTokenCache(), sleep = resting, online = deviceOnline } = options;
  const { urgency = 'recruiter', budgets = budgetsOf({ now, sleep, random: () => 0 }) } = options;
  const { auth, harvest: host } = options.hosts ?? { auth: AUTH_HOST, harvest: HARVEST_HOST };
  const spending = (budget: Budget) => exchangeIn({ budget, urgency, sleep, online });
  const authority = authHost({ exchange: spending(budgets.tokens), host: auth, clientId, secret });
  /** Found by the last connection test; saves the look-up when the next writing token is asked for. */
  let acting: Identity['actingUser'] | undefined;
  const tokens = tokenSource({
    ask: (form) => authority.token(form),
    actingUserId: async () => (acting ?? (await findActingUser(api, actingEmail))).id,
    cache,
    now,
  });
  const api = harvestApi({ exchange: spending(budgets.api), tokens, host });

  /** Whatever goes wrong with introspection, the product works without it. */
  const introspect = async (): Promise<Introspection> => {
    const token = await tokens.get('reading');
    return readIntrospection(await authority.introspect(token).catch(() => undefined));
  };

  return {
    can: capabilitiesOf('harvest'),
    identify: async (email) => {
      // Cached tokens would hide that the secret just typed is wrong.
      await tokens.fresh('reading');
      const [{ organisation }, actingUser] = await Promise.all([introspect(), findActingUser(api, email)]);
      if (email.trim().toLowerCase() === actingEmail.trim().toLowerCase()) {
        acting = actingUser;
        await tokens.fresh('writing');
      }
      return { organisation, actingUser };
    },
    rights: async () => {
      await tokens.fresh('reading');
      return checkRights(api, await introspect());
    },
    jobs: (actingUser, signal) => listJobs(api, actingUser, now, signal),
    stages: (jobId) => listStages(api, jobId),
    choices: (actingUserId) => listChoices(api, actingUserId, now),
    findByEmail: (email) => findByEmail(api, email),
    findByIds: (ids) => findByIds(api, ids),
    findCreatedSince: (since, urls) => findCreatedSince(api, since, urls),
    applicationsOf: (ids) => listApplications(api, ids),
    createPerson: (person) => createPerson(api, person),
    createApplication: (application) => createApplication(api, application),
    addNote: (note) => addNote(api, note),
    addTags: (candidateId, tags) => addTags(api, candidateId, tags),
    trackingLink: () => Promise.reject(new AppError('greenhouse/not-offered')),
  };
}
