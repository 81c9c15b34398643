/** Whether there may be something to take back of an export that is over. What of it, Greenhouse is asked for when somebody wants to know. */
import type { ExportView } from '#lib/export/schema.ts';

export function mayUndo({ state, outcome, candidateId, elsewhere, followUps, added }: ExportView): boolean {
  if ((state !== 'done' && state !== 'taken-back') || candidateId === undefined || elsewhere) return false;
  const tagged = added?.includes('tag') === true || followUps.some((one) => one.step === 'tags' && one.state === 'done');
  return outcome === 'created' || outcome === 'added' || tagged;
}
