import * as z from 'zod/mini';

import { applicationsForCandidate } from '../company/applications.ts';
import { mayUseJob } from '../harvest/rights.ts';
import { seesCandidate } from '../harvest/visibility.ts';
import type { Answer } from '../http/call.ts';
import type { Application } from '../store/rows.ts';
import { type Partner, PARTNER_SOURCE, partnerBody, partnerRefusal, profileUrl } from './calling.ts';
import { candidateBody, checkCandidate } from './candidate.ts';

/** `POST /candidates`: one or several; the answer mirrors the question (harvest-api §ING). */
export function ingest(partner: Partner): Answer {
  const several = partner.call.body.toString('utf8').trimStart().startsWith('[');
  if (!several) return { status: 200, body: checkCandidate(partner, partnerBody(partner.call, candidateBody))() };
  const checked = partnerBody(partner.call, z.array(candidateBody)).map((one) => checkCandidate(partner, one));
  return { status: 200, body: checked.map((keep) => keep()) };
}

const STATUS: Record<Application['status'], string> = {
  in_process: 'active',
  rejected: 'rejected',
  hired: 'hired',
  converted: 'active',
};

/** Only what the user may see and what still has the partner as its source; basic users may not read (harvest-api §ING). */
export function candidatesOf(partner: Partner): Answer {
  const { world, call, user } = partner;
  if (!user.site_admin && !world.db.jobPermissions.first((row) => row.user_id === user.id)) {
    if (world.quirks.partnerReadsWithoutRights === 'empty') return { status: 200, body: [] };
    throw partnerRefusal(403, 'You do not have permission to view candidates');
  }
  const ids = (call.query.get('candidate_ids') ?? '').split(',').map(Number);
  const body = ids.flatMap((id) => {
    const candidate = world.db.candidates.get(id);
    if (!candidate || !seesCandidate(partner, candidate)) return [];
    const applications = world.db.applications.where(
      (row) => row.candidate_id === id && row.source_id === PARTNER_SOURCE && seesApplication(partner, row),
      { ids: applicationsForCandidate(id) },
    );
    if (applications.length === 0) return [];
    const name = `${candidate.first_name} ${candidate.last_name}`;
    return [{ id, name, external_id: candidate.external_id, applications: applications.map((row) => shown(partner, row)) }];
  });
  return { status: 200, body };
}

function seesApplication(partner: Partner, row: Application): boolean {
  const job = row.job_id === null ? undefined : partner.world.db.jobs.get(row.job_id);
  return !job || mayUseJob(partner, job);
}

function shown({ world }: Partner, row: Application): object {
  const job = row.job_id === null ? null : (world.db.jobs.get(row.job_id)?.name ?? null);
  return { id: row.id, job, status: STATUS[row.status], stage: row.stage_name, profile_url: profileUrl(row) };
}
