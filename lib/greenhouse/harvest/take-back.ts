/**
 * Taking back what an export made (harvest-api reference, 7.1 and 7.3). May be repeated: what is gone already is gone. A tag is taken off
 * by `removeTags`; a note stays, as Greenhouse has no call for it.
 */
import { AppError } from '#lib/errors.ts';

import type { Api } from './api.ts';

export async function gone(removed: Promise<unknown>): Promise<void> {
  try {
    await removed;
  } catch (thrown) {
    if (AppError.from(thrown).code !== 'greenhouse/not-found') throw thrown;
  }
}

export const removeApplication = (api: Api, applicationId: number): Promise<void> =>
  gone(api.remove('applications', applicationId));

/** The person with everything that hangs on them, whoever put it there. */
export const removePerson = (api: Api, candidateId: number): Promise<void> => gone(api.remove('candidates', candidateId));
