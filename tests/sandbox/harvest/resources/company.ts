import * as z from 'zod/mini';

import type { Department, Named, Office, Referrer, RejectionReason, Source } from '../../store/company-rows.ts';
import type { Acting } from '../acting.ts';
import { type Filter, flagOf, ids, integer, text } from '../filters.ts';
import { checkReferences, existing } from '../references.ts';
import { resource } from '../resource.ts';
import { requireSiteAdmin } from '../rights.ts';
import { defined } from '../write.ts';
import { writableInBulk } from './writable.ts';

const name = z.string().check(z.minLength(1), z.maxLength(255));
const id = z.optional(z.nullable(z.int()));
const text255 = z.optional(z.nullable(z.string().check(z.maxLength(255))));

const departmentKeys = { parent_id: id, external_id: text255 };
const officeKeys = { ...departmentKeys, location: text255, primary_in_house_contact_user_id: id };

/** The company's tree is changed by Site Admins, and stays a tree. */
function checkPlace(acting: Acting, table: 'departments' | 'offices', given: { parent_id?: number | null | undefined }): void {
  requireSiteAdmin(acting);
  checkReferences(acting.world, given);
  if (typeof given.parent_id === 'number') existing(acting.world.db[table], given.parent_id, 'parent_id');
}

/** The company's own lists (harvest-api §7.7, §7.11). */
export const departments = resource<Department>({
  name: 'departments',
  singular: 'Department',
  state: 'departments',
  table: (db) => db.departments,
  fields: ['name', 'parent_id', 'external_id'],
  filters: { parent_id: integer('parent_id'), external_id: text('external_id') },
  ...writableInBulk({
    table: (db) => db.departments,
    create: { name, ...departmentKeys },
    make: (acting, given) => {
      checkPlace(acting, 'departments', given);
      return acting.world.db.departments.insert({ parent_id: null, external_id: null, ...defined(given), name: given.name });
    },
    update: { name: z.optional(name), ...departmentKeys },
    edit: (acting, row: Department, given) => {
      checkPlace(acting, 'departments', given);
      return acting.world.db.departments.update(row.id, given as Partial<Department>);
    },
  }),
});

export const offices = resource<Office>({
  name: 'offices',
  singular: 'Office',
  state: 'offices',
  table: (db) => db.offices,
  fields: ['name', 'parent_id', 'external_id', 'location', 'primary_in_house_contact_user_id'],
  filters: { parent_id: integer('parent_id'), external_id: text('external_id') },
  ...writableInBulk({
    table: (db) => db.offices,
    create: { name, ...officeKeys },
    make: (acting, given) => {
      checkPlace(acting, 'offices', given);
      const blank = { parent_id: null, external_id: null, location: null, primary_in_house_contact_user_id: null };
      return acting.world.db.offices.insert({ ...blank, ...defined(given), name: given.name });
    },
    update: { name: z.optional(name), ...officeKeys },
    edit: (acting, row: Office, given) => {
      checkPlace(acting, 'offices', given);
      return acting.world.db.offices.update(row.id, given as Partial<Office>);
    },
  }),
});

export const sources = resource<Source>({
  name: 'sources',
  singular: 'Source',
  state: 'sources',
  table: (db) => db.sources,
  fields: ['name', 'type'],
  filters: {},
});

export const referrers = resource<Referrer>({
  name: 'referrers',
  singular: 'Referrer',
  state: 'referrers',
  table: (db) => db.referrers,
  fields: ['name', 'user_id'],
  filters: { user_ids: ids('user_id') },
});

const builtInReasons: Filter = {
  read: (value, name) => {
    const included = flagOf(value, name);
    return { test: (row) => included || !(row as RejectionReason).built_in };
  },
};

export const rejectionReasons = resource<RejectionReason>({
  name: 'rejection_reasons',
  singular: 'Rejection reason',
  state: 'rejectionReasons',
  table: (db) => db.rejectionReasons,
  fields: ['name', 'type'],
  filters: { include_defaults: builtInReasons },
  assumed: { include_defaults: 'false' },
  one: ({ world }, id) => world.db.rejectionReasons.get(Number(id)),
});

export const closeReasons = resource<Named>({
  name: 'close_reasons',
  singular: 'Close reason',
  state: 'closeReasons',
  table: (db) => db.closeReasons,
  fields: ['name'],
  filters: {},
});
