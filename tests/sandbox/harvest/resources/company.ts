import type { Department, Named, Office, Referrer, RejectionReason, Source } from '../../store/company-rows.ts';
import { type Filter, flagOf, ids, integer, text } from '../filters.ts';
import { resource } from '../resource.ts';

/** The company's own lists (harvest-api §7.7, §7.11). */
export const departments = resource<Department>({
  name: 'departments',
  singular: 'Department',
  state: 'departments',
  table: (db) => db.departments,
  fields: ['name', 'parent_id', 'external_id'],
  filters: { parent_id: integer('parent_id'), external_id: text('external_id') },
});

export const offices = resource<Office>({
  name: 'offices',
  singular: 'Office',
  state: 'offices',
  table: (db) => db.offices,
  fields: ['name', 'parent_id', 'external_id', 'location', 'primary_in_house_contact_user_id'],
  filters: { parent_id: integer('parent_id'), external_id: text('external_id') },
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
