/** Who has a key: read in one transaction, so that base and log are of one moment. */
import type { Reading } from '#lib/storage/people-shelf.ts';

import type { Key, PersonKeys } from '../keys.ts';
import { blockAt, positionOf } from './blocks.ts';
import type { Column } from './column.ts';
import { isDamaged, type Unreadable } from './damage.ts';
import { fingerprints, NAME_SPAN } from './fingerprint.ts';
import type { Head } from './head.ts';
import type { Log } from './log.ts';
import { idOf } from './page.ts';
import type { Found, NamedAlike } from './people-index.ts';
import { columnsOf } from './sheet.ts';

interface Hit {
  id: number;
  fingerprint: number;
}

interface Answers {
  found: Found[];
  unreadable: Unreadable;
}

/** What a person's keys come down to. */
function questionOf({ keys, names }: PersonKeys, hash: ReturnType<typeof fingerprints>) {
  return {
    keys: keys.map((key) => [key, hash.of(key)] as const),
    names: [...Map.groupBy(names, ({ name }) => name)].map(([name, same]) => ({
      from: hash.ofName(name),
      withCompany: new Set(same.filter(({ company }) => company !== '').map(hash.ofNameKey)),
    })),
  };
}
type Question = ReturnType<typeof questionOf>;

const askedOf = ({ keys, names }: Question): number[] => [...keys.map(([, f]) => f), ...names.map(({ from }) => from)];

function hitsIn(column: Column, owners: Column, from: number, to: number, take: (hit: Hit) => void): void {
  for (let i = column.firstFrom(from); i < column.length; i++) {
    const fingerprint = column.at(i);
    if (fingerprint >= to) return;
    take({ id: idOf(owners.at(i)), fingerprint });
  }
}

export async function look(shelf: Reading, head: Head, log: Log, people: readonly PersonKeys[]): Promise<Answers> {
  const hash = fingerprints(head.secret);
  const questions = people.map((person) => questionOf(person, hash));
  const starts = new Set(questions.flatMap(askedOf).flatMap((f) => blockAt(head, positionOf(f)) ?? []));
  const values = await shelf.get('base', [...starts]);
  const blocks = new Map([...starts].map((start, i) => [start, columnsOf(values[i], start)]));

  const between = (from: number, to: number): Hit[] => {
    const hits: Hit[] = [];
    const start = blockAt(head, positionOf(from));
    const [column, owners] = (start !== undefined && blocks.get(start)) || [];
    if (column && owners) hitsIn(column, owners, from, to, (hit) => log.isSuperseded(-1, hit.id) || hits.push(hit));
    if (!log.mayHave(from)) return hits;
    for (const [i, page] of log.pages.entries())
      hitsIn(page.fingerprints, page.owners, from, to, (hit) => log.isSuperseded(i, hit.id) || hits.push(hit));
    return hits;
  };

  const isWhole = (fingerprint: number): boolean => {
    const position = positionOf(fingerprint);
    const start = blockAt(head, position);
    return !isDamaged(head, position) && (start === undefined || blocks.get(start) !== undefined);
  };

  return {
    found: questions.map((question) => {
      const byKey = new Map<Key, readonly number[]>();
      for (const [key, fingerprint] of question.keys) {
        const ids = new Set(between(fingerprint, fingerprint + 1).map(({ id }) => id));
        if (ids.size > 0) byKey.set(key, [...ids]);
      }
      const alike = new Map<number, boolean>();
      for (const { from, withCompany } of question.names) {
        for (const { id, fingerprint } of between(from, from + NAME_SPAN))
          alike.set(id, withCompany.has(fingerprint) || alike.get(id) === true);
      }
      return {
        byKey,
        byName: Array.from(alike, ([candidateId, sameCompany]): NamedAlike => ({ candidateId, sameCompany })),
        damaged: !head.begun || log.unreadable.length > 0 || !askedOf(question).every(isWhole),
      };
    }),
    unreadable: { blocks: [...starts].filter((start) => !blocks.get(start)), pages: [...log.unreadable] },
  };
}
