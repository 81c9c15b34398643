import { applications, applicationStages, attachments, prospectDetails, rejectionDetails } from '../company/applications.ts';
import { appliedTags, candidates, educations, employments, notes } from '../company/candidates.ts';
import { CUSTOM_FIELD_OPTIONS, CUSTOM_FIELDS, FIRST_CUSTOM_FIELD, FIRST_CUSTOM_FIELD_OPTION } from '../company/custom-fields.ts';
import { hiringManagers, jobOwners, jobPermissions } from '../company/hiring-teams.ts';
import { jobPosts, jobs, openings, stages } from '../company/jobs.ts';
import { type Founding, listed } from '../company/made.ts';
import { FIRST_POOL, FIRST_POOL_STAGE, POOL_STAGES, POOLS } from '../company/pools.ts';
import { REFERRERS, SERVICE_USER, USER_EMAILS, USERS } from '../company/staff.ts';
import {
  CLOSE_REASONS,
  DEPARTMENTS,
  FIRST_DEPARTMENT,
  FIRST_OFFICE,
  FIRST_SOURCE,
  OFFICES,
  REJECTION_REASONS,
  ROLES,
  SOURCES,
  TAGS,
} from '../company/structure.ts';
import { FURTHER, type FurtherName } from '../company/further.ts';
import type { BulkRequest, Plain } from './company-rows.ts';
import { type Row, type Seed, Table } from './table.ts';

export type Database = ReturnType<typeof openDatabase>;

/** Birch Labs as it stands before anybody has written anything. */
export function openDatabase(founding: Founding, now: () => number) {
  const at = founding.seededAt - 1000;
  const table = <R extends Row>(seed: Seed<R>): Table<R> => new Table(seed, now);
  const further = Object.fromEntries(
    Object.entries(FURTHER).map(([name, seed]) => [name, table(seed(founding))]),
  ) as unknown as Record<FurtherName, Table<Plain>>;
  return {
    candidates: table(candidates(founding)),
    applications: table(applications(founding)),
    applicationStages: table(applicationStages(founding)),
    prospectDetails: table(prospectDetails(founding)),
    rejectionDetails: table(rejectionDetails(founding)),
    attachments: table(attachments(founding)),
    notes: table(notes(founding)),
    tags: table(listed(601, at, TAGS)),
    appliedTags: table(appliedTags(founding)),
    educations: table(educations(founding)),
    employments: table(employments(founding)),
    jobs: table(jobs(founding)),
    jobPosts: table(jobPosts(founding)),
    stages: table(stages(founding)),
    openings: table(openings(founding)),
    jobOwners: table(jobOwners(founding)),
    hiringManagers: table(hiringManagers(founding)),
    jobPermissions: table(jobPermissions(founding)),
    departments: table(listed(FIRST_DEPARTMENT, at, DEPARTMENTS)),
    offices: table(listed(FIRST_OFFICE, at, OFFICES)),
    sources: table(listed(FIRST_SOURCE, at, SOURCES)),
    referrers: table(listed(7001, at, REFERRERS)),
    users: table(listed(SERVICE_USER, at, USERS)),
    userEmails: table(listed(5001, at, USER_EMAILS)),
    userRoles: table(listed(81, at, ROLES)),
    pools: table(listed(FIRST_POOL, at, POOLS)),
    poolStages: table(listed(FIRST_POOL_STAGE, at, POOL_STAGES)),
    customFields: table(listed(FIRST_CUSTOM_FIELD, at, CUSTOM_FIELDS)),
    customFieldOptions: table(listed(FIRST_CUSTOM_FIELD_OPTION, at, CUSTOM_FIELD_OPTIONS)),
    rejectionReasons: table(listed(701, at, REJECTION_REASONS)),
    closeReasons: table(listed(751, at, CLOSE_REASONS)),
    ...further,
    bulkRequests: table<BulkRequest>({ firstId: 1, slots: 0, make: () => undefined }),
  };
}
