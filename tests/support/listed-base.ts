/**
 * A candidate base as Harvest lists it: newest id first, by pages, with cursors that remember their filter and may be forgotten, and
 * writes that are listed minutes late. Time is whatever the test says it is.
 */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { EverybodyPage, EverybodyQuery } from '#lib/greenhouse/port.ts';
import type { IndexedPerson } from '#lib/greenhouse/schema.ts';

interface Version {
  /** When it was written, and from when on lists tell it. */
  at: number;
  listedAt: number;
  /** Nothing: deleted. */
  email: string | undefined;
}

export const emailOf = (id: number, version = 0): string => `person-${id}-${version}@fixture.example`;

export function listedBase({ now, pageSize = 20 }: { now: () => number; pageSize?: number }) {
  const people = new Map<number, { createdAt: number; versions: Version[] }>();
  const asked: EverybodyQuery[] = [];
  const faults: ErrorCode[] = [];
  const state = { forgetsCursors: false, lagMs: 0, clockAheadMs: 0, losesLinks: 0 };
  /** People whose rows are damaged. */
  const garbled = new Set<number>();

  const write = (id: number, email: string | undefined, at: number, lagMs = state.lagMs): void => {
    const person = people.get(id) ?? { createdAt: at, versions: [] };
    person.versions.push({ at, listedAt: at + lagMs, email });
    people.set(id, person);
  };
  /** By the clock of Greenhouse, which need not be that of the device. */
  const time = (): number => now() + state.clockAheadMs;
  const listed = (id: number): Version | undefined =>
    people.get(id)?.versions.findLast(({ listedAt }) => listedAt <= time()) ?? undefined;

  function rows({ created, updated }: Exclude<EverybodyQuery, { cursor: string }>, below: number): IndexedPerson[] {
    const within = (moment: number, period: { from?: number | undefined; to?: number | undefined } = {}): boolean =>
      moment >= (period.from ?? Number.NEGATIVE_INFINITY) && moment <= (period.to ?? Number.POSITIVE_INFINITY);
    const found: IndexedPerson[] = [];
    for (const [id, { createdAt }] of [...people].sort(([one], [other]) => other - one)) {
      const version = listed(id);
      if (id >= below || version?.email === undefined || !within(createdAt, created) || !within(version.at, updated)) continue;
      found.push({
        candidateId: id,
        firstName: '',
        lastName: '',
        emails: [version.email],
        phones: [],
        urls: [],
        externalIds: [],
        createdAt: new Date(createdAt).toISOString(),
      });
    }
    return found;
  }

  async function* everybody(query: EverybodyQuery): AsyncGenerator<EverybodyPage, void> {
    asked.push(query);
    const fault = faults.shift();
    if (fault) throw new AppError(fault);
    if ('cursor' in query && state.forgetsCursors) throw new AppError('greenhouse/invalid');
    const { filter, below } = 'cursor' in query ? JSON.parse(query.cursor) : { filter: query, below: Number.MAX_SAFE_INTEGER };
    const all = rows(filter, below);
    const page = all.slice(0, pageSize);
    const next = all.length > pageSize ? JSON.stringify({ filter, below: page.at(-1)?.candidateId }) : undefined;
    const cursor = next !== undefined && state.losesLinks-- > 0 ? undefined : next;
    yield {
      people: page.filter(({ candidateId }) => !garbled.has(candidateId)),
      unreadable: page.flatMap(({ candidateId }) => (garbled.has(candidateId) ? candidateId : [])),
      full: page.length === pageSize,
      cursor,
      writtenAt: Math.floor(time() / 1000) * 1000,
    };
  }

  return {
    everybody,
    /** Every query, in order. */
    asked,
    /** The next calls fail so. */
    faults,
    /** `losesLinks`: so many next pages are not told. */
    state,
    garbled,
    write,
    /** As they are, listed or not. */
    living: () => [...people].flatMap(([id, { versions }]) => (versions.at(-1)?.email === undefined ? [] : [id])),
    emailOf: (id: number) => people.get(id)?.versions.at(-1)?.email,
  };
}
