/** What is said of a step that is asked about: what became of it, and what it ran into. */
import { AppError } from '#lib/errors.ts';
import type { ExportView, FollowUp } from '#lib/export/schema.ts';

import { adviceFor } from './advice.ts';
import { followUpLines, hasGoneWrong } from './follow-up-text.ts';

export interface Asked {
  step: FollowUp['step'];
  text: string;
  /** Nobody knows whether it is there. */
  isUnknown: boolean;
}

/** Each step once: of several that one step adds, all are answered together. */
export const askedOf = ({ followUps }: ExportView): Asked[] =>
  [...Map.groupBy(followUps.filter(hasGoneWrong), ({ step }) => step)].map(([step, ones]) => {
    const refused = ones.find(({ state, error }) => state === 'failed' && error)?.error;
    const advice = refused && adviceFor(AppError.fromWire(refused));
    const why = advice ? [`${advice.what}.`, ...advice.details] : [];
    return {
      step,
      text: [...followUpLines(ones).map(({ text }) => text), ...why].join(' '),
      isUnknown: ones.every(({ state }) => state === 'unknown'),
    };
  });
