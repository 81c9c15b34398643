/** A real account, when the environment names one. */
import { findActingUser, type HarvestClient, harvestClient } from '#lib/greenhouse/harvest/operations.ts';

export interface RealAccount extends HarvestClient {
  actingUserId: () => Promise<number>;
  /** Only in an organisation that is there to be tried out: what is written cannot all be taken back. */
  writes: boolean;
}

export const HOW_TO_READ = 'GREENHOUSE_CLIENT_ID, GREENHOUSE_CLIENT_SECRET and GREENHOUSE_ACTING_EMAIL';
export const HOW_TO_WRITE = `${HOW_TO_READ}, and GREENHOUSE_WRITES=yes`;

export function realAccount(): RealAccount | undefined {
  const { env } = process;
  const clientId = env['GREENHOUSE_CLIENT_ID'];
  const secret = env['GREENHOUSE_CLIENT_SECRET'];
  const actingEmail = env['GREENHOUSE_ACTING_EMAIL'];
  if (!clientId || !secret || !actingEmail) return undefined;
  const { GREENHOUSE_AUTH_URL: auth, GREENHOUSE_HARVEST_URL: harvest } = env;
  const client = harvestClient({
    clientId,
    secret: async () => secret,
    actingEmail,
    now: () => new Date().getTime(),
    // To try these very tests out on a sandbox that runs somewhere.
    ...(auth && harvest ? { hosts: { auth, harvest } } : {}),
  });
  return {
    ...client,
    actingUserId: async () => (await findActingUser(client.api, actingEmail)).id,
    writes: env['GREENHOUSE_WRITES'] === 'yes',
  };
}
