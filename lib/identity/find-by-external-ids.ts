/** Whom the whole team's fields for external ids name: one look, whichever browser exported them. */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import { canLookUp } from '#lib/greenhouse/external-ids.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import type { Finder } from './finder.ts';

/**
 * Nothing where the fields are not there, or Greenhouse refuses to be asked by them: that stops nothing. But whoever they name has to be
 * read: an answer that says nothing of them is not "nobody".
 */
export async function byExternalIds({ greenhouse }: Finder, externalIds: string[]): Promise<KnownPerson[] | undefined> {
  const fields = await unlessRefused(greenhouse.externalIdFields(), ['greenhouse/forbidden', 'greenhouse/invalid']);
  if (!fields || !canLookUp(fields)) return undefined;
  return unlessRefused(greenhouse.findByExternalIds(externalIds), ['greenhouse/invalid']);
}

async function unlessRefused<T>(asked: Promise<T>, codes: readonly ErrorCode[]): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (codes.includes(AppError.from(thrown).code)) return undefined;
    throw thrown;
  }
}
