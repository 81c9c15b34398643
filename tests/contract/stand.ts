/** The client in front of a sandbox of its own. Time stands still, and nothing is really waited for. */
import { type HarvestClient, harvestClient } from '#lib/greenhouse/harvest/operations.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#tests/sandbox/server.ts';

/** A Site Admin: what a recruiter may not do is tested beside each function. */
export const ACTING = { id: 4001, email: 'amara.lindqvist@birchlabs.example' };
export const NOW = Date.UTC(2026, 10, 21, 10);

export interface Stand extends HarvestClient {
  sandbox: Sandbox;
  /** In milliseconds, what the client wanted to wait. */
  slept: number[];
}

export async function stand(options: SandboxOptions = {}): Promise<Stand> {
  const time = { now: NOW };
  const sandbox = await startSandbox({ plain: true, rateLimit: 10_000, tokenRateLimit: 10_000, now: () => time.now, ...options });
  const slept: number[] = [];
  const client = harvestClient({
    clientId: sandbox.clientId,
    secret: async () => sandbox.clientSecret,
    actingEmail: ACTING.email,
    now: () => time.now,
    urgency: 'export',
    hosts: { auth: sandbox.url, harvest: sandbox.url },
    sleep: async (ms) => {
      slept.push(ms);
      time.now += ms;
    },
  });
  client.acts({ ...ACTING, name: 'Amara Lindqvist', siteAdmin: true });
  return { ...client, sandbox, slept };
}
