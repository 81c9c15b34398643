import * as z from 'zod/mini';

import { DAY, iso } from '../clock.ts';
import type { Answer } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { BulkRequest } from '../store/company-rows.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { flag, text } from './filters.ts';
import { resource } from './resource.ts';
import { body, type Bulk } from './write.ts';

const LARGEST = 10 * 1024 * 1024;
const MOST_ACTIVE = 5;

/** A bulk call: `{data: […]}`, checked as a whole, done later one by one (harvest-api §5, §7.9). */
export function bulk<S extends z.ZodMiniObject>(
  action: string,
  item: S,
  check: (acting: Acting, data: z.infer<S>[]) => (one: z.infer<S>) => unknown,
): Bulk {
  const { forms, read } = body(z.strictObject({ data: z.array(item).check(z.minLength(1)) }));
  return {
    action,
    forms,
    act: (acting, given) => {
      const { data } = read(given, acting.world);
      const keep = check(acting, data);
      return accepted(acting, data.length, () => data.filter((one) => !kept(() => keep(one))).length);
    },
  };
}

function kept(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch (refusal) {
    if (refusal instanceof Refusal) return false;
    throw refusal;
  }
}

/** Its rows appear when the job is done (harvest-api §7.11). */
function accepted({ world, call, user }: Acting, count: number, work: () => number): Answer {
  if (call.body.length > LARGEST) throw new Refusal(413, { message: 'Payload Too Large' });
  finishDue(world);
  if (world.db.bulkRequests.where(({ active }) => active).length >= MOST_ACTIVE) {
    throw new Refusal(429, { message: 'Too Many Requests', errors: ['Too many active bulk requests.'] }, { 'Retry-After': '30' });
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
    const failures = work();
    world.db.bulkRequests.update(id, {
      status: 'complete',
      success_count: row.record_count - failures,
      failure_count: failures,
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
