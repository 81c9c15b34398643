/** The results as a table for people. */
import { holds, type Result, type Row } from './row.ts';

type Cells = [what: string, measured: string, bound: string, verdict: string, note: string];

const DIGITS: Record<Row['unit'], number> = { ratio: 3, kB: 1, MB: 1, calls: 0, scripts: 0, exports: 0, frames: 0, s: 1 };
/** What is counted stands in the row's own words. */
const UNTOLD: ReadonlySet<Row['unit']> = new Set(['calls', 'scripts', 'exports', 'frames']);
const HEAD: Cells = ['what', 'measured', 'bound', '', ''];

function number(value: number, unit: Row['unit']): string {
  const text = value.toFixed(unit === 'ratio' && value >= 1 ? 2 : DIGITS[unit]);
  return unit === 'ratio' ? `${text} ×` : UNTOLD.has(unit) ? text : `${text} ${unit}`;
}

function measured({ value, unit, range }: Row): string {
  const spread = range ? ` (${number(range[0], unit)} – ${number(range[1], unit)})` : '';
  return `${number(value, unit)}${spread}`;
}

function cells(result: Result): Cells {
  if ('failed' in result) return [result.what, '', '', 'NOT MEASURED', result.failed.split('\n', 1)[0] ?? ''];
  const bound = result.atMost === undefined ? '' : `≤ ${number(result.atMost, result.unit)}`;
  const verdict = { true: 'holds', false: 'DOES NOT HOLD', undefined: '' }[`${holds(result)}`];
  return [result.what, measured(result), bound, verdict, result.note ?? ''];
}

export function table(results: readonly Result[]): string {
  const rows = [HEAD, ...results.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column as 0].length)));
  const line = (row: Cells) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n');
}
