/** Two records of one person become one (harvest-api reference, 7.1). It cannot be undone. */
import { AppError } from '#lib/errors.ts';

import type { Api } from './api.ts';
import { CANDIDATES } from './lists/people.ts';

/**
 * What the other record holds goes to the survivor, and the other is gone. References in bodies are not always checked by Greenhouse
 * (section 6), so both are looked up first.
 * @throws AppError `greenhouse/not-found` when one of them is not there, or they are the same.
 */
export async function mergePeople(api: Api, survivorId: number, otherId: number): Promise<void> {
  const there = await api.list(CANDIDATES, { ids: [survivorId, otherId], fields: ['id'] });
  if (there.length !== 2) throw new AppError('greenhouse/not-found').as('no');
  await api.act('candidates', survivorId, 'merge', { secondary_candidate_id: otherId });
}
