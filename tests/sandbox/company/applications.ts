import { DAY, iso } from '../clock.ts';
import type { Application, ApplicationStage, Attachment, ProspectDetail, RejectionDetail } from '../store/rows.ts';
import type { Seed } from '../store/table.ts';
import { bornAt, changedAt, FIRST_CANDIDATE } from './candidates.ts';
import { recruiterOf } from './hiring-teams.ts';
import { JOB_TITLES, opened } from './job-titles.ts';
import { FIRST_JOB, jobOfStage, STAGE_COUNT, stageIdsOf, stageName } from './jobs.ts';
import type { Founding } from './made.ts';
import { COORDINATOR } from './staff.ts';
import { FIRST_SOURCE } from './structure.ts';

/** Two slots for each candidate: the application, and for some an earlier one. */
export const ROOM = 2;
export const FIRST_APPLICATION = 60_000_001;
const FIRST_APPLICATION_STAGE = 200_000_001;
const FIRST_PROSPECT_DETAIL = 100_000_001;
const FIRST_REJECTION = 110_000_001;
const FIRST_ATTACHMENT = 70_000_001;
const SETTLES = 60 * DAY;

export type Made = {
  candidate: number;
  kind: 'application' | 'prospect';
  job: number;
  status: Application['status'];
  place: number;
};

/** What stands in application slot `slot`; nothing for people who have no such application. */
export function madeAt(founding: Founding, slot: number): Made | undefined {
  const candidate = Math.floor(slot / ROOM);
  const second = slot % ROOM === 1;
  if (candidate % 17 === 7 || (second && candidate % 6 !== 1)) return undefined;
  const chance = founding.roll(slot, 30) % 100;
  const prospect = !second && candidate % 5 === 2;
  const status = second || chance >= 65 ? 'rejected' : chance >= 60 ? 'hired' : 'in_process';
  return {
    candidate,
    kind: prospect ? 'prospect' : 'application',
    job: jobOf(founding, slot),
    status: prospect ? 'in_process' : candidate === 0 ? 'in_process' : status,
    place: status === 'hired' ? STAGE_COUNT - 1 : founding.roll(slot, 31) % STAGE_COUNT,
  };
}

/** The oldest candidates, whom tests know by name, stand on the first jobs in their order. */
const KNOWN = 8;

/** Applicants of the seed stand on jobs that everybody may see. */
function jobOf({ jobs, roll }: Founding, slot: number): number {
  const candidate = Math.floor(slot / ROOM);
  if (candidate < KNOWN) return candidate % jobs;
  const job = (candidate + (slot % ROOM) + roll(Math.floor(candidate / jobs), 32)) % jobs;
  return isPublic(job) ? job : 0;
}

function isPublic(job: number): boolean {
  const { confidential, template, status } = opened(job);
  return !confidential && !template && status !== 'draft';
}

/**
 * The seeded applications that can be on a job. As many candidates as there are jobs apply to one job each, turned by
 * chance: this can be asked backwards, which keeps a job's few applicants cheap to find among a million.
 */
export function applicationsForJob({ candidates, jobs, roll }: Founding, jobId: number): number[] {
  const job = jobId - FIRST_JOB;
  if (job < 0 || job >= jobs) return [];
  // What nobody may see is applied to at the first job.
  const stood = job === 0 ? [0, ...JOB_TITLES.keys()].filter((slot) => slot === 0 || (slot < jobs && !isPublic(slot))) : [job];
  const slots = Array.from({ length: KNOWN * ROOM }, (_, slot) => slot);
  for (let block = 0; block * jobs < candidates; block += 1) {
    for (const wanted of stood) {
      for (const second of [0, 1]) {
        const place = (wanted - second - (roll(block, 32) % jobs) + 2 * jobs - ((block * jobs) % jobs)) % jobs;
        slots.push((block * jobs + place) * ROOM + second);
      }
    }
  }
  return slots.filter((slot) => slot < candidates * ROOM).map((slot) => FIRST_APPLICATION + slot);
}

/** The applications of a job that a stage of it belongs to. */
export function applicationsForStage(founding: Founding, stageId: number): number[] {
  return applicationsForJob(founding, jobOfStage(stageId));
}

export function applications(founding: Founding): Seed<Application> {
  return {
    firstId: FIRST_APPLICATION,
    slots: founding.candidates * ROOM,
    born: (slot) => bornAt(founding, Math.floor(slot / ROOM)),
    settles: SETTLES,
    changed: (slot) => changedAt(founding, Math.floor(slot / ROOM)),
    make: (slot) => {
      const made = madeAt(founding, slot);
      if (!made) return undefined;
      const changed = iso(changedAt(founding, made.candidate));
      const jobId = FIRST_JOB + made.job;
      const prospect = made.kind === 'prospect';
      return {
        id: FIRST_APPLICATION + slot,
        created_at: iso(bornAt(founding, made.candidate)),
        updated_at: changed,
        candidate_id: FIRST_CANDIDATE + made.candidate,
        job_id: prospect ? null : jobId,
        job_post_id: null,
        recruiter_id: recruiterOf(made.job),
        coordinator_id: prospect ? null : COORDINATOR,
        referrer_id: null,
        source_id: FIRST_SOURCE + (founding.roll(slot, 33) % 12),
        stage_id: prospect || made.status === 'hired' ? null : FIRST_APPLICATION_STAGE + slot * STAGE_COUNT + made.place,
        stage_name: prospect || made.status === 'hired' ? null : stageName(made.place),
        job_interview_stage_id: prospect || made.status === 'hired' ? null : (stageIdsOf(jobId)[made.place] ?? null),
        status: made.status,
        needs_decision: null,
        prospect,
        rejected_at: made.status === 'rejected' ? changed : null,
        last_activity_at: changed,
        location_address: null,
        answers: null,
        prospective_job_ids: prospect && made.candidate % 2 === 0 ? [jobId] : [],
        agency_note_id: null,
        values: {},
      };
    },
  };
}

