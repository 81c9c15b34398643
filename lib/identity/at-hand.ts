/**
 * What this machine knows of people before anybody is asked: the recruiter's words, what was exported from here, by whichever key, and
 * the index. All are read at once, for however many people.
 */
import { askedKeys, type AskedKey } from './asked.ts';
import type { Finder, Made } from './finder.ts';
import type { Found } from './index/people-index.ts';
import type { Key } from './keys.ts';
import { keysAsked } from './keys-of.ts';
import type { FindRequest } from './schema.ts';
import type { IndexStatus } from './sync/status.ts';
import type { Said } from './words.ts';

export interface AtHand {
  request: FindRequest;
  asked: AskedKey[];
  said: Said;
  exported: number | undefined;
  /** Whom we have just made, met again on another site: by an address, a number, a page. */
  made: Made;
  /** Absent where there is no index that could be asked. */
  found: Found | undefined;
  /** Keys that more people hold than anybody would look through: an agency's address, a company's page. */
  crowded: ReadonlySet<Key>;
}

export interface OfAll {
  people: AtHand[];
  /** Absent with a credential that has no index. */
  status: IndexStatus | undefined;
}

/** Of one key, or of one name: more are nobody. */
export const MOST_ALIKE = 10;

const NOTHING: Found = { byKey: new Map(), byName: [], damaged: true };

export async function atHand(finder: Finder, requests: readonly FindRequest[]): Promise<OfAll> {
  const ids = requests.map(({ externalIds }) => externalIds);
  const asked = requests.map(askedKeys);
  const [said, exported, made, indexed] = await Promise.all([
    finder.words.of(ids),
    finder.ledger.of(ids),
    finder.madeLately?.(asked.flat().map(({ key }) => key)) ?? [],
    lookUp(finder, requests),
  ]);
  const people = requests.map((request, at): AtHand => {
    const found = indexed.found?.[at];
    const crowded = [...(found?.byKey ?? [])].filter(([, holders]) => holders.length > MOST_ALIKE).map(([key]) => key);
    return {
      request,
      asked: asked[at]!,
      said: said[at] ?? { notThem: [] },
      exported: exported[at],
      made: heldBy(made, asked[at]!),
      found,
      crowded: new Set(crowded),
    };
  });
  return { people, status: indexed.status };
}

function heldBy(made: Made, asked: readonly AskedKey[]): Made {
  const theirs = new Set(asked.map(({ key }) => key));
  return made.flatMap(({ candidateId, keys }) => {
    const held = keys.filter((key) => theirs.has(key));
    return held.length > 0 ? { candidateId, keys: held } : [];
  });
}

/** An index that cannot be read is a blind spot, and stops nothing. */
async function lookUp(
  { index }: Finder,
  requests: readonly FindRequest[],
): Promise<{ status?: IndexStatus | undefined; found?: Found[] | undefined }> {
  const there = await index?.();
  if (!there?.people) return { status: there?.status };
  const found = await there.people.lookup(requests.map(keysAsked)).catch(() => requests.map(() => NOTHING));
  return { status: there.status, found };
}

/** Who has keys of theirs, by the index, each with those keys; but for keys that are crowded. */
export function holders({ found, crowded }: AtHand): Map<number, Key[]> {
  const held = new Map<number, Key[]>();
  for (const [key, ids] of found?.byKey ?? []) {
    if (!crowded.has(key)) for (const id of ids) held.set(id, [...(held.get(id) ?? []), key]);
  }
  return held;
}

/** Who is called so: with more than a few, only those of the same company. */
export function namesakes({ found }: AtHand): NonNullable<Found['byName']> {
  const all = found?.byName ?? [];
  return (all.length > MOST_ALIKE ? all.filter(({ sameCompany }) => sameCompany) : all).slice(0, MOST_ALIKE);
}
