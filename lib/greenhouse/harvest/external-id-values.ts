/** What is written into the two fields of one person, and what is read from them. */
import { bucketName, bucketOf } from '../bucket.ts';
import { idsIn } from '../external-ids.ts';
import type { FoundFields } from './external-id-fields.ts';
import type { WholeCandidate } from './lists/whole-candidate.ts';
import type { FieldValue } from './person-changes.ts';

type Fields = WholeCandidate['custom_fields'];
/** The external id of the profile that an address leads to. */
export type IdOf = (address: string) => string | undefined;

/** Fewer than 255 characters (harvest-api reference, 7.9). */
const SHORT = 254;

/** The ids in the text field; an organisation that keeps addresses there instead is understood as well. */
export const readIds = (value: unknown, idOf: IdOf): string[] => idsIn(value).map((word) => idOf(word) ?? word);

export interface Values {
  values: FieldValue[];
  /** Ids for which there is no room. */
  leftOut: string[];
}

/**
 * Adds ids to what stands there and takes nothing away.
 * @param ids of profiles, the one that settles the bucket first.
 * @param urls addresses of those profiles, for a field that holds an address.
 * @param before as they stand; nothing for a new person.
 */
export function valuesFor(found: FoundFields, ids: string[], urls: string[], before: Fields, idOf: IdOf): Values {
  const { id, bucket, options } = found;
  const values: FieldValue[] = [];
  const hidden = ({ key = '', private: isPrivate }: FoundFields['id']): boolean =>
    // What we may not read may hold something, and writing it would take that away.
    isPrivate === true && before !== undefined && !(before && key in before);
  const valueOf = (key: string): unknown => before?.[key]?.value;

  if (id.state !== 'there' || id.key === undefined || hidden(id)) return { values, leftOut: [] };
  const held = valueOf(id.key);
  const text = typeof held === 'string' ? held.trim() : '';
  const there = readIds(text, idOf);
  const missing = ids.filter((one) => !there.includes(one));
  const { whole, leftOut } =
    id.type === 'url' ? address(text, missing, urls, idOf) : longer(text, missing, id.type !== 'long_text');
  if (whole !== text) values.push({ key: id.key, value: whole });

  if (bucket.state === 'there' && bucket.key !== undefined && !hidden(bucket) && isNone(valueOf(bucket.key))) {
    // Those that stand in the text now: a bucket without its text finds nobody.
    const standing = ids.filter((one) => !leftOut.includes(one));
    const chosen = [...new Set(standing.map(bucketOf))].flatMap(
      (one) => options.find((option) => option.bucket === one && option.active) ?? [],
    );
    const [first] = chosen;
    if (first && bucket.type === 'multi_select') {
      values.push({
        key: bucket.key,
        value: chosen.map((option) => option.id),
        read: chosen.map((option) => bucketName(option.bucket)),
      });
    } else if (first) {
      values.push({ key: bucket.key, value: first.id, read: bucketName(first.bucket) });
    }
  }
  return { values, leftOut };
}

/** No text, no option, no options. */
const isNone = (value: unknown): boolean => (Array.isArray(value) ? value.length === 0 : (value ?? '') === '');

function longer(text: string, missing: string[], short: boolean): { whole: string; leftOut: string[] } {
  let whole = text;
  const leftOut: string[] = [];
  for (const one of missing) {
    const next = whole === '' ? one : `${whole} ${one}`;
    if (short && next.length > SHORT) leftOut.push(one);
    else whole = next;
  }
  return { whole, leftOut };
}

/** One address, and only where there is none. */
function address(text: string, missing: string[], urls: string[], idOf: IdOf): { whole: string; leftOut: string[] } {
  const url = text === '' ? urls.find((one) => missing.includes(idOf(one) ?? '')) : undefined;
  return url === undefined
    ? { whole: text, leftOut: missing }
    : { whole: url, leftOut: missing.filter((one) => one !== idOf(url)) };
}
