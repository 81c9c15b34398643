import { seededWithEmail } from '../company/candidates.ts';
import type { Candidate } from '../store/rows.ts';
import type { World } from '../world.ts';
import { mergeInto } from './candidate-merge.ts';

/**
 * The organisation's Auto-Merge setting: a new person with the e-mail address of an older one vanishes into it,
 * identical names first, then the latest activity (harvest-api §8.2).
 */
export function autoMerge(world: World, newcomer: Candidate): void {
  if (!world.quirks.autoMerge) return;
  const addresses = new Set(newcomer.email_addresses.map(({ value }) => value.toLowerCase()));
  const twins = world.db.candidates.where(
    ({ id, email_addresses }) => id !== newcomer.id && email_addresses.some(({ value }) => addresses.has(value.toLowerCase())),
    { ids: [...addresses].flatMap(seededWithEmail) },
  );
  const [survivor] = twins.sort(
    (one, other) =>
      Number(sameName(other, newcomer)) - Number(sameName(one, newcomer)) ||
      (other.last_activity_at ?? '').localeCompare(one.last_activity_at ?? ''),
  );
  if (survivor) mergeInto(world, survivor, newcomer);
}

function sameName(one: Candidate, other: Candidate): boolean {
  return one.first_name === other.first_name && one.last_name === other.last_name;
}
