/** What the sandbox holds, as far as the tests look at it, and what of it the extension made. */
import type { Sandbox } from '../sandbox/server.ts';

interface Candidate {
  id: number;
  external_id: string | null;
  first_name: string;
  last_name: string;
  title: string | null;
  company: string | null;
  private: boolean;
  tags: string[];
  email_addresses: { value: string; type: string }[];
  social_media_addresses: { value: string }[];
}

interface Application {
  id: number;
  candidate_id: number;
  job_id: number | null;
  source_id: number | null;
  referrer_id: number | null;
  stage_name: string | null;
  prospect: boolean;
  prospective_job_ids: number[];
}

interface Stored {
  candidates: Candidate[];
  applications: Application[];
  notes: { candidate_id: number; body: string; user_id: number }[];
  prospectDetails: { application_id: number; pool_id: number | null; pool_stage_id: number | null }[];
  sources: { id: number; name: string }[];
  referrers: { id: number; user_id: number | null }[];
}

export const stored = (sandbox: Sandbox): Stored => sandbox.state() as unknown as Stored;

export interface Made extends Candidate {
  applications: Application[];
}

/** Remembers the seed, and then tells what has been made since, the oldest first. */
export function watchRecords(sandbox: Sandbox) {
  const seeded = new Set(stored(sandbox).candidates.map(({ id }) => id));
  const applicationsOf = (candidateId: number): Application[] =>
    stored(sandbox).applications.filter(({ candidate_id }) => candidate_id === candidateId);
  return {
    people: (): Made[] =>
      stored(sandbox)
        .candidates.filter(({ id }) => !seeded.has(id))
        .map((candidate) => ({ ...candidate, applications: applicationsOf(candidate.id) }))
        .toReversed(),
    applicationsOf,
  };
}

/** Harvest calls so far that make a person or an application. */
export const creates = (sandbox: Sandbox): number =>
  sandbox.requests().filter(({ method, path }) => method === 'POST' && /^\/v3\/(candidates|applications)$/.test(path)).length;
