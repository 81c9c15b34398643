/** What is in the sandbox that was not in its seed: what the extension made. */
import type { Sandbox } from '../sandbox/server.ts';

type State = ReturnType<Sandbox['state']>;
type Candidate = State['candidates'][number];

export interface Made extends Candidate {
  applications: State['applications'];
}

/** Remembers the seed; the returned function gives what has been made since, the oldest first. */
export function watchRecords(sandbox: Sandbox): { people: () => Made[]; applicationsOf: (candidateId: number) => State['applications'] } {
  const seeded = new Set(sandbox.state().candidates.map(({ id }) => id));
  const applicationsOf = (candidateId: number) =>
    sandbox.state().applications.filter(({ candidate_id }) => candidate_id === candidateId);
  return {
    people: () =>
      sandbox
        .state()
        .candidates.filter(({ id }) => !seeded.has(id))
        .map((candidate) => ({ ...candidate, applications: applicationsOf(candidate.id) }))
        .reverse(),
    applicationsOf,
  };
}

/** Harvest calls so far that make something. */
export const creates = (sandbox: Sandbox): number =>
  sandbox.requests().filter(({ method, path }) => method === 'POST' && /^\/v3\/(candidates|applications)$/.test(path)).length;
