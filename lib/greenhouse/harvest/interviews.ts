/** The interviews of applications, and who holds them (harvest-api reference, 7.11, 13). Read only: events live in the calendar. */
import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { INTERVIEWERS, INTERVIEWS } from './lists/interviews.ts';
import { unlessForbidden } from '../http/tolerate.ts';

export interface Interview {
  id: number;
  applicationId: number | undefined;
  /** `to_be_scheduled`, `scheduled`, `awaiting_feedback`, `complete`, … */
  status: string;
  /** ISO date-times. */
  startsAt: string | undefined;
  endsAt: string | undefined;
  /** People from elsewhere have an address and no user. */
  interviewers: { userId: number | undefined; email: string | undefined; response: string | undefined }[];
}

const NEVER = '9999';

/** Those without a time yet come last. */
export async function listInterviews(api: Api, applicationIds: number[]): Promise<Interview[]> {
  const interviews = await listByIds(api, INTERVIEWS, 'application_ids', applicationIds);
  const ids = interviews.map(({ id }) => id);
  const people = Map.groupBy(
    await unlessForbidden(listByIds(api, INTERVIEWERS, 'interview_ids', ids), []),
    ({ interview_id }) => interview_id,
  );
  return interviews
    .toSorted((a, b) => (a.starts_at ?? NEVER).localeCompare(b.starts_at ?? NEVER))
    .map((row) => ({
      id: row.id,
      applicationId: row.application_id ?? undefined,
      status: row.status ?? '',
      startsAt: row.starts_at ?? undefined,
      endsAt: row.ends_at ?? undefined,
      interviewers: (people.get(row.id) ?? []).map(({ user_id, email, response_status }) => ({
        userId: user_id ?? undefined,
        email: email ?? undefined,
        response: response_status ?? undefined,
      })),
    }));
}
