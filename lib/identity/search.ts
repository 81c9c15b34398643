/**
 * A search by hand: one text, of which the machine says what it is. By email and by candidate id Greenhouse itself is asked; by
 * profile, phone and name the index is, and whom it claims is read before they are shown.
 */
import { AppError } from '#lib/errors.ts';
import { candidateIdIn, isGreenhouse } from '#lib/greenhouse/candidate-id.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { keysHeld, nameAgrees } from './agree.ts';
import { askedKeys } from './asked.ts';
import { atHand, holders } from './at-hand.ts';
import { decide, type Evidence } from './decide.ts';
import type { Finder } from './finder.ts';
import { byExternalIds } from './find-by-external-ids.ts';
import { keysIn } from './keys-in.ts';
import type { FindRequest, Match } from './schema.ts';

/** So many are shown at most, the newest: whoever looks for one of a hundred namesakes has to say more. */
const MOST = 20;

type Wanted =
  | { by: 'id'; candidateId: number }
  | { by: 'email' | 'profile' | 'phone'; request: FindRequest }
  /** The words of a name, by where the last name may begin. */
  | { by: 'name'; requests: FindRequest[] };

const nothing: FindRequest = { externalIds: [], emails: [] };

/** @returns nothing for a text that is none of what people can be found by. */
export function wantedBy(typed: string): Wanted | undefined {
  const text = typed.trim();
  const candidateId = candidateIdIn(text);
  if (candidateId !== undefined) return { by: 'id', candidateId };
  if (isGreenhouse(text)) return undefined;
  if (keysIn({ emails: [text] }).length > 0 && !/[/\s](?!.*@)/.test(text))
    return { by: 'email', request: { ...nothing, emails: [text.replace(/^mailto:/i, '')] } };
  const ids = /^[a-z][a-z-]*:[^/\s]\S*$/i.test(text) ? [text] : [];
  if (ids.length > 0) return { by: 'profile', request: { ...nothing, externalIds: ids } };
  const profiles = keysIn({ urls: [text] });
  if (profiles.length > 0) {
    const externalIds = profiles.flatMap((key) => (key.startsWith('id ') ? key.slice('id '.length) : []));
    return { by: 'profile', request: { ...nothing, externalIds, urls: [text] } };
  }
  if (keysIn({ phones: [text] }).length > 0 && !/\p{L}{3}/u.test(text))
    return { by: 'phone', request: { ...nothing, phones: [text] } };
  const requests = namesIn(text);
  return requests.length > 0 ? { by: 'name', requests } : undefined;
}

/** "Ada Fixture", "Fixture, Ada", "Ana García Márquez": where the last name begins is not said, nor which of the two comes first. */
function namesIn(text: string): FindRequest[] {
  if (/[\d@/<>]/.test(text)) return [];
  const [family = '', given] = text.split(/\s*,\s*/);
  if (given) return [{ ...nothing, firstName: given, lastName: family }];
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  // One text in Chinese, Japanese or Korean may be the whole of it.
  if (words.length === 1)
    return /^[\p{L}]{2,}$/u.test(text) && !/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(text)
      ? [{ ...nothing, firstName: '', lastName: text }]
      : [];
  return words.slice(1).flatMap((_, at) => {
    const [before, behind] = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')];
    return [
      { ...nothing, firstName: before, lastName: behind },
      { ...nothing, firstName: behind, lastName: before },
    ];
  });
}

/**
 * Rejects with `search/unclear` for a text that is nothing to search by, and with `search/needs-index` for one that only the index
 * could answer where there is none.
 */
export async function search(finder: Finder, typed: string): Promise<Match[]> {
  const wanted = wantedBy(typed);
  if (!wanted) throw new AppError('search/unclear');
  const { greenhouse } = finder;
  if (wanted.by === 'id') {
    const people = await greenhouse.findByIds([wanted.candidateId]);
    return people.map((person) => ({ person, agrees: [] }));
  }
  if (!greenhouse.can.findsPeople) throw new AppError('greenhouse/not-offered');
  if (wanted.by === 'email') {
    const people = await greenhouse.findByEmail(wanted.request.emails[0]!.trim());
    return people.map((person) => ({ person, agrees: [{ by: 'email', value: wanted.request.emails[0]! }] }));
  }
  const requests = wanted.by === 'name' ? wanted.requests : [wanted.request];
  const { people: known } = await atHand(finder, requests);
  const indexed = known.some(({ found }) => found !== undefined);
  const inFields = wanted.by === 'profile' ? await byExternalIds(finder, wanted.request.externalIds) : undefined;
  if (!indexed && !inFields) throw new AppError('search/needs-index');
  const claimed = known.flatMap((one) => [
    ...(one.exported === undefined ? [] : [one.exported]),
    ...holders(one).keys(),
    ...(one.found?.byName ?? []).map(({ candidateId }) => candidateId),
  ]);
  const read = await greenhouse.findByIds([...new Set(claimed)].toSorted((a, b) => b - a).slice(0, MOST));
  return matchesOf(requests, [...read, ...(inFields ?? [])]);
}

/** Each once, with what agrees; whoever does not agree any more is nobody. */
function matchesOf(requests: readonly FindRequest[], people: readonly KnownPerson[]): Match[] {
  const each = new Map(people.map((person) => [person.candidateId, person]));
  return [...each.values()].flatMap((person) => {
    for (const request of requests) {
      const asked = askedKeys(request);
      const evidence: Evidence = { person, keys: keysHeld(person, asked), name: nameAgrees(person, request) };
      const [match] = decide(request, asked, [evidence]).matches;
      if (match) return [match];
    }
    return [];
  });
}
