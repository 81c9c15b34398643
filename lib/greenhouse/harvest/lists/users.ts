/** Users and what they may do (harvest-api reference, 7.8). */
import type * as z from 'zod/mini';

import type { Ids, Period } from '../query.ts';
import { filteredBy, flag, reference, resource, text } from '../resource.ts';

type Texts = string | readonly string[];

interface UserFilters {
  /** Exact, in this very case. */
  primary_email?: string;
  employee_ids?: Texts;
  agency_ids?: Ids;
  office_ids?: Ids;
  department_ids?: Ids;
  linked_candidate_ids?: Ids;
  interviewer_tag_ids?: Ids;
  custom_field_option_id?: number;
  deactivated?: boolean;
  external_office_id?: string;
  external_department_id?: string;
  show_service_accounts?: boolean;
}

export const USERS = resource('users', filteredBy<UserFilters>(), {
  name: text,
  first_name: text,
  last_name: text,
  primary_email: text,
  deactivated: flag,
  site_admin: flag,
});
export type UserRow = z.infer<typeof USERS.row>;

export const USER_EMAILS = resource(
  'user_emails',
  filteredBy<{ user_ids?: Ids; email?: Texts; verified?: boolean; verification_token_sent_at?: Period }>(),
  { user_id: reference },
);

/** Job Admins only: Site Admins have no rows, and may use everything that is not confidential. */
export const USER_JOB_PERMISSIONS = resource(
  'user_job_permissions',
  filteredBy<{ job_ids?: Ids; user_ids?: Ids; role_ids?: Ids }>(),
  {
    job_id: reference,
    user_id: reference,
    role_id: reference,
  },
);

interface FuturePermissionFilters {
  department_ids?: Ids;
  office_ids?: Ids;
  user_ids?: Ids;
  role_ids?: Ids;
  external_department_id?: string;
  external_office_id?: string;
}

/** What somebody may do on the jobs that come. */
export const FUTURE_JOB_PERMISSIONS = resource('future_job_permissions', filteredBy<FuturePermissionFilters>(), {
  user_id: reference,
  role_id: reference,
  department_id: reference,
  office_id: reference,
});

export const USER_ROLES = resource('user_roles', filteredBy(), { name: text, role_type: text });
