import type { User, UserEmail, UserRole } from '../../store/company-rows.ts';
import { readCustomFields } from '../custom-values.ts';
import { CUSTOM_FIELD_OPTION, type Filter, flag, flagOf, ids, text, texts } from '../filters.ts';
import { instant } from '../instants.ts';
import { resource } from '../resource.ts';

/** Service accounts are hidden unless asked for (harvest-api §2.1). */
const serviceAccounts: Filter = {
  read: (value, name) => {
    const included = flagOf(value, name);
    return { test: (row) => included || !(row as User).service_account };
  },
};

/** A filter on something that no user of Birch Labs has. */
const none: Filter = { read: () => ({ test: () => false }) };

/** Users and their roles (harvest-api §7.8). */
export const users = resource<User>({
  name: 'users',
  singular: 'User',
  state: 'users',
  table: (db) => db.users,
  fields: [
    'first_name',
    'last_name',
    'name',
    'primary_email',
    'emails',
    'job_title',
    'agency_id',
    'deactivated',
    'site_admin',
    'employee_id',
    'linked_candidate_ids',
    'office_ids',
    'department_ids',
    'interviewer_tags',
    'custom_fields',
  ],
  derived: {
    name: (row) => `${row.first_name} ${row.last_name}`,
    custom_fields: (row, world) => readCustomFields(world, 'user_attribute', row.values),
  },
  filters: {
    primary_email: text('primary_email'),
    employee_ids: texts('employee_id'),
    agency_ids: ids('agency_id'),
    office_ids: ids('office_ids'),
    department_ids: ids('department_ids'),
    linked_candidate_ids: ids('linked_candidate_ids'),
    interviewer_tag_ids: none,
    custom_field_option_id: CUSTOM_FIELD_OPTION,
    deactivated: flag('deactivated'),
    external_office_id: none,
    external_department_id: none,
    show_service_accounts: serviceAccounts,
  },
  assumed: { show_service_accounts: 'false' },
});

export const userEmails = resource<UserEmail>({
  name: 'user_emails',
  singular: 'User email',
  state: 'userEmails',
  table: (db) => db.userEmails,
  fields: ['user_id', 'email', 'verified', 'verification_token_sent_at'],
  filters: {
    user_ids: ids('user_id'),
    email: texts('email'),
    verified: flag('verified'),
    verification_token_sent_at: instant('verification_token_sent_at'),
  },
});

export const userRoles = resource<UserRole>({
  name: 'user_roles',
  singular: 'User role',
  state: 'userRoles',
  table: (db) => db.userRoles,
  fields: ['name', 'role_type'],
  filters: {},
});
