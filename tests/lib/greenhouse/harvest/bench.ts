/** The adapter in front of a sandbox of its own, over real HTTP. */
import { onTestFinished } from 'vitest';

import type { Candidate } from '#lib/candidate/schema.ts';
import type { Api } from '#lib/greenhouse/harvest/api.ts';
import { harvestClient } from '#lib/greenhouse/harvest/client.ts';
import { harvest, type HarvestOptions } from '#lib/greenhouse/harvest/harvest.ts';
import type { Greenhouse, NewPerson } from '#lib/greenhouse/port.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#tests/sandbox/server.ts';

export const SITE_ADMIN = 'amara.lindqvist@birchlabs.example';
export const SERVICE_USER = 4000;

export interface Bench {
  sandbox: Sandbox;
  greenhouse: Greenhouse;
  /** Another adapter on the same sandbox. */
  connect: (options?: Partial<HarvestOptions>) => Greenhouse;
  /** What is behind the adapter. */
  api: Api;
  /** The acting user of the ready line, as `identify` tells them. */
  recruiter: Identity['actingUser'];
  /** What was asked so far, as `GET /v3/jobs`. */
  calls: () => string[];
  /** How long the adapter wanted to sleep; it never really does. */
  slept: number[];
}

/** Time stands still unless the sandbox's clock is advanced; both sides share it. */
export async function bench(options: SandboxOptions = {}): Promise<Bench> {
  const time = { now: Date.UTC(2026, 10, 21, 10) };
  const sandbox = await startSandbox({ plain: true, rateLimit: 10_000, tokenRateLimit: 10_000, now: () => time.now, ...options });
  onTestFinished(() => sandbox.close());
  const slept: number[] = [];
  const email = sandbox.user.email ?? '';
  const settings: HarvestOptions = {
    clientId: sandbox.clientId,
    secret: async () => sandbox.clientSecret,
    actingEmail: email,
    now: () => time.now,
    urgency: 'export',
    hosts: { auth: sandbox.url, harvest: sandbox.url },
    sleep: async (ms) => {
      slept.push(ms);
      time.now += ms;
    },
  };
  const connect: Bench['connect'] = (changes = {}) => harvest({ ...settings, ...changes });
  return {
    sandbox,
    greenhouse: connect(),
    connect,
    api: harvestClient(settings).api,
    recruiter: { id: sandbox.user.id, name: sandbox.user.name, email, siteAdmin: false },
    calls: () => sandbox.requests().map(({ method, path }) => `${method} ${path}`),
    slept,
  };
}

const nobody: Candidate = { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] };

/** The first job of the sandbox: the default recruiter may use it. */
export const OWN_JOB = 9001;

export const somebody = (candidate: Partial<Candidate> = {}, rest: Partial<NewPerson> = {}): NewPerson => ({
  candidate: {
    ...nobody,
    firstName: 'Ines',
    lastName: 'Duarte',
    emails: [{ value: 'ines@duarte.example', type: 'personal' }],
    links: [{ url: 'https://www.linkedin.com/in/ines-duarte-fixture', kind: 'linkedin' }],
    ...candidate,
  },
  externalId: 'linkedin:ines-duarte-fixture',
  target: { kind: 'candidate', jobId: OWN_JOB },
  attribution: {},
  tags: [],
  ...rest,
});
