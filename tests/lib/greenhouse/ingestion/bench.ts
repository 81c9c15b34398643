/** The partner's adapter in front of a sandbox of its own, over real HTTP. */
import { onTestFinished } from 'vitest';

import { ingestion, type IngestionOptions } from '#lib/greenhouse/ingestion/ingestion.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#tests/sandbox/server.ts';

export { OWN_JOB, SITE_ADMIN, somebody } from '../harvest/bench.ts';

/** May create, and read nobody. */
export const BASIC_USER = 'greta.olsen@birchlabs.example';

export const NOW = Date.UTC(2026, 10, 21, 10);

export interface Bench {
  sandbox: Sandbox;
  greenhouse: Greenhouse;
  /** Another adapter on the same sandbox. */
  connect: (options?: Partial<IngestionOptions>) => Greenhouse;
  /** What was asked so far, as `GET /v1/partner/jobs`. */
  calls: () => string[];
}

export async function bench(options: SandboxOptions = {}): Promise<Bench> {
  const sandbox = await startSandbox({ plain: true, now: () => NOW, ...options });
  onTestFinished(() => sandbox.close());
  const connect: Bench['connect'] = (changes = {}) =>
    ingestion({
      key: async () => sandbox.partnerKey,
      actingEmail: sandbox.user.email ?? '',
      now: () => NOW,
      host: sandbox.url,
      sleep: async () => undefined,
      ...changes,
    });
  return {
    sandbox,
    greenhouse: connect(),
    connect,
    calls: () => sandbox.requests().map(({ method, path }) => `${method} ${path}`),
  };
}
