import { SERVICE_USER } from '../company/staff.ts';
import { bearer } from '../harvest/acting.ts';
import { type Answer, basicCredentials, type Call } from '../http/call.ts';
import { noSuchRoute } from '../http/refusal.ts';
import type { User } from '../store/company-rows.ts';
import type { World } from '../world.ts';
import { type Partner, partnerRefusal } from './calling.ts';
import { candidatesOf, ingest } from './candidates.ts';
import { currentUser, openJobs, pools, trackingLink } from './lists.ts';

/** The scope is asked of OAuth tokens only; a key may everything (harvest-api §2.3). */
type Endpoint = { scope: string | null; answer: (partner: Partner) => Answer };

const ENDPOINTS: Record<string, Endpoint> = {
  'POST /candidates': { scope: 'candidates.create', answer: ingest },
  'GET /candidates': { scope: 'candidates.view', answer: candidatesOf },
  'GET /jobs': { scope: 'jobs.view', answer: openJobs },
  'GET /prospect_pools': { scope: 'prospect_pools.view', answer: pools },
  'GET /current_user': { scope: null, answer: currentUser },
  'POST /tracking_link': { scope: 'jobs.view', answer: trackingLink },
};

/** Candidate Ingestion, `/v1/partner/*` (harvest-api §ING). Its errors are `{errors:[{message, field?}]}`. */
export function partner(world: World, call: Call): Answer {
  const endpoint = ENDPOINTS[`${call.method} ${call.path.slice('/v1/partner'.length)}`];
  if (!endpoint) throw noSuchRoute();
  call.trace.scopeNeeded = endpoint.scope;
  const user = basicCredentials(call) ? byKey(world, call) : byToken(world, call, endpoint.scope);
  const service = world.db.users.get(SERVICE_USER);
  if (!service) throw new Error('The seed has lost its service user.');
  if (!world.partnerBudget.spend()) throw overRate(world);
  const holds = (): boolean => true;
  return endpoint.answer({ world, call, user, holds, system: { world, call, user: service, holds } });
}

/** The key as user name, and the e-mail address of an active user in `On-Behalf-Of` (harvest-api §2.3). */
function byKey(world: World, call: Call): User {
  if (basicCredentials(call)?.user !== world.partnerKey) throw partnerRefusal(401, 'Invalid Basic Auth credentials');
  const email = call.headers['on-behalf-of']?.trim().toLowerCase();
  call.trace.actingUser = email ?? null;
  const user = world.db.users.first(
    ({ emails, deactivated }) => !deactivated && emails.some((held) => held.toLowerCase() === email),
  );
  if (!user) throw partnerRefusal(401, 'The On-Behalf-Of user does not exist');
  return user;
}

/** With OAuth the acting user is the one who consented; `On-Behalf-Of` means nothing then. */
function byToken(world: World, call: Call, scope: string | null): User {
  const acting = bearer(world, call);
  if (!acting) throw partnerRefusal(401, 'Invalid Basic Auth credentials');
  if (scope !== null && !acting.holds(scope)) throw partnerRefusal(403, `Missing required scope: ${scope}`);
  return acting.user;
}

/** Whether and how Ingestion counts calls is not published (harvest-api §5, §12 #19). */
function overRate({ partnerBudget }: World): ReturnType<typeof partnerRefusal> {
  return partnerRefusal(429, 'Rate limit exceeded', undefined, { 'Retry-After': String(partnerBudget.secondsToReset()) });
}
