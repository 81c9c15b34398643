/** Interviews and who holds them; read only (harvest-api reference, 7.11, 13). */
import type { Ids, Period } from '../query.ts';
import { filteredBy, reference, resource, text } from '../resource.ts';

interface InterviewFilters {
  job_ids?: Ids;
  application_ids?: Ids;
  job_interview_ids?: Ids;
  organizer_ids?: Ids;
  starts_at?: Period;
  ends_at?: Period;
  /** The reference names these with a star only. */
  all_day_start_on?: Period;
  all_day_end_on?: Period;
  external_event_id?: string;
  status?:
    | 'to_be_scheduled'
    | 'scheduled'
    | 'awaiting_feedback'
    | 'complete'
    | 'skipped'
    | 'collect_feedback'
    | 'to_be_sent'
    | 'sent'
    | 'received';
}

export const INTERVIEWS = resource('interviews', filteredBy<InterviewFilters>(), {
  application_id: reference,
  job_id: reference,
  organizer_id: reference,
  starts_at: text,
  ends_at: text,
  status: text,
});

interface InterviewerFilters {
  interview_ids?: Ids;
  user_ids?: Ids;
  scorecard_ids?: Ids;
  response_status?: 'needs_action' | 'declined' | 'tentative' | 'accepted';
}

export const INTERVIEWERS = resource('interviewers', filteredBy<InterviewerFilters>(), {
  interview_id: reference,
  user_id: reference,
  email: text,
  response_status: text,
});
