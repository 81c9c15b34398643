/** Adds to a person who is in Greenhouse already: read, merge, write what changed (harvest-api reference, 7.1). */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import type { Api } from './api.ts';
import { WHOLE_CANDIDATES, type WholeCandidate } from './lists/whole-candidate.ts';
import { asTheyWere, lostKeys } from './lost-fields.ts';
import { written } from './person-body.ts';
import { patchOf, type PersonChanges } from './person-changes.ts';

export interface Updated {
  /** Greenhouse's names of what was changed; none when everything was there, and then nothing was written. */
  changed: string[];
}

/** Bare, or wrapped like the answer of a create may be. */
const answer = z.union([z.object({ candidate: WHOLE_CANDIDATES.row }), WHOLE_CANDIDATES.row]);

function fieldsIn(body: unknown): WholeCandidate['custom_fields'] {
  const parsed = answer.safeParse(body);
  if (!parsed.success) return undefined;
  return 'candidate' in parsed.data ? parsed.data.candidate.custom_fields : parsed.data.custom_fields;
}

/**
 * Nothing is taken away, so it may be repeated. What somebody else changes between the reading and the writing is lost: Greenhouse has no
 * guard against that.
 * @throws AppError `greenhouse/not-found` when the person was merged or deleted.
 */
export const updatePerson = (api: Api, { candidateId, ...changes }: PersonChanges & { candidateId: number }): Promise<Updated> =>
  changePerson(api, candidateId, () => changes);

/** The same, where what is to be changed depends on how they stand. */
export async function changePerson(api: Api, candidateId: number, how: (row: WholeCandidate) => PersonChanges): Promise<Updated> {
  const [row] = await api.list(WHOLE_CANDIDATES, { ids: candidateId });
  if (!row) throw new AppError('greenhouse/not-found').as('no');
  const changes = how(row);
  const { customFields = [] } = changes;
  const body = patchOf(row, changes);
  const changed = Object.keys(body);
  if (changed.length === 0) return { changed };
  const after = fieldsIn(await api.update('candidates', candidateId, body));
  const lost = body['custom_fields'] ? lostKeys(row.custom_fields, after, customFields) : [];
  if (row.custom_fields && lost.length > 0) {
    const values = [...customFields, ...(await asTheyWere(api, row.custom_fields, lost))];
    await api.update('candidates', candidateId, { custom_fields: written(values) });
  }
  return { changed };
}
