/** What a partner key may list: who acts, open jobs, pools with their stages, and links that tell where somebody came from. */
import * as z from 'zod/mini';

import { unlessForbidden } from '../http/tolerate.ts';
import { type Choices, id, type Identity, type JobList } from '../schema.ts';
import { userName } from '../user-name.ts';

import type { Api } from './api.ts';

const text = z.nullish(z.string());
const named = { id, name: text };

const USER = z.object({ id, full_name: text, first_name: text, last_name: text, email: text });
const JOBS = z.array(z.object({ ...named, status: text }));
const POOLS = z.array(z.object({ ...named, stages: z.nullish(z.array(z.object(named))) }));
const LINK = z.object({ tracking_link: z.string() });

const isOpen = (status: string | null | undefined): boolean => (status ?? 'open').toLowerCase() === 'open';

/** Greenhouse does not tell whose key it is, nor whether the user is a Site Admin. */
export async function currentUser(api: Api, email: string): Promise<Identity> {
  const { full_name, ...user } = await api.read('current_user', USER);
  return {
    organisation: null,
    actingUser: { id: user.id, name: userName({ ...user, name: full_name }), email: user.email ?? email, siteAdmin: false },
  };
}

/** Also those on the public job board, on which the user may have no rights: Greenhouse decides at the export. */
export async function listJobs(api: Api, now: () => number, signal?: AbortSignal): Promise<JobList> {
  const rows = await api.read('jobs', JOBS, signal);
  return {
    jobs: rows.filter(({ status }) => isOpen(status)).map(({ id, name }) => ({ id, name: name ?? '', offices: [], mine: false })),
    fetchedAt: now(),
    hidden: { confidential: 0, template: 0, noPermission: 0 },
    scoped: false,
  };
}

/** Only open ones are listed. */
export const jobIsOpen = async (api: Api, jobId: number): Promise<boolean> =>
  (await api.read('jobs', JOBS)).some(({ id, status }) => id === jobId && isOpen(status));

const withName = <T extends { name?: string | null | undefined }>(row: T) => ({ ...row, name: row.name ?? '' });

export async function listChoices(api: Api, now: () => number): Promise<Choices> {
  const refused: string[] = [];
  const pools = await unlessForbidden(api.read('prospect_pools', POOLS), [], () => refused.push('prospect_pools.view'));
  return {
    pools: pools.map((pool) => ({ ...withName(pool), stages: (pool.stages ?? []).map(withName) })),
    sources: [],
    credits: [],
    tags: [],
    fetchedAt: now(),
    refused,
  };
}

/** Asking again makes no second person, only perhaps a second link. */
export const trackingLink = async (api: Api, jobId: number): Promise<string> =>
  (await api.write({ path: 'tracking_link', json: { job_id: jobId }, answer: LINK, repeatable: true })).tracking_link;
