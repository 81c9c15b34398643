import * as z from 'zod/mini';

import { applicationsForCandidate, applicationsForJob } from '../../company/applications.ts';
import { offersForApplication } from '../../company/hiring.ts';
import type { Plain } from '../../store/company-rows.ts';
import type { Values } from '../../store/rows.ts';
import { iso } from '../../clock.ts';
import { customFieldsBody, readCustomFields, writeCustomFields } from '../custom-values.ts';
import { choice, CUSTOM_FIELD_OPTION, flag, ids } from '../filters.ts';
import { instant } from '../instants.ts';
import { existing } from '../references.ts';
import { defined } from '../write.ts';
import { applicationOf, onApplication } from './interviewing.ts';
import { parents, plain } from './plain.ts';
import { writable } from './writable.ts';

const STATUSES = ['Created', 'Accepted', 'Rejected', 'Deprecated'] as const;

const keys = {
  opening_id: z.optional(z.int()),
  starts_on: z.optional(z.iso.date()),
  sent_on: z.optional(z.iso.date()),
  custom_fields: z.optional(customFieldsBody),
};

/** Offers (harvest-api §7.11, §13); the keys of its bodies are a guess from v1. */
export const offers = plain(
  'offers',
  'application_id job_id candidate_id opening_id version status starts_on sent_on resolved_at custom_fields',
  {
    application_ids: ids('application_id', offersForApplication),
    job_ids: ids('job_id', (id, founding) => applicationsForJob(founding, id).flatMap(offersForApplication)),
    candidate_ids: ids('candidate_id', (id) => applicationsForCandidate(id).flatMap(offersForApplication)),
    ...parents('opening'),
    status: choice('status', STATUSES),
    resolved_at: instant('resolved_at'),
    sent_on: instant('sent_on'),
    starts_on: instant('starts_on'),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
    current_only: flag('current'),
  },
  {
    ...onApplication,
    derived: { custom_fields: (row, world) => readCustomFields(world, 'offer', row['values'] as Values) },
    ...writable({
      table: (db) => db.offers,
      create: { application_id: z.int(), ...keys },
      make: (acting, { custom_fields, ...given }) => {
        const { world } = acting;
        const { candidate_id, job_id } = applicationOf(acting, given);
        if (given.opening_id !== undefined) existing(world.db.openings, given.opening_id, 'opening_id');
        const values = writeCustomFields(world, 'offer', custom_fields);
        const earlier = world.db.offers.where((row) => row['application_id'] === given.application_id, {
          ids: offersForApplication(given.application_id),
        });
        // A new version deprecates the open one.
        for (const row of earlier) {
          const status = row['status'] === 'Created' ? 'Deprecated' : row['status'];
          world.db.offers.update(row.id, { current: false, status });
        }
        const version = earlier.length + 1;
        const rest = { candidate_id, job_id, version, status: 'Created', resolved_at: null, current: true, values };
        return world.db.offers.insert({ opening_id: null, starts_on: null, sent_on: null, ...defined(given), ...rest });
      },
      update: { ...keys, status: z.optional(z.enum(STATUSES)) },
      edit: (acting, row: Plain, { custom_fields, ...given }) => {
        applicationOf(acting, row);
        const values = writeCustomFields(acting.world, 'offer', custom_fields, row['values'] as Values);
        const resolved = given.status === 'Accepted' || given.status === 'Rejected';
        const at = resolved ? { resolved_at: iso(acting.world.clock.now()) } : {};
        return acting.world.db.offers.update(row.id, { ...defined(given), ...at, values });
      },
    }),
  },
);
