/**
 * What the credential may do: as introspection tells, or else by reading one row of each list. We never write to find out.
 *
 * Lists answer 403, or no rows, when the user who reads is no Site Admin, whatever the scopes are (reference, sections 2.1
 * and 6). So a few lists are read also when the scopes were told: it keeps an admin from looking for a scope that is there.
 */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { USED_SCOPES } from '../rights.ts';
import type { Granted } from '../schema.ts';
import type { Api } from './api.ts';
import type { Introspection } from './introspection.ts';
import { id } from './resource.ts';

const anyRow = z.object({ id });

type Proof = 'rows' | 'none' | 'refused' | 'unknown';

async function readOne(api: Api, name: string): Promise<Proof> {
  try {
    const { value } = await api.pages({ name, row: anyRow }, { per_page: 1 }).next();
    if (value?.length) return 'rows';
    // A young organisation has no candidates, but never nobody.
    return name === 'users' ? 'refused' : 'none';
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    if (code === 'greenhouse/forbidden') return 'refused';
    // One odd list says nothing about the others; a credential that is refused does.
    if (code === 'greenhouse/unauthorized') throw thrown;
    return 'unknown';
  }
}

const listOf = (scope: string): string | undefined => /:(\w+):list$/.exec(scope)?.[1];

/** The lists that exporting needs: enough to tell a missing right from a reader who is no Site Admin. */
const TELLING = new Set(['users', 'jobs', 'candidates']);

export async function checkRights(api: Api, { scopes, readerIsAdmin }: Introspection): Promise<Granted> {
  const proofs = new Map<string, Proof>();
  await Promise.all(
    USED_SCOPES.map(async (scope) => {
      const list = listOf(scope);
      if (list && (scopes ? scopes.has(scope) && TELLING.has(list) : true)) proofs.set(scope, await readOne(api, list));
    }),
  );
  const found = [...proofs.values()];
  const refused = found.filter((proof) => proof === 'refused').length;
  // Whoever lacks a scope is refused one list; whoever is no Site Admin all of them.
  const notAdmin = refused > 0 && (scopes !== undefined || refused === found.length);
  const stateOf = (scope: string) => {
    if (scopes) return scopes.has(scope) ? 'granted' : 'missing';
    const proof = proofs.get(scope) ?? 'unknown';
    if (proof === 'unknown' || notAdmin) return 'unknown';
    return proof === 'refused' ? 'missing' : 'granted';
  };
  const reader = notAdmin ? false : found.includes('rows') || readerIsAdmin;
  return {
    rights: USED_SCOPES.map((scope) => ({ scope, state: stateOf(scope) })),
    surplus: [...(scopes ?? [])].filter((scope) => !USED_SCOPES.includes(scope)),
    ...(reader === undefined ? {} : { readerIsAdmin: reader }),
  };
}
