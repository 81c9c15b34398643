/** A right whose work is done is missed by nobody: that of making the fields for external ids, where both are there. */
import { areWhole } from '#lib/greenhouse/external-ids.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import { MAKING_FIELDS } from '#lib/greenhouse/rights.ts';
import type { Right } from '#lib/greenhouse/schema.ts';

const makesFields = ({ scope, state }: Right): boolean => state !== 'granted' && MAKING_FIELDS.has(scope);

/** Without those. Fields that cannot be looked at may have to be made yet. */
export async function rightsMissed(rights: Right[], greenhouse: Pick<Greenhouse, 'externalIdFields'>): Promise<Right[]> {
  if (!rights.some(makesFields)) return rights;
  const fields = await greenhouse.externalIdFields(true).catch(() => undefined);
  return fields && areWhole(fields) ? rights.filter((right) => !makesFields(right)) : rights;
}
