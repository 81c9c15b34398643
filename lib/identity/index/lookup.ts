/**
 * Who has a key. Head and log are of one moment, since they are read in one transaction; the blocks stay as they are for as long as
 * the head says where they are. So they are read at the same time, where the head of the last lookup says that they are, and once
 * more if it has changed.
 */
import type { Shelf } from '#lib/storage/people-shelf.ts';
import type { Volumes } from '#lib/storage/people-volumes.ts';

import type { Key, PersonKeys } from '../keys.ts';
import { blockAt, positionOf, readBlocks } from './blocks.ts';
import type { Column } from './column.ts';
import { isDamaged, type Unreadable } from './damage.ts';
import { fingerprints, NAME_SPAN } from './fingerprint.ts';
import { hasSameBlocks, readHead, type Head } from './head.ts';
import type { Log, ReadLog } from './log.ts';
import { idOf } from './page.ts';
import type { Found, NamedAlike } from './people-index.ts';
import { columnsOf } from './sheet.ts';
import type { Sieves } from './sieves.ts';

interface Hit {
  id: number;
  fingerprint: number;
}

export interface Answers {
  head: Head;
  found: Found[];
  unreadable: Unreadable;
}

/** What a person's keys come down to. */
function questionOf({ keys, names, turned = [] }: PersonKeys, hash: ReturnType<typeof fingerprints>) {
  return {
    keys: keys.map((key) => [key, hash.of(key)] as const),
    names: [...Map.groupBy(names, ({ name }) => name)].map(([name, same]) => ({
      from: hash.ofName(name),
      withCompany: new Set(same.filter(({ company }) => company !== '').map(hash.ofNameKey)),
    })),
    turned: turned.map(hash.ofNameKey),
  };
}
type Question = ReturnType<typeof questionOf>;

const askedOf = ({ keys, names, turned }: Question): number[] => [
  ...keys.map(([, fingerprint]) => fingerprint),
  ...names.map(({ from }) => from),
  ...turned,
];

function hitsIn(column: Column, owners: Column, from: number, to: number, take: (hit: Hit) => void): void {
  for (let i = column.firstFrom(from); i < column.length; i++) {
    const fingerprint = column.at(i);
    if (fingerprint >= to) return;
    take({ id: idOf(owners.at(i)), fingerprint });
  }
}

/** All that is to be known of the base to answer. */
interface Blocks {
  head: Head;
  questions: readonly Question[];
  /** By where they begin; undefined where one cannot be read. Those that nobody needs are not among them. */
  blocks: ReadonlyMap<number, readonly Column[] | undefined>;
}

/** Where those fingerprints would stand. */
const startsOf = (head: Head, asked: readonly number[]): number[] => [
  ...new Set(asked.flatMap((f) => blockAt(head, positionOf(f)) ?? [])),
];

async function blocksFor(volumes: Volumes, sieves: Sieves, head: Head, people: readonly PersonKeys[]): Promise<Blocks> {
  const hash = fingerprints(head.secret);
  const questions = people.map((person) => questionOf(person, hash));
  const asked = questions.flatMap(askedOf);
  const mayHave = await sieves.of(head, startsOf(head, asked).length);
  const stored = await readBlocks(volumes, head, startsOf(head, asked.filter(mayHave)));
  return { head, questions, blocks: new Map(Array.from(stored, ([start, value]) => [start, columnsOf(value, start)])) };
}

function answersOf({ head, questions, blocks }: Blocks, now: Head, log: Log): Answers {
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
    return !isDamaged(now, position) && (start === undefined || !blocks.has(start) || blocks.get(start) !== undefined);
  };

  return {
    head: now,
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
      for (const fingerprint of question.turned) for (const { id } of between(fingerprint, fingerprint + 1)) alike.set(id, true);
      return {
        byKey,
        byName: Array.from(alike, ([candidateId, sameCompany]): NamedAlike => ({ candidateId, sameCompany })),
        damaged: !now.begun || log.unreadable.length > 0 || !askedOf(question).every(isWhole),
      };
    }),
    unreadable: { blocks: [...blocks.keys()].filter((start) => !blocks.get(start)), pages: [...log.unreadable] },
  };
}

export function look(shelf: Shelf, readLog: ReadLog, sieves: Sieves) {
  let last: Head | undefined;

  /** Undefined where the index cannot be read. */
  async function answers(people: readonly PersonKeys[], again = true): Promise<Answers | undefined> {
    const guess = last && blocksFor(shelf.volumes, sieves, last, people).catch(() => undefined);
    const now = await shelf.read(async (reading) => {
      const head = await readHead(reading);
      return head && { head, log: await readLog(reading, head) };
    });
    last = now?.head;
    if (!now) return undefined;
    const guessed = await guess;
    const isRight = guessed && hasSameBlocks(guessed.head, now.head);
    const blocks = isRight ? guessed : await blocksFor(shelf.volumes, sieves, now.head, people);
    const given = answersOf(blocks, now.head, now.log);
    if (!again || given.unreadable.blocks.length === 0) return given;
    // A merge may have come to its end in between, and left the volume behind.
    const head = await shelf.read(readHead);
    return head && hasSameBlocks(head, now.head) ? given : answers(people, false);
  }

  return {
    answers,
    /** Whoever has read a head tells the next lookup where the blocks are, and has opened them: so a worker's first one knows it, too. */
    expect: async (head: Head): Promise<void> => {
      if (head.base.bits === 0 || (last && hasSameBlocks(last, head))) return;
      last = head;
      await shelf.volumes.get(head.base.volume, []).catch(() => undefined);
    },
  };
}
