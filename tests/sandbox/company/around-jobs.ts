import { iso } from '../clock.ts';
import type { Plain } from '../store/company-rows.ts';
import type { Seed } from '../store/table.ts';
import { pick } from '../random.ts';
import { opened } from './job-titles.ts';
import { FIRST_JOB, FIRST_POST, seededForJob, stageIdsOf } from './jobs.ts';
import type { Founding } from './made.ts';
import { HIRING_MANAGERS } from './staff.ts';
import { FIRST_OFFICE, FIRST_SOURCE, OFFICES } from './structure.ts';

export const JOB_BOARD = 61;
const FACE_TO_FACE = 3;

/** One row for each seeded job that is no template. */
function perJob(firstId: number, fields: (slot: number, jobId: number) => object): (founding: Founding) => Seed<Plain> {
  return (founding) => ({
    firstId,
    slots: founding.jobs,
    make: (slot) => {
      if (opened(slot).template || opened(slot).confidential) return undefined;
      const moment = iso(founding.seededAt - 1000);
      return { id: firstId + slot, created_at: moment, updated_at: moment, ...fields(slot, FIRST_JOB + slot) };
    },
  });
}

const FIRST_JOB_INTERVIEW = 310_001;
const FIRST_KIT = 320_001;
const FIRST_DEFAULT_INTERVIEWER = 330_001;
const FIRST_TRACKING_LINK = 340_001;
const FIRST_LOCATION = 350_001;

export const jobInterviewOf = (jobId: number): number => FIRST_JOB_INTERVIEW + jobId - FIRST_JOB;
export const kitOf = (jobId: number): number => FIRST_KIT + jobId - FIRST_JOB;
export const jobInterviewsForJob = seededForJob(FIRST_JOB_INTERVIEW, 1);
export const trackingLinksForJob = seededForJob(FIRST_TRACKING_LINK, 1);

export const jobInterviews = perJob(FIRST_JOB_INTERVIEW, (_, jobId) => ({
  job_id: jobId,
  job_interview_stage_id: stageIdsOf(jobId)[FACE_TO_FACE],
  name: 'Face to Face',
}));

export const interviewKits = perJob(FIRST_KIT, (_, jobId) => ({
  job_interview_id: jobInterviewOf(jobId),
  content: '<p>Ask what they built, and what became of it.</p>',
}));

export const defaultInterviewers = perJob(FIRST_DEFAULT_INTERVIEWER, (slot, jobId) => ({
  job_interview_id: jobInterviewOf(jobId),
  user_id: pick(HIRING_MANAGERS, slot),
}));

export const trackingLinks = perJob(FIRST_TRACKING_LINK, (slot, jobId) => ({
  token: `bl${slot.toString(36)}`,
  job_id: jobId,
  source_id: FIRST_SOURCE,
  referrer_id: null,
  job_board_id: JOB_BOARD,
  job_post_id: FIRST_POST + slot,
  related_post_id: FIRST_POST + slot,
  related_post_type: 'JobPost',
}));

const placeOf = (slot: number): string => {
  const office = OFFICES[(opened(slot).offices[0] ?? FIRST_OFFICE) - FIRST_OFFICE];
  return office?.location ?? '';
};

export const jobPostLocations = perJob(FIRST_LOCATION, (slot) => ({ job_post_id: FIRST_POST + slot, name: placeOf(slot) }));
