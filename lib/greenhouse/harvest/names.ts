/** Names for the ids in applications: what is not kept yet is read behind the answer, for the next one (reference, 7.7, 7.8, 7.11). */
import { unlessForbidden } from '../http/tolerate.ts';
import type { Named, Names, NamesById } from '../names.ts';
import { userName } from '../user-name.ts';

import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { JOBS } from './lists/jobs.ts';
import { USERS } from './lists/users.ts';
import { listRejectReasons } from './reject-reasons.ts';

const READ: Record<Named, (api: Api, ids: number[]) => Promise<(readonly [number, string])[]>> = {
  job: async (api, ids) => {
    const jobs = await listByIds(api, JOBS, 'ids', ids, { fields: ['name'] });
    return jobs.map(({ id, name }) => [id, name ?? '']);
  },
  user: async (api, ids) => (await listByIds(api, USERS, 'ids', ids)).map((user) => [user.id, userName(user)]),
  reason: async (api) => (await listRejectReasons(api)).map(({ id, name }) => [id, name]),
};

/**
 * The names of all that were asked for. One that Greenhouse does not tell (a job or a list that may not be read) is kept as '', so
 * that it is not asked for at every look.
 */
export async function readNames(api: Api, names: Names, kind: Named, ids: number[]): Promise<NamesById> {
  const told = await unlessForbidden(READ[kind](api, ids), []);
  const read = new Map([...ids.map((id) => [id, ''] as const), ...told]);
  await names.keep(kind, read);
  return read;
}
