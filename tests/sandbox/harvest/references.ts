import { unprocessable } from '../http/refusal.ts';
import type { Database } from '../store/database.ts';
import type { Candidate } from '../store/rows.ts';
import type { Row, Table } from '../store/table.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { seesCandidate } from './visibility.ts';

/** An id in a body must lead somewhere, except where it is known not to be checked (harvest-api §6, §12 #22). */
export function existing<R extends Row>(table: Table<R>, id: number, field: string): R {
  const row = table.get(id);
  if (!row) throw unprocessable({ [field]: `\`${id}\` does not exist` });
  return row;
}

/** A candidate whom the acting user may see; the others are not there for them. */
export function existingCandidate(acting: Acting, id: number, field = 'candidate_id'): Candidate {
  const candidate = existing(acting.world.db.candidates, id, field);
  if (!seesCandidate(acting, candidate)) throw unprocessable({ [field]: `\`${id}\` does not exist` });
  return candidate;
}

const USERS = [
  'recruiter_id',
  'coordinator_id',
  'prospect_owner_id',
  'linked_user_ids',
  'user_id',
  'email_from_user_id',
  'primary_in_house_contact_user_id',
  'organizer_id',
  'interviewer_id',
  'submitter_id',
];

/** Where the ids of bodies lead that are only looked up, by the key they stand under. */
const LEADS: Record<string, (db: Database) => Table<Row>> = {
  ...Object.fromEntries(USERS.map((key) => [key, (db: Database): Table<Row> => db.users])),
  ...leads('sources', 'source_id'),
  ...leads('referrers', 'referrer_id'),
  ...leads('departments', 'department_id', 'prospective_department_id', 'department_ids'),
  ...leads('offices', 'office_id', 'prospective_office_id', 'office_ids'),
  ...leads('rejectionReasons', 'rejection_reason_id'),
  ...leads('closeReasons', 'close_reason_id'),
  ...leads('emailTemplates', 'email_template_id'),
  ...leads('customFields', 'custom_field_id'),
  ...leads('userRoles', 'role_id'),
};

function leads(table: keyof Database, ...keys: string[]): typeof LEADS {
  return Object.fromEntries(keys.map((key) => [key, (db: Database): Table<Row> => db[table]]));
}

/** Looks up whatever a body refers to, unless Greenhouse is to be as trusting everywhere as it is with notes. */
export function checkReferences(world: World, body: object): void {
  if (world.quirks.bodyReferences === 'trusted') return;
  for (const [key, value] of Object.entries(body)) {
    const table = LEADS[key]?.(world.db);
    if (!table) continue;
    for (const id of [value].flat() as (number | null | undefined)[]) if (typeof id === 'number') existing(table, id, key);
  }
}
