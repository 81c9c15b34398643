/** A report of a changed site: the anonymised page, and on its second line what was counted, for whoever mends the reader. */
import type { ReaderCounts } from './counts.ts';
import type { Fall } from './falls.ts';

/** Numbers by field, and days: see `counts.ts`. Nothing in it may end the comment. */
export function reportOf(
  html: string,
  { missing, since, reader }: Fall & { reader: string },
  counts: ReaderCounts | undefined,
  version: string,
): string {
  const { days = [], missed = {} } = counts ?? {};
  const sum = (which: 'of' | 'found') =>
    days.reduce<Record<string, number>>((total, day) => {
      for (const [field, number] of Object.entries(day[which])) total[field] = (total[field] ?? 0) + number;
      return total;
    }, {});
  const said = JSON.stringify({ reader, version, missing, since, missed, usual: { of: sum('of'), found: sum('found') } });
  const [first = '', ...rest] = html.split('\n');
  return [first, `<!-- gleaner report ${said.replaceAll('--', '- -')} -->`, ...rest].join('\n');
}
