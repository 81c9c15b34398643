/** How an export stands of which two records came to be. */
import type { ExportView } from '#lib/export/schema.ts';

/** The other one steps back, and nothing is to be decided here. */
export const isFirstOfTwo = ({ candidateId, question, outcome, twins: [first] = [] }: ExportView): boolean =>
  question === undefined && outcome === 'created' && candidateId !== undefined && first !== undefined && candidateId < first;

/** What is left of a record that stepped back, without our application. */
export const leftOf = ({ outcome, twins: [left] = [] }: ExportView): number | undefined =>
  outcome === 'stepped-back' ? left : undefined;

/** Its deletion was sent, and nobody knows what became of it. */
export const mayBeGone = ({ back = [] }: ExportView): boolean =>
  back.some(({ part, error }) => part === 'person' && error?.code === 'greenhouse/unknown-outcome');
