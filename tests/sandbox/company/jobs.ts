import { DAY, iso } from '../clock.ts';
import type { Job, JobPost, Opening, Stage } from '../store/company-rows.ts';
import type { Seed } from '../store/table.ts';
import { opened } from './job-titles.ts';
import type { Founding } from './made.ts';

export const FIRST_JOB = 9001;
const FIRST_STAGE = 300_001;
export const FIRST_POST = 700_001;
const FIRST_OPENING = 800_001;
const STAGE_ROOM = 8;
const STAGE_NAMES = ['Application Review', 'Recruiter Screen', 'Take Home Test', 'Face to Face', 'Reference Check', 'Offer'];

const born = (founding: Founding, slot: number): number => founding.seededAt - (400 - (slot * 300) / founding.jobs) * DAY;

export function jobs(founding: Founding): Seed<Job> {
  return {
    firstId: FIRST_JOB,
    slots: founding.jobs,
    born: (slot) => born(founding, slot),
    settles: 90 * DAY,
    make: (slot) => {
      const job = opened(slot);
      const created = born(founding, slot);
      const status = job.status ?? 'open';
      return {
        id: FIRST_JOB + slot,
        created_at: iso(created),
        updated_at: iso(created + 80 * DAY),
        name: job.name,
        requisition_id: job.template ? null : `R-${2041 + slot}`,
        notes: null,
        confidential: job.confidential ?? false,
        status,
        opened_at: status === 'draft' ? null : iso(created + DAY),
        closed_at: status === 'closed' ? iso(created + 80 * DAY) : null,
        is_template: job.template ?? false,
        copied_from_id: null,
        department_id: job.department,
        office_ids: job.offices,
        values: {},
      };
    },
  };
}

/** The ids of a seeded job's stages, in order. */
export function stageIdsOf(jobId: number): number[] {
  return STAGE_NAMES.map((_, place) => FIRST_STAGE + (jobId - FIRST_JOB) * STAGE_ROOM + place);
}

export function jobOfStage(stageId: number): number {
  return FIRST_JOB + Math.floor((stageId - FIRST_STAGE) / STAGE_ROOM);
}

export const STAGE_COUNT = STAGE_NAMES.length;
export const stageName = (place: number): string => STAGE_NAMES[place] ?? '';

export function stages(founding: Founding): Seed<Stage> {
  return {
    firstId: FIRST_STAGE,
    slots: founding.jobs * STAGE_ROOM,
    make: (slot) => {
      const job = Math.floor(slot / STAGE_ROOM);
      const place = slot % STAGE_ROOM;
      const retired = place === STAGE_NAMES.length && job % 7 === 0;
      const name = retired ? 'Phone Interview (old)' : STAGE_NAMES[place];
      if (name === undefined) return undefined;
      const moment = iso(born(founding, job));
      return {
        id: FIRST_STAGE + slot,
        created_at: moment,
        updated_at: moment,
        job_id: FIRST_JOB + job,
        name,
        sort_order: place,
        active: !retired,
      };
    },
  };
}

/** The seeded rows of a job, for a table with `room` slots per job. */
export function seededForJob(firstId: number, room: number): (jobId: number) => number[] {
  return (jobId) => Array.from({ length: room }, (_, place) => firstId + (jobId - FIRST_JOB) * room + place);
}

export const stagesForJob = seededForJob(FIRST_STAGE, STAGE_ROOM);
export const postsForJob = seededForJob(FIRST_POST, 1);
export const openingsForJob = seededForJob(FIRST_OPENING, 2);

export function jobPosts(founding: Founding): Seed<JobPost> {
  return {
    firstId: FIRST_POST,
    slots: founding.jobs,
    make: (slot) => {
      const job = opened(slot);
      if (job.confidential || job.template || job.status === 'draft') return undefined;
      const moment = iso(born(founding, slot) + DAY);
      const live = job.status !== 'closed';
      return {
        id: FIRST_POST + slot,
        created_at: moment,
        updated_at: moment,
        title: job.name,
        job_id: FIRST_JOB + slot,
        job_board_id: 61,
        internal: false,
        active: true,
        live,
        featured: slot === 0,
        first_published_at: moment,
        content: `<p>Birch Labs is looking for: ${job.name}.</p>`,
        internal_content: null,
        language: 'en',
        public_url: live ? `https://jobs.birchlabs.example/${FIRST_POST + slot}` : null,
        demographic_question_set_id: null,
        questions: [],
      };
    },
  };
}

export function openings(founding: Founding): Seed<Opening> {
  return {
    firstId: FIRST_OPENING,
    slots: founding.jobs * 2,
    make: (slot) => {
      const place = Math.floor(slot / 2);
      const job = opened(place);
      if (job.template || (slot % 2 === 1 && place % 3 !== 0)) return undefined;
      const moment = iso(born(founding, place) + DAY);
      const closed = job.status === 'closed';
      return {
        id: FIRST_OPENING + slot,
        created_at: moment,
        updated_at: moment,
        job_id: FIRST_JOB + place,
        opening_id: `${2041 + place}-${(slot % 2) + 1}`,
        open: !closed,
        opened_at: moment,
        closed_at: closed ? iso(born(founding, place) + 80 * DAY) : null,
        sort_order: slot % 2,
        application_id: null,
        close_reason_id: null,
        target_start_on: null,
        values: {},
      };
    },
  };
}
