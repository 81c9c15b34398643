/** Which exports that are over are kept no longer. Pure. */
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { mayBeThere, type Row } from './row.ts';

/** Of a row that is over, what is looked at. */
export interface Over extends Pick<Row, 'writtenAt' | 'sends'> {
  id: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** They are listed for a day, and so many at most; but whatever no list of Greenhouse need show yet stays. */
const MOST_LISTED = 200;
/** What may be in Greenhouse without anybody having seen it there is remembered longer: ids, and no more. */
const REMEMBERED_FOR_MS = 30 * DAY_MS;

/** @param now epoch milliseconds. @returns the ids of those that go. */
export function sweptOf(over: readonly Over[], now: number): string[] {
  const newestFirst = over.toSorted((a, b) => b.writtenAt - a.writtenAt);
  const gone = newestFirst.filter((row, place) => {
    const age = now - row.writtenAt;
    if (mayBeThere(row)) return age > REMEMBERED_FOR_MS;
    return age > DAY_MS || (place >= MOST_LISTED && age > LAG_MS);
  });
  return gone.map(({ id }) => id);
}
