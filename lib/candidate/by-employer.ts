/** A career as people tell it: an employer, and the roles there. The positions themselves stay one flat list. */
import type { Position } from './schema.ts';

export interface Employment {
  /** As the first of its roles prints it; absent where no employer is named. */
  company?: string;
  positions: Position[];
}

const key = (company: string): string =>
  company
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();

/** Roles that stand one after the other under one employer, however that is spelt. Who comes back later begins anew. */
export function byEmployer(positions: readonly Position[]): Employment[] {
  const groups: Employment[] = [];
  for (const position of positions) {
    const company = position.company ?? '';
    const last = groups.at(-1);
    if (company && last?.company && key(last.company) === key(company)) last.positions.push(position);
    else groups.push({ ...(company ? { company } : {}), positions: [position] });
  }
  return groups;
}
