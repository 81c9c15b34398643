/** What the credential may do: as introspection tells, or else by reading one row of each list. We never write to find out. */
import { AppError } from '#lib/errors.ts';

import { NEEDED_SCOPES } from '../rights.ts';
import type { Right } from '../schema.ts';
import type { Api } from './api.ts';
import { id } from './resource.ts';
import * as z from 'zod/mini';

const anyRow = z.object({ id });

async function probe(api: Api, scope: string): Promise<Right['state']> {
  const [, name = '', action] = scope.split(':');
  if (action !== 'list') return 'unknown';
  try {
    await api.pages({ name, row: anyRow }, { per_page: 1 }).next();
    return 'granted';
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : 'bug';
    if (code === 'greenhouse/forbidden') return 'missing';
    // One odd list says nothing about the others; a credential that is refused does.
    if (code === 'greenhouse/unauthorized') throw thrown;
    return 'unknown';
  }
}

export async function listRights(api: Api, scopes: Set<string> | undefined): Promise<Right[]> {
  if (scopes) return NEEDED_SCOPES.map(({ scope }) => ({ scope, state: scopes.has(scope) ? 'granted' : 'missing' }));
  return Promise.all(NEEDED_SCOPES.map(async ({ scope }) => ({ scope, state: await probe(api, scope) })));
}
