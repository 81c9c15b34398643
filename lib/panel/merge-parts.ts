/** Two readings of one page made one. A profile shows itself in parts (contact info here, all positions there), so parts add up. */
import type { Evidence, Reading } from '#lib/candidate/reading.ts';
import type { TextField } from '#lib/candidate/schema.ts';

import { stillMissing } from './merge-missing.ts';
import { candidateOf, keysOf, newIn, withList } from './merge-values.ts';

const TEXTS: readonly (TextField | 'photoUrl')[] = [
  'firstName',
  'lastName',
  'fullName',
  'headline',
  'title',
  'company',
  'location',
  'photoUrl',
];
const WHOLE = ['positions', 'education', 'skills', 'languages'] as const;
const ADDED = ['emails', 'phones', 'links'] as const;

/** Every external id of a reading. */
export const idsOf = ({ externalId, aliases }: Reading): string[] => [...(externalId ? [externalId] : []), ...aliases];

/** The page read again: it stays the page that it was, under the id that it was met by. */
export function withPart(before: Reading, now: Reading): Reading {
  const shown = candidateOf(now);
  let candidate = { ...shown, ...candidateOf(before) };
  const evidence: Record<string, Evidence> = { ...before.evidence };
  for (const [key, how] of Object.entries(now.evidence)) if (key.includes('/') || !(key in evidence)) evidence[key] = how;
  const take = (field: keyof typeof candidate) => {
    const found = now.evidence[field];
    if (found) evidence[field] = found;
  };

  for (const field of TEXTS) {
    const value = shown[field];
    // A part of the profile that knows a field less surely (a headline) does not undo the part that knew it.
    const surer = (now.evidence[field]?.confidence ?? 0) >= (before.evidence[field]?.confidence ?? 0);
    if (!value || (candidate[field] && !surer)) continue;
    candidate[field] = value;
    take(field);
    // What was understood of a text goes with it, and no other reading's stays.
    const part = field === 'fullName' ? 'nameExtras' : field === 'location' ? 'place' : undefined;
    if (part) delete candidate[part];
    if (part && shown[part]) Object.assign(candidate, { [part]: shown[part] });
  }
  for (const field of WHOLE) {
    if (shown[field].length < candidate[field].length || shown[field].length === 0) continue;
    Object.assign(candidate, { [field]: shown[field] });
    take(field);
  }
  for (const list of ADDED) {
    const more = newIn(shown, list, keysOf(candidate, list));
    if (more.length === 0) continue;
    candidate = withList(candidate, list, [...candidate[list], ...more]);
    take(list);
  }
  const externalId = before.externalId ?? now.externalId;
  const aliases = [...new Set([...before.aliases, ...idsOf(now)])].filter((id) => id !== externalId);
  return { ...now, externalId, candidate, evidence, aliases, missing: stillMissing(now.missing, candidate) };
}
