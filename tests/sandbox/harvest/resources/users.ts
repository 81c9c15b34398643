import * as z from 'zod/mini';

import { blankUser as BLANK } from '../../company/staff.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { User, UserEmail, UserRole } from '../../store/company-rows.ts';
import type { World } from '../../world.ts';
import { customFieldsBody, readCustomFields, writeCustomFields } from '../custom-values.ts';
import { CUSTOM_FIELD_OPTION, type Filter, flag, flagOf, ids, text, texts } from '../filters.ts';
import { instant } from '../instants.ts';
import { checkReferences, existing } from '../references.ts';
import { resource } from '../resource.ts';
import { requireSiteAdmin } from '../rights.ts';
import { body, type Change, creates, does, DONE, defined } from '../write.ts';
import { writableInBulk } from './writable.ts';

const name = z.string().check(z.minLength(1), z.maxLength(255));
const email = z.email();
const NOTHING = body(z.strictObject({}));

const userKeys = {
  first_name: z.optional(name),
  last_name: z.optional(name),
  employee_id: z.optional(z.nullable(z.string())),
  job_title: z.optional(z.nullable(z.string())),
  office_ids: z.optional(z.array(z.int())),
  department_ids: z.optional(z.array(z.int())),
  custom_fields: z.optional(customFieldsBody),
};

/** Service accounts are hidden unless asked for (harvest-api §2.1). */
const serviceAccounts: Filter = {
  read: (value, name) => {
    const included = flagOf(value, name);
    return { test: (row) => included || !(row as User).service_account };
  },
};

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
  // No user of Birch Labs has interviewer tags or external ids.
  filters: {
    primary_email: text('primary_email'),
    employee_ids: texts('employee_id'),
    agency_ids: ids('agency_id'),
    office_ids: ids('office_ids'),
    department_ids: ids('department_ids'),
    linked_candidate_ids: ids('linked_candidate_ids'),
    interviewer_tag_ids: ids('interviewer_tag_ids'),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
    deactivated: flag('deactivated'),
    external_office_id: text('external_office_id'),
    external_department_id: text('external_department_id'),
    show_service_accounts: serviceAccounts,
  },
  assumed: { show_service_accounts: 'false' },
  ...writableInBulk({
    table: (db) => db.users,
    create: { ...userKeys, first_name: name, last_name: name, primary_email: email },
    make: (acting, { primary_email, custom_fields, ...given }) => {
      requireSiteAdmin(acting);
      checkReferences(acting.world, given);
      const { db } = acting.world;
      checkAddress(acting.world, 'primary_email', primary_email);
      const values = writeCustomFields(acting.world, 'user_attribute', custom_fields);
      const user = db.users.insert({
        ...BLANK,
        ...defined(given),
        primary_email,
        emails: [primary_email],
        values,
      });
      db.userEmails.insert({ user_id: user.id, email: primary_email, verified: false, verification_token_sent_at: null });
      return user;
    },
    update: userKeys,
    edit: (acting, row: User, { custom_fields, ...given }) => {
      requireSiteAdmin(acting);
      checkReferences(acting.world, given);
      const values = writeCustomFields(acting.world, 'user_attribute', custom_fields, row.values);
      return acting.world.db.users.update(row.id, { ...(given as Partial<User>), values });
    },
  }),
  verbs: {
    'POST activate': turned({ deactivated: false }),
    'POST deactivate': turned({ deactivated: true }),
    // The person stays, and may nothing any more.
    'POST revoke_permissions': does(NOTHING, (acting, row: User) => {
      requireSiteAdmin(acting);
      const { jobPermissions, users: people } = acting.world.db;
      for (const { id } of jobPermissions.where(({ user_id }) => user_id === row.id)) jobPermissions.remove(id);
      people.update(row.id, { site_admin: false });
      return DONE;
    }),
  },
});

function turned(change: Partial<User>): Change<User> {
  return does(NOTHING, (acting, row: User) => {
    requireSiteAdmin(acting);
    acting.world.db.users.update(row.id, change);
    return DONE;
  });
}

function checkAddress({ db }: World, key: string, address: string): void {
  if (db.userEmails.first((row) => row.email.toLowerCase() === address.toLowerCase())) {
    throw unprocessable({ [key]: 'has already been taken' });
  }
}

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
  create: creates(body(z.strictObject({ user_id: z.int(), email })), (acting, given) => {
    requireSiteAdmin(acting);
    const { db } = acting.world;
    const user = existing(db.users, given.user_id, 'user_id');
    checkAddress(acting.world, 'email', given.email);
    db.users.update(user.id, { emails: [...user.emails, given.email] });
    return db.userEmails.insert({ ...given, verified: false, verification_token_sent_at: null });
  }),
});

export const userRoles = resource<UserRole>({
  name: 'user_roles',
  singular: 'User role',
  state: 'userRoles',
  table: (db) => db.userRoles,
  fields: ['name', 'role_type'],
  filters: {},
});
