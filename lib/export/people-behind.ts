/** Who is behind the question of an export, as Greenhouse shows them now, each with what agrees. */
import { AppError } from '#lib/errors.ts';
import { keysHeld, nameAgrees } from '#lib/identity/agree.ts';
import { askedKeys } from '#lib/identity/asked.ts';
import { decide } from '#lib/identity/decide.ts';
import type { Match } from '#lib/identity/schema.ts';

import { askedOf } from './asked-of.ts';
import type { Connected } from './outbox.ts';
import { idsOf, type Row } from './row.ts';

/** Rejects with `export/gone` for a row that is another account's, or that asks nothing by now. */
export async function peopleBehind(row: Row, here: Connected | undefined): Promise<Match[]> {
  const { candidateIds = [], candidateId, question, error } = row.view;
  if (error?.code === 'storage/corrupt') return peopleLeft(row, here);
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

/**
 * Of an export that cannot be read: who is there by what of it is in the clear. Rejects where not being shown anybody would prove
 * nothing.
 */
async function peopleLeft(row: Row, here: Connected | undefined): Promise<Match[]> {
  // Whose it was may be what is damaged: then only the Greenhouse at hand can be asked.
  if (!here || (row.account && !here.accounts.includes(row.account))) throw new AppError('settings/incomplete');
  const { candidateId } = row.view;
  const externalIds = idsOf(row).filter(Boolean);
  if (candidateId === undefined && externalIds.length === 0) throw new AppError('export/gone');
  const { matches } = await here.find({ externalIds, emails: [] });
  const greenhouse = await here.greenhouse();
  if (matches.length > 0) return matches;
  if (!greenhouse.can.findsPeople) throw new AppError('greenhouse/not-offered');
  const sent = row.sends.at(-1);
  // A create of which nobody knows: without fields for external ids, among those who were made in those minutes.
  const made = sent ? await greenhouse.twins(externalIds, sent.theirs ?? sent.at) : [];
  const ids = made.map((twin) => twin.candidateId);
  const people = await greenhouse.findByIds(candidateId === undefined ? ids : [candidateId, ...ids]);
  return people.map((person) => ({ person, agrees: [] }));
}
