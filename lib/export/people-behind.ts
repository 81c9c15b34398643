/** Who is behind the question of an export, as Greenhouse shows them now, each with what agrees. */
import { AppError } from '#lib/errors.ts';
import { keysHeld, nameAgrees } from '#lib/identity/agree.ts';
import { askedKeys } from '#lib/identity/asked.ts';
import { decide } from '#lib/identity/decide.ts';
import type { Match } from '#lib/identity/schema.ts';

import { askedOf } from './asked-of.ts';
import type { Connected } from './outbox.ts';
import type { Row } from './row.ts';

/** Rejects with `export/gone` for a row that is another account's, or that asks nothing by now. */
export async function peopleBehind(row: Row, here: Connected | undefined): Promise<Match[]> {
  const { candidateIds = [], candidateId, question } = row.view;
  if (!here?.accounts.includes(row.account)) throw new AppError('export/gone');
  if (question === 'twice' && candidateId !== undefined) {
    // They are one person by what both bear; ours is shown beside theirs.
    const both = await (await here.greenhouse()).findByIds([candidateId, ...candidateIds]);
    return both.map((person) => ({ person, agrees: [] }));
  }
  if (!row.request) throw new AppError('export/gone');
  if (candidateIds.length === 0) return [];
  const { firstName, lastName } = row.request.candidate;
  const request = { ...askedOf(row.request), ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) };
  const asked = askedKeys(request);
  const people = await (await here.greenhouse()).findByIds(candidateIds);
  return people.map((person) => {
    const evidence = { person, keys: keysHeld(person, asked), name: nameAgrees(person, request) };
    // Somebody with whom nothing agrees any more was asked about all the same.
    return decide(request, asked, [evidence]).matches[0] ?? { person, agrees: [] };
  });
}
