/** Exports that have arrived: what can be looked at, and undone, for as long as their rows are kept. Pure. */
import type { ExportView } from './schema.ts';

/** As many as one call of Greenhouse names. */
const MOST = 50;

/** Those of whoever is connected. @param views the newest first. */
export const lately = (views: readonly ExportView[]): ExportView[] =>
  views.filter((view) => isThere(view) && !view.elsewhere).slice(0, MOST);

const isThere = ({ state, candidateId }: ExportView): boolean =>
  (state === 'done' || state === 'taken-back') && candidateId !== undefined;
