import { DAY, iso } from '../clock.ts';
import { pick } from '../random.ts';
import type { Plain } from '../store/company-rows.ts';
import type { Seed } from '../store/table.ts';
import { FIRST_APPLICATION, type Made, madeAt, ROOM, seededForApplication } from './applications.ts';
import { jobInterviewOf, kitOf } from './around-jobs.ts';
import { bornAt, FIRST_CANDIDATE } from './candidates.ts';
import { FIRST_JOB, STAGE_COUNT } from './jobs.ts';
import type { Founding } from './made.ts';
import { DEFAULT_USER, HIRING_MANAGERS } from './staff.ts';

const FIRST_INTERVIEW = 120_000_001;
const FIRST_INTERVIEWER = 130_000_001;
const FIRST_SCORECARD = 140_000_001;
const FIRST_OFFER = 150_000_001;
const FIRST_EEOC = 160_000_001;

type Told = { made: Made; slot: number; at: number; applicationId: number; jobId: number; candidateId: number };

/** At most one row for each seeded application that has come far enough. */
function perApplication(
  firstId: number,
  exists: (made: Made) => boolean,
  fields: (told: Told) => object,
): (founding: Founding) => Seed<Plain> {
  return (founding) => ({
    firstId,
    slots: founding.candidates * ROOM,
    make: (slot) => {
      const made = madeAt(founding, slot);
      if (made?.kind !== 'application' || !exists(made)) return undefined;
      const at = bornAt(founding, made.candidate) + 4 * DAY;
      const told = {
        made,
        slot,
        at,
        applicationId: FIRST_APPLICATION + slot,
        jobId: FIRST_JOB + made.job,
        candidateId: FIRST_CANDIDATE + made.candidate,
      };
      return { id: firstId + slot, created_at: iso(at), updated_at: iso(at), ...fields(told) };
    },
  });
}

const interviewed = ({ place }: Made): boolean => place > 3;
const offered = ({ place }: Made): boolean => place === STAGE_COUNT - 1;

export const interviewsForApplication = seededForApplication(FIRST_INTERVIEW, 1);
export const scorecardsForApplication = seededForApplication(FIRST_SCORECARD, 1);
export const offersForApplication = seededForApplication(FIRST_OFFER, 1);

/** The interviewers of a seeded interview: one, in the slot of the same number. */
export const interviewersForInterview = (interviewId: number): number[] => [interviewId - FIRST_INTERVIEW + FIRST_INTERVIEWER];

export const interviewersForScorecard = (scorecardId: number): number[] => [scorecardId - FIRST_SCORECARD + FIRST_INTERVIEWER];

export const interviews = perApplication(FIRST_INTERVIEW, interviewed, ({ applicationId, jobId, at }) => ({
  application_id: applicationId,
  job_id: jobId,
  job_interview_id: jobInterviewOf(jobId),
  organizer_id: DEFAULT_USER,
  starts_at: iso(at),
  ends_at: iso(at + DAY / 24),
  all_day_start_on: null,
  all_day_end_on: null,
  external_event_id: null,
  status: 'complete',
}));

export const interviewers = perApplication(FIRST_INTERVIEWER, interviewed, ({ made, slot }) => ({
  interview_id: FIRST_INTERVIEW + slot,
  user_id: pick(HIRING_MANAGERS, made.job),
  scorecard_id: FIRST_SCORECARD + slot,
  email: null,
  response_status: 'accepted',
}));

export const scorecards = perApplication(FIRST_SCORECARD, interviewed, ({ made, applicationId, jobId, at }) => ({
  application_id: applicationId,
  interviewer_id: pick(HIRING_MANAGERS, made.job),
  submitter_id: pick(HIRING_MANAGERS, made.job),
  interview_kit_id: kitOf(jobId),
  candidate_rating: made.status === 'rejected' ? 'no' : 'yes',
  status: 'complete',
  notes: 'Knows the field.',
  private_notes: null,
  public_notes: null,
  interviewed_at: iso(at),
  submitted_at: iso(at + DAY),
}));

export const offers = perApplication(FIRST_OFFER, offered, ({ made, applicationId, jobId, candidateId, at }) => ({
  application_id: applicationId,
  job_id: jobId,
  candidate_id: candidateId,
  opening_id: null,
  version: 1,
  status: made.status === 'hired' ? 'Accepted' : made.status === 'rejected' ? 'Rejected' : 'Created',
  starts_on: iso(at + 60 * DAY).slice(0, 10),
  sent_on: iso(at + 5 * DAY).slice(0, 10),
  resolved_at: made.status === 'in_process' ? null : iso(at + 9 * DAY),
  current: true,
  values: {},
}));

const declined = { id: 0, description: 'I don’t wish to answer' };

export const eeoc = perApplication(FIRST_EEOC, offered, ({ applicationId, candidateId, at }) => ({
  application_id: applicationId,
  candidate_id: candidateId,
  gender: declined,
  race: declined,
  veteran_status: declined,
  disability_status: declined,
  submitted_at: iso(at),
}));
