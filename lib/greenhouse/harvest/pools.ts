/** In which pools prospects are, which their applications do not tell (harvest-api reference, 7.2). */
import { unlessForbidden } from '../http/tolerate.ts';
import type { InPool } from '../schema.ts';

import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { PROSPECT_DETAILS } from './lists/applications.ts';

/** One call for up to fifty. Without the right to it nothing is told of any. */
export async function poolsOf(api: Api, applicationIds: number[]): Promise<InPool[]> {
  const details = await unlessForbidden(listByIds(api, PROSPECT_DETAILS, 'application_ids', applicationIds), []);
  return details.flatMap(({ application_id: applicationId, pool_id: poolId }) =>
    applicationId && poolId !== undefined ? { applicationId, poolId } : [],
  );
}
