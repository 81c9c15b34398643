/** A career, entry by entry: each is one call, and can be looked for when its answer is lost (harvest-api reference, 7.10). */
import type { Candidate } from '#lib/candidate/schema.ts';

import { unlessForbidden } from '../http/tolerate.ts';
import type { Body } from '../person-parts.ts';
import type { Career, CareerEntry } from '../port.ts';

import type { Api } from './api.ts';
import { careerIn, educationKey, employmentKey } from './background-rows.ts';
import { type Dictionaries, readDictionaries } from './dictionaries.ts';
import { CANDIDATE_EDUCATIONS, CANDIDATE_EMPLOYMENTS } from './lists/people.ts';

const EMPTY: Dictionaries = { school: new Map(), degree: new Map(), discipline: new Map() };

/** Without a school nothing is asked. Where the lists may not be read no school has a place. */
export const careerOf = async (api: Api, candidate: Pick<Candidate, 'positions' | 'education'>): Promise<Career> =>
  careerIn(candidate, candidate.education.length > 0 ? await unlessForbidden(readDictionaries(api), undefined) : EMPTY);

export async function careerThere(api: Api, candidateId: number, kind: CareerEntry['kind']): Promise<string[] | undefined> {
  const query = { candidate_ids: candidateId };
  const rows: Promise<Body[]> =
    kind === 'employment' ? api.list(CANDIDATE_EMPLOYMENTS, query) : api.list(CANDIDATE_EDUCATIONS, query);
  return (await unlessForbidden(rows, undefined))?.map(kind === 'employment' ? employmentKey : educationKey);
}

export async function addToCareer(api: Api, candidateId: number, { kind, row }: CareerEntry): Promise<void> {
  await api.create(`candidate_${kind}s`, { candidate_id: candidateId, ...row });
}
