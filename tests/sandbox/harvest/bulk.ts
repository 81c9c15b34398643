import { DAY, iso } from '../clock.ts';
import type { Answer } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { BulkRequest } from '../store/company-rows.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { flag, text } from './filters.ts';
import { resource } from './resource.ts';

const LARGEST = 10 * 1024 * 1024;
const MOST_ACTIVE = 5;

/** Accepts a bulk POST; its rows appear when the job is done (harvest-api §5, §7.11). */
export function bulkJob({ world, call, user }: Acting, count: number, work: () => void): Answer {
  if (call.body.length > LARGEST) throw new Refusal(413, { message: 'Payload Too Large' });
  finishDue(world);
  if (world.db.bulkRequests.where(({ active }) => active).length >= MOST_ACTIVE) {
    throw new Refusal(429, { message: 'Too Many Requests' }, { 'Retry-After': '30' });
  }
  const uuid = `00000000-0000-4000-8000-${String(world.db.bulkRequests.where(() => true).length + 1).padStart(12, '0')}`;
  const row = world.db.bulkRequests.insert({
    bulk_action_uuid: uuid,
    status: 'building',
    record_count: count,
    success_count: 0,
    failure_count: 0,
    api_endpoint: call.path,
    requested_at: iso(world.clock.now()),
    requested_by_user_id: user.id,
    completed_at: null,
    expires_at: iso(world.clock.now() + DAY),
    active: true,
  });
  world.bulkWork.set(row.id, work);
  finishDue(world);
  return { status: 202, body: { bulk_action_uuid: uuid, status: 'building', status_url: `v3/bulk_requests/${uuid}` } };
}

/** Does what has waited long enough; asked before every call, since nothing here runs by itself. */
export function finishDue(world: World): void {
  for (const [id, work] of world.bulkWork) {
    const row = world.db.bulkRequests.get(id);
    if (!row || Date.parse(row.requested_at) + world.quirks.bulkDelayMs > world.clock.now()) continue;
    world.bulkWork.delete(id);
    work();
    world.db.bulkRequests.update(id, {
      status: 'complete',
      success_count: row.record_count,
      completed_at: iso(world.clock.now()),
      active: false,
    });
  }
}

export const bulkRequests = resource<BulkRequest>({
  name: 'bulk_requests',
  singular: 'Bulk request',
  state: 'bulkRequests',
  table: (db) => db.bulkRequests,
  fields: [
    'bulk_action_uuid',
    'status',
    'record_count',
    'success_count',
    'failure_count',
    'api_endpoint',
    'requested_at',
    'requested_by_user_id',
    'completed_at',
    'expires_at',
  ],
  filters: { bulk_action_uuid: text('bulk_action_uuid'), active: flag('active') },
  one: ({ world }, uuid) => world.db.bulkRequests.first((row) => row.bulk_action_uuid === uuid),
});
