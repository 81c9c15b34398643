/** What of one export stands in Greenhouse: counted behind the counter, and never asked of the extension. */
import type { ExportRequest } from '#lib/export/schema.ts';

import type { Sandbox } from '../sandbox/server.ts';

export interface Truth {
  /** The candidates that this export is about: everybody with one of its keys, and whom it named. */
  people: number[];
  /** How much of each kind was written for them. */
  makes: Record<string, number>;
}

/** An application of theirs that was written. */
export interface Placed {
  id: number;
  candidateId: number;
  /** None of a prospect's. */
  jobId: number | null;
}

export interface WholeTruth extends Truth {
  applications: Placed[];
}

type Row = Record<string, unknown>;

const placed = ({ id, candidate_id, job_id }: Row): Placed => ({
  id: id as number,
  candidateId: candidate_id as number,
  jobId: job_id as number | null,
});

export function truthOf(sandbox: Pick<Sandbox, 'written'>, request: ExportRequest): WholeTruth {
  const written = sandbox.written();
  const rows = (kind: string): Row[] => written[kind] ?? [];
  const emails = new Set(request.candidate.emails.map(({ value }) => value));
  const handle = request.externalId.slice(request.externalId.indexOf(':') + 1);
  const candidates = rows('candidates').filter(
    (row) =>
      row['id'] === request.candidateId ||
      (row['email_addresses'] as { value: string }[]).some(({ value }) => emails.has(value)) ||
      JSON.stringify(row).includes(handle),
  );
  const people = candidates.map(({ id }) => id as number);
  const whose = new Set([...people, ...(request.candidateId === undefined ? [] : [request.candidateId])]);
  const theirs = (kind: string): Row[] => rows(kind).filter((row) => whose.has(row['candidate_id'] as number));
  const mentionsIn = (row: Row): number => JSON.stringify(row).split(handle).length - 1;
  return {
    people,
    applications: theirs('applications').map(placed),
    makes: {
      candidates: people.filter((id) => id !== request.candidateId).length,
      applications: theirs('applications').length,
      notes: theirs('notes').length,
      tags: candidates.flatMap((row) => row['tags'] as string[]).filter((tag) => request.tags.includes(tag)).length,
      employments: theirs('candidateEmployments').length,
      educations: theirs('candidateEducations').length,
      attachments: theirs('attachments').length,
      // Of the profile, in the records themselves: their addresses, links and fields.
      mentions: candidates.map(mentionsIn).reduce((sum, count) => sum + count, 0),
    },
  };
}
