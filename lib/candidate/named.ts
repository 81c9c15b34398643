/** What is known of a name once it is split; apart from the splitting, whose tables are heavy. */
import type { Evidence } from './reading.ts';
import type { Candidate } from './schema.ts';

export interface Named {
  fields: Pick<Candidate, 'fullName' | 'firstName' | 'lastName' | 'nameExtras'>;
  evidence: Record<string, Evidence | undefined>;
  /** Folded, for comparing: what addresses bear. */
  words: string[];
}

export const NAMELESS: Named = { fields: {}, evidence: {}, words: [] };
