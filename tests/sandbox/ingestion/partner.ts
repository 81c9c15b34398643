import { SERVICE_USER } from '../company/staff.ts';
import { type Answer, basicCredentials, type Call } from '../http/call.ts';
import { noSuchRoute } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { type Partner, partnerRefusal } from './calling.ts';
import { candidatesOf, ingest } from './candidates.ts';
import { currentUser, openJobs, pools, trackingLink } from './lists.ts';

const ENDPOINTS: Record<string, (partner: Partner) => Answer> = {
  'POST /candidates': ingest,
  'GET /candidates': candidatesOf,
  'GET /jobs': openJobs,
  'GET /prospect_pools': pools,
  'GET /current_user': currentUser,
  'POST /tracking_link': trackingLink,
};

/** Candidate Ingestion, `/v1/partner/*` (harvest-api §ING). Its errors are `{errors:[{message, field?}]}`. */
export function partner(world: World, call: Call): Answer {
  const endpoint = ENDPOINTS[`${call.method} ${call.path.slice('/v1/partner'.length)}`];
  if (!endpoint) throw noSuchRoute();
  return endpoint(signedIn(world, call));
}

/** The key as user name, and the e-mail address of an active user in `On-Behalf-Of` (harvest-api §2.3). */
function signedIn(world: World, call: Call): Partner {
  if (basicCredentials(call)?.user !== world.credential.partnerKey) throw partnerRefusal(401, 'Invalid Basic Auth credentials');
  const email = call.headers['on-behalf-of']?.toLowerCase();
  call.trace.actingUser = email ?? null;
  const user = world.db.users.first(
    ({ emails, deactivated }) => !deactivated && emails.some((held) => held.toLowerCase() === email),
  );
  const service = world.db.users.get(SERVICE_USER);
  if (!user || !service) throw partnerRefusal(401, 'The On-Behalf-Of user does not exist');
  return { world, call, user, system: { world, call, user: service } };
}
