import type { HiringManager, JobOwner, JobPermission } from '../store/company-rows.ts';
import type { Row, Seed } from '../store/table.ts';
import { pick } from '../random.ts';
import { opened } from './job-titles.ts';
import { FIRST_JOB, seededForJob } from './jobs.ts';
import type { Founding } from './made.ts';
import { COORDINATOR, DEFAULT_USER, HIRING_MANAGERS, RECRUITERS, SOURCERS } from './staff.ts';
import { ROLE } from './structure.ts';

const FIRST_OWNER = 500_001;
const FIRST_MANAGER = 600_001;
const FIRST_PERMISSION = 400_001;
const OWNER_ROOM = 3;

/** The only Job Admins who may see a confidential job are those on its team (harvest-api §2.1). */
const CONFIDENTIAL_RECRUITER = 4003;

/** The default user recruits for every third job that they administer. */
export function recruiterOf(slot: number): number {
  if (opened(slot).confidential) return CONFIDENTIAL_RECRUITER;
  return slot % 3 === 0 && slot % 4 !== 3 ? DEFAULT_USER : pick(RECRUITERS.slice(1), slot);
}

export const ownersForJob = seededForJob(FIRST_OWNER, OWNER_ROOM);
export const managersForJob = seededForJob(FIRST_MANAGER, 1);

function row<R extends Row>(id: number, founding: Founding, fields: Omit<R, keyof Row>): R {
  const moment = new Date(founding.seededAt).toISOString();
  return { id, created_at: moment, updated_at: moment, ...fields } as R;
}

export function jobOwners(founding: Founding): Seed<JobOwner> {
  return {
    firstId: FIRST_OWNER,
    slots: founding.jobs * OWNER_ROOM,
    make: (slot) => {
      const job = Math.floor(slot / OWNER_ROOM);
      const place = slot % OWNER_ROOM;
      if (opened(job).template || (opened(job).confidential && place > 0)) return undefined;
      const owner = (
        [
          { type: 'recruiter', user_id: recruiterOf(job), responsible: true },
          { type: 'coordinator', user_id: COORDINATOR, responsible: true },
          { type: 'sourcer', user_id: pick(SOURCERS, job), responsible: false },
        ] as const
      )[place];
      return owner && row<JobOwner>(FIRST_OWNER + slot, founding, { job_id: FIRST_JOB + job, ...owner });
    },
  };
}

export function hiringManagers(founding: Founding): Seed<HiringManager> {
  return {
    firstId: FIRST_MANAGER,
    slots: founding.jobs,
    make: (slot) =>
      opened(slot).template
        ? undefined
        : row<HiringManager>(FIRST_MANAGER + slot, founding, { job_id: FIRST_JOB + slot, user_id: pick(HIRING_MANAGERS, slot) }),
  };
}

const { standard, hiringManager, interviewer } = ROLE;

/** Who holds which role on job `slot`; Site Admins never appear (harvest-api §7.8). */
const HOLDERS: { user: number; role: (slot: number) => number | undefined }[] = [
  { user: DEFAULT_USER, role: (slot) => (slot % 4 !== 3 ? standard : slot % 8 === 3 ? interviewer : undefined) },
  { user: 4003, role: () => standard },
  { user: 4004, role: (slot) => (slot % 2 === 0 || recruiterOf(slot) === 4004 ? standard : undefined) },
  { user: 4005, role: (slot) => (slot % 3 === 0 || recruiterOf(slot) === 4005 ? standard : undefined) },
  { user: COORDINATOR, role: () => standard },
  { user: 4007, role: (slot) => (recruiterOf(slot) === 4007 ? standard : undefined) },
  { user: 4008, role: (slot) => (slot % 2 === 0 ? hiringManager : undefined) },
  { user: 4009, role: (slot) => (slot % 2 === 1 ? hiringManager : undefined) },
  { user: 4010, role: (slot) => (slot % 2 === 0 ? standard : undefined) },
  { user: 4011, role: (slot) => (slot % 2 === 1 ? standard : undefined) },
];

export const permissionsForJob = seededForJob(FIRST_PERMISSION, HOLDERS.length);

export function jobPermissions(founding: Founding): Seed<JobPermission> {
  return {
    firstId: FIRST_PERMISSION,
    slots: founding.jobs * HOLDERS.length,
    make: (slot) => {
      const job = Math.floor(slot / HOLDERS.length);
      const holder = HOLDERS[slot % HOLDERS.length];
      const role = holder?.role(job);
      if (!holder || role === undefined) return undefined;
      if (opened(job).confidential && ![CONFIDENTIAL_RECRUITER, pick(HIRING_MANAGERS, job)].includes(holder.user))
        return undefined;
      return row<JobPermission>(FIRST_PERMISSION + slot, founding, {
        job_id: FIRST_JOB + job,
        user_id: holder.user,
        role_id: role,
        automated: null,
      });
    },
  };
}
