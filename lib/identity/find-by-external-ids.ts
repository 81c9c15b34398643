/** Whom the whole team's fields for external ids name: one look, whichever browser exported them. */
import { AppError } from '#lib/errors.ts';
import { canLookUp } from '#lib/greenhouse/external-ids.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import type { Finder } from './finder.ts';

/** Nothing where the fields are not there, or may not be read: that stops nothing. */
export async function byExternalIds({ greenhouse }: Finder, externalIds: string[]): Promise<KnownPerson[] | undefined> {
  try {
    return canLookUp(await greenhouse.externalIdFields()) ? await greenhouse.findByExternalIds(externalIds) : undefined;
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    if (code === 'greenhouse/forbidden' || code === 'greenhouse/invalid' || code === 'greenhouse/garbled') return undefined;
    throw thrown;
  }
}