/** The seeded application ids of a candidate. */
export function applicationsForCandidate(candidateId: number): number[] {
  const first = FIRST_APPLICATION + (candidateId - FIRST_CANDIDATE) * ROOM;
  return [first, first + 1];
}

/** The seeded rows of an application, for a table with `room` slots per application. */
export function seededForApplication(firstId: number, room: number): (applicationId: number) => number[] {
  return (applicationId) =>
    Array.from({ length: room }, (_, place) => firstId + (applicationId - FIRST_APPLICATION) * room + place);
}

/** The application that a seeded application stage belongs to. */
export const applicationOfStage = (id: number): number =>
  FIRST_APPLICATION + Math.floor((id - FIRST_APPLICATION_STAGE) / STAGE_COUNT);

export const stagesForApplication = seededForApplication(FIRST_APPLICATION_STAGE, STAGE_COUNT);
export const prospectDetailsForApplication = seededForApplication(FIRST_PROSPECT_DETAIL, 1);
export const rejectionsForApplication = seededForApplication(FIRST_REJECTION, 1);
export const attachmentsForApplication = seededForApplication(FIRST_ATTACHMENT, 1);

function stamp(founding: Founding, id: number, candidate: number): { id: number; created_at: string; updated_at: string } {
  const moment = iso(bornAt(founding, candidate));
  return { id, created_at: moment, updated_at: moment };
}

/** Every stage of the job has a row; only entered ones carry times (harvest-api §13 on §7.5). */
export function applicationStages(founding: Founding): Seed<ApplicationStage> {
  return {
    firstId: FIRST_APPLICATION_STAGE,
    slots: founding.candidates * ROOM * STAGE_COUNT,
    make: (slot) => {
      const owner = Math.floor(slot / STAGE_COUNT);
      const place = slot % STAGE_COUNT;
      const made = madeAt(founding, owner);
      if (made?.kind !== 'application') return undefined;
      const entered = bornAt(founding, made.candidate) + place * DAY;
      const over = place < made.place || made.status !== 'in_process';
      return {
        ...stamp(founding, FIRST_APPLICATION_STAGE + slot, made.candidate),
        application_id: FIRST_APPLICATION + owner,
        job_interview_stage_id: stageIdsOf(FIRST_JOB + made.job)[place] ?? 0,
        entered_at: place <= made.place ? iso(entered) : null,
        exited_at: place <= made.place && over ? iso(entered + DAY) : null,
        days_in_stage: place <= made.place ? 1 : 0,
        current: place === made.place && made.status !== 'hired',
      };
    },
  };
}

export function prospectDetails(founding: Founding): Seed<ProspectDetail> {
  return {
    firstId: FIRST_PROSPECT_DETAIL,
    slots: founding.candidates * ROOM,
    make: (slot) => {
      const made = madeAt(founding, slot);
      if (made?.kind !== 'prospect') return undefined;
      const pooled = made.candidate % 2 === 1 || made.candidate === 2;
      return {
        ...stamp(founding, FIRST_PROSPECT_DETAIL + slot, made.candidate),
        application_id: FIRST_APPLICATION + slot,
        pool_id: pooled ? 12 : null,
        pool_stage_id: pooled ? 121 + (founding.roll(slot, 34) % 3) : null,
        prospect_owner_id: 4010,
        department_id: null,
        office_id: null,
      };
    },
  };
}

export function rejectionDetails(founding: Founding): Seed<RejectionDetail> {
  return {
    firstId: FIRST_REJECTION,
    slots: founding.candidates * ROOM,
    make: (slot) => {
      const made = madeAt(founding, slot);
      if (made?.status !== 'rejected') return undefined;
      return {
        ...stamp(founding, FIRST_REJECTION + slot, made.candidate),
        application_id: FIRST_APPLICATION + slot,
        rejected_by_id: recruiterOf(made.job),
        rejection_reason_id: 701 + (founding.roll(slot, 35) % 4),
        rejected_at: iso(changedAt(founding, made.candidate)),
        rejection_note_id: null,
        values: {},
      };
    },
  };
}

export function attachments(founding: Founding): Seed<Attachment> {
  return {
    firstId: FIRST_ATTACHMENT,
    slots: founding.candidates * ROOM,
    make: (slot) => {
      const made = madeAt(founding, slot);
      if (!made || slot % 6 !== 0) return undefined;
      return {
        ...stamp(founding, FIRST_ATTACHMENT + slot, made.candidate),
        application_id: FIRST_APPLICATION + slot,
        candidate_id: FIRST_CANDIDATE + made.candidate,
        type: 'resume',
        filename: 'resume.pdf',
        url: `https://files.birchlabs.example/${FIRST_ATTACHMENT + slot}/resume.pdf`,
        visibility: 'public',
        content: null,
      };
    },
  };
}
