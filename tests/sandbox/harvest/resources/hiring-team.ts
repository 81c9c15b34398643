import * as z from 'zod/mini';

import { managersForJob, ownersForJob, permissionsForJob } from '../../company/hiring-teams.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { HiringManager, JobOwner, JobPermission } from '../../store/company-rows.ts';
import type { Row } from '../../store/table.ts';
import type { Acting } from '../acting.ts';
import { choice, ids } from '../filters.ts';
import { existing } from '../references.ts';
import { resource, type Resource } from '../resource.ts';
import { body, creates, DONE } from '../write.ts';
import { requireSiteAdmin } from '../rights.ts';
import { seesJobId } from '../visibility.ts';

/** Who works on which job, and with what rights (harvest-api §7.7, §7.8). */
type Membership = Row & { job_id: number; user_id: number };

const OWNER_TYPES = ['sourcer', 'recruiter', 'coordinator'] as const;
const member = { job_id: z.int(), user_id: z.int() };
const managerBody = body(z.strictObject(member));
const ownerBody = body(z.strictObject({ ...member, type: z.enum(OWNER_TYPES), responsible: z.optional(z.boolean()) }));
const permissionBody = body(z.strictObject({ ...member, role_id: z.int() }));

/** A team is changed by Site Admins, and only with people and jobs that exist. */
function checkMember(acting: Acting, body: { job_id: number; user_id: number }): void {
  requireSiteAdmin(acting);
  existing(acting.world.db.jobs, body.job_id, 'job_id');
  if (!seesJobId(acting, body.job_id)) throw unprocessable({ job_id: `\`${body.job_id}\` does not exist` });
  existing(acting.world.db.users, body.user_id, 'user_id');
}

const leave =
  <R extends Membership>(table: Resource<R>['table']): NonNullable<Resource<R>['destroy']> =>
  (acting, row) => {
    requireSiteAdmin(acting);
    table(acting.world.db).remove(row.id);
    return DONE;
  };

const visible = (acting: Acting, row: Membership): boolean => seesJobId(acting, row.job_id);

export const userJobPermissions = resource<JobPermission>({
  name: 'user_job_permissions',
  singular: 'User job permission',
  state: 'userJobPermissions',
  table: (db) => db.jobPermissions,
  fields: ['job_id', 'user_id', 'role_id', 'automated'],
  filters: { job_ids: ids('job_id', permissionsForJob), user_ids: ids('user_id'), role_ids: ids('role_id') },
  visible,
  create: creates(permissionBody, (acting, body) => {
    const { world } = acting;
    checkMember(acting, body);
    if (existing(world.db.userRoles, body.role_id, 'role_id').role_type === 'site_admin') {
      throw unprocessable({ role_id: 'is not a role on a job' });
    }
    return world.db.jobPermissions.insert({ ...body, automated: null });
  }),
  destroy: leave((db) => db.jobPermissions),
});

export const jobOwners = resource<JobOwner>({
  name: 'job_owners',
  singular: 'Job owner',
  state: 'jobOwners',
  table: (db) => db.jobOwners,
  fields: ['job_id', 'user_id', 'type', 'responsible'],
  filters: { user_ids: ids('user_id'), job_ids: ids('job_id', ownersForJob), type: choice('type', OWNER_TYPES) },
  visible,
  create: creates(ownerBody, (acting, { responsible = false, ...body }) => {
    checkMember(acting, body);
    return acting.world.db.jobOwners.insert({ ...body, responsible });
  }),
  destroy: leave((db) => db.jobOwners),
});

export const jobHiringManagers = resource<HiringManager>({
  name: 'job_hiring_managers',
  singular: 'Job hiring manager',
  state: 'jobHiringManagers',
  table: (db) => db.hiringManagers,
  fields: ['job_id', 'user_id'],
  filters: { user_ids: ids('user_id'), job_ids: ids('job_id', managersForJob) },
  visible,
  create: creates(managerBody, (acting, body) => {
    checkMember(acting, body);
    return acting.world.db.hiringManagers.insert(body);
  }),
  destroy: leave((db) => db.hiringManagers),
});
