/** What the acting user may do with the key, by reads that change nothing. A basic user may create and not read, so each is asked. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import type { Granted, Right } from '../schema.ts';
import type { Api } from './api.ts';

/** Named as Greenhouse names the rights of a partner that signs in otherwise. Whether one may create, only a create could tell. */
const READS: Record<string, string> = {
  'jobs.view': 'jobs',
  'prospect_pools.view': 'prospect_pools',
  // Nobody need have this id: whoever may not read is told so all the same.
  'candidates.view': 'candidates?candidate_ids=1',
};

async function probe(api: Api, path: string): Promise<Right['state']> {
  try {
    await api.read(path, z.unknown());
    return 'granted';
  } catch (thrown) {
    return AppError.from(thrown).code === 'greenhouse/forbidden' ? 'missing' : 'unknown';
  }
}

/** Rejects when nobody is let in, or nothing is answered: that says nothing of single rights. */
export async function listRights(api: Api): Promise<Granted> {
  await api.read('current_user', z.unknown());
  const read = Object.entries(READS).map(async ([scope, path]) => ({ scope, state: await probe(api, path) }));
  return { rights: [{ scope: 'candidates.create', state: 'unknown' }, ...(await Promise.all(read))], surplus: [] };
}
