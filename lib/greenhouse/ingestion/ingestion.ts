/** The Candidate Ingestion adapter: the port behind a partner key. What this API has no call for is rejected, and never offered. */
import { AppError } from '#lib/errors.ts';

import { type Budgets, budgetsOf } from '../budget/budget.ts';
import type { Urgency } from '../budget/known.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { deviceOnline } from '../device.ts';
import { exchange as exchangeIn, type Surroundings } from '../http/exchange.ts';
import { type TheirClock, theirClock } from '../http/their-clock.ts';
import { INGESTION_HOST } from '../hosts.ts';
import type { Greenhouse } from '../port.ts';
import { sleep as resting } from '../sleep.ts';
import type { Listener } from '../trace.ts';
import { api as ingestionApi } from './api.ts';
import { currentUser, jobIsOpen, listChoices, listJobs, trackingLink } from './lists.ts';
import { createPerson, findByIds } from './people.ts';
import { listRights } from './rights.ts';

export interface IngestionOptions {
  /** Asked for at every call; kept nowhere. */
  key: () => Promise<string>;
  /** The recruiter on whose behalf everything is asked and written. */
  actingEmail: string;
  now: () => number;
  /** Who waits for these calls. */
  urgency?: Urgency;
  /** Shared by all adapters of one key. Whether Greenhouse counts its calls is not told; when it does, they are here. */
  budgets?: Pick<Budgets, 'api'>;
  /** For tests and the sandbox; the shipped policy lets no other host be reached. */
  host?: string;
  clock?: TheirClock;
  /** Told of every call, for a report. */
  heard?: Listener['heard'];
  sleep?: Surroundings['sleep'];
  online?: Surroundings['online'];
}

const notOffered = (): Promise<never> => Promise.reject(new AppError('greenhouse/not-offered').as('no'));

async function* nobody(): AsyncGenerator<never, void> {
  yield await notOffered();
}

export function ingestion(options: IngestionOptions): Greenhouse {
  const { key, actingEmail, now, host = INGESTION_HOST, sleep = resting, online = deviceOnline } = options;
  const { urgency = 'recruiter', budgets = budgetsOf({ now, sleep, random: () => 0 }), clock = theirClock() } = options;
  const listener = options.heard && { heard: options.heard, now };
  const exchange = exchangeIn({ budget: budgets.api, urgency, sleep, online, clock, listener });
  const actingAs = (email: string) => ingestionApi({ exchange, host, key, actingEmail: email });
  const api = actingAs(actingEmail);
  return {
    can: capabilitiesOf('partner'),
    clock: () => clock.now(),
    prepare: async () => void (await key()),
    identify: (email) => currentUser(actingAs(email), email),
    rights: () => listRights(api),
    jobs: (_actingUser, signal) => listJobs(api, now, signal),
    jobIsOpen: (jobId) => jobIsOpen(api, jobId),
    choices: () => listChoices(api, now),
    findByIds: (ids) => findByIds(api, ids),
    // It is not told; what asks goes on without.
    poolsOf: async () => [],
    createPerson: (person) => createPerson(api, person),
    trackingLink: (jobId) => trackingLink(api, jobId),
    stages: notOffered,
    findByEmail: notOffered,
    findCreatedAround: notOffered,
    everybody: nobody,
    externalIdFields: notOffered,
    makeExternalIdFields: notOffered,
    findByExternalIds: notOffered,
    twins: notOffered,
    linkPerson: notOffered,
    createApplication: notOffered,
    addNote: notOffered,
    findNote: notOffered,
    notesOn: notOffered,
    addTags: notOffered,
    addAttachment: notOffered,
    hasAttachment: notOffered,
    careerOf: notOffered,
    addToCareer: notOffered,
    careerThere: notOffered,
    removeApplication: notOffered,
    removePerson: notOffered,
    removeTags: notOffered,
    mergePeople: notOffered,
  };
}
