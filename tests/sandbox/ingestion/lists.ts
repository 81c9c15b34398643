import * as z from 'zod/mini';

import { mayUseJob } from '../harvest/rights.ts';
import type { Answer } from '../http/call.ts';
import type { Job } from '../store/company-rows.ts';
import { type Partner, PARTNER_SOURCE, partnerBody, partnerRefusal } from './calling.ts';

/** Open jobs that the user may add to. */
export function openJobs(partner: Partner): Answer {
  const usable = (job: Job): boolean => job.status === 'open' && !job.is_template && mayUseJob(partner, job);
  const rows = partner.world.db.jobs.where(usable);
  return { status: 200, body: rows.map(({ id, name, confidential }) => ({ id, name, status: 'open', public: !confidential })) };
}

/** Pools with their stages inside. */
export function pools({ world }: Partner): Answer {
  const body = world.db.pools
    .where(({ active }) => active)
    .map(({ id, name }) => ({
      id,
      name,
      stages: world.db.poolStages
        .where(({ prospect_pool_id }) => prospect_pool_id === id)
        .toSorted((one, other) => one.sort_order - other.sort_order)
        .map((stage) => ({ id: stage.id, name: stage.name })),
    }));
  return { status: 200, body };
}

export function currentUser({ user }: Partner): Answer {
  const { id, first_name, last_name, primary_email } = user;
  return { status: 200, body: { id, first_name, last_name, full_name: `${first_name} ${last_name}`, email: primary_email } };
}

const linkBody = z.object({ job_id: z.int() });

export function trackingLink(partner: Partner): Answer {
  const { world, user } = partner;
  const { job_id } = partnerBody(partner.call, linkBody);
  const job = world.db.jobs.get(job_id);
  if (job?.status !== 'open') throw partnerRefusal(404, 'Job not found', 'job_id');
  return {
    status: 200,
    body: {
      tracking_link: `https://jobs.birchlabs.example/${job.id}?gh_src=${job.id.toString(36)}${user.id.toString(36)}`,
      job: { id: job.id, name: job.name },
      source: { id: PARTNER_SOURCE, name: world.db.sources.get(PARTNER_SOURCE)?.name },
      referrer: { id: user.id, name: `${user.first_name} ${user.last_name}` },
    },
  };
}
