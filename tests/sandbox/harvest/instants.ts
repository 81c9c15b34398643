import { unprocessable } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { column, type Filter, type Span } from './filters.ts';

/** A day, or a moment with its zone. */
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

type Bound = { operator: string; at: number };

const HOLDS: Record<string, (moment: number, bound: number) => boolean> = {
  gte: (moment, bound) => moment >= bound,
  lte: (moment, bound) => moment <= bound,
  gt: (moment, bound) => moment > bound,
  lt: (moment, bound) => moment < bound,
};

/** A date filter: `gte|A`, `gte|A|lte|B`; the bracket form arrives here rewritten (harvest-api §4.3). Of seeded rows some
 * other moments are that of the last change too, and are found as fast. */
export function instant(name: string, changesWithRow = name === 'updated_at'): Filter {
  return {
    dated: true,
    read: (value, parameter) => {
      const bounds = boundsOf(value, parameter);
      const span = spanOf(bounds);
      return {
        ...(name === 'created_at' ? { created: span } : changesWithRow ? { updated: span } : {}),
        test: (row) => {
          const held = column(row, name);
          if (typeof held !== 'string') return false;
          const moment = Date.parse(held);
          return bounds.every(({ operator, at }) => HOLDS[operator]?.(moment, at));
        },
      };
    },
  };
}

/** Two spellings work today; which one lasts is not known (harvest-api §12 #10). */
export function checkSpelling({ quirks }: World, spelling: 'pipe' | 'bracket', parameter: string): void {
  if (quirks.dateFilters !== 'both' && quirks.dateFilters !== spelling) throw unprocessable(`Invalid query params: ${parameter}`);
}

/** `name[operator]=value` as `operator|value`, if that is what the parameter is. */
export function bracketed(parameter: string): { name: string; operator: string } | undefined {
  const match = /^(\w+)\[(gte|lte|gt|lt)\]$/.exec(parameter);
  return match?.[1] && match[2] ? { name: match[1], operator: match[2] } : undefined;
}

function boundsOf(value: string, parameter: string): Bound[] {
  const parts = value.split('|');
  const bounds: Bound[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const operator = parts[at] ?? '';
    const written = parts[at + 1] ?? '';
    const moment = Date.parse(written);
    if (!Object.hasOwn(HOLDS, operator) || !ISO.test(written) || Number.isNaN(moment))
      throw unprocessable({ [parameter]: `\`${value}\` is not a valid date filter` });
    bounds.push({ operator, at: moment });
  }
  return bounds;
}

function spanOf(bounds: Bound[]): Span {
  const lower = bounds.filter(({ operator }) => operator.startsWith('g')).map(({ at }) => at);
  const upper = bounds.filter(({ operator }) => operator.startsWith('l')).map(({ at }) => at);
  return [Math.max(-Infinity, ...lower), Math.min(Infinity, ...upper)];
}
