/** What a recruiter is told of one export, by the list of exports and by the panel, held against each other and against Greenhouse. */
import { setTimeout as wait } from 'node:timers/promises';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';
import { isOver } from '#lib/export/schema.ts';

import type { Wish } from './flavours.ts';
import { liesOfWish } from './granted.ts';
import { contradicts, shownWrongly } from './says.ts';
import type { Stand } from './stand.ts';
import { truthOf } from './truth.ts';
import { lies, type Problem } from './verdict.ts';

/** So soon stands in the panel what was written. */
const SHOWN_WITHIN_MS = 10_000;

export interface Reading {
  /** What was told, one after another. */
  readonly told: readonly string[];
  readonly problems: readonly Problem[];
  /** Among what was told, for whoever reads of a cell that does not hold. */
  note(what: string): void;
  /** Takes in what the list says, and what the panel does, where the export rests. */
  hear(view: ExportView): Promise<void>;
}

export function readingOf(stand: Stand, request: ExportRequest, wish?: Wish): Reading {
  const told: string[] = [];
  const problems: Problem[] = [];
  const truth = () => truthOf(stand.sandbox, request);
  const wrong = (what: string): void => {
    if (!problems.some((one) => one.what === what)) problems.push({ kind: 'told wrongly', what });
  };

  async function look(view: ExportView): Promise<void> {
    const deadline = performance.now() + SHOWN_WITHIN_MS;
    for (;;) {
      const shown = await stand.shown(request);
      const now = await stand.view(request);
      // It has gone on meanwhile.
      if (now?.writtenAt !== view.writtenAt) return;
      const contradiction = contradicts(shown, view);
      if (!contradiction) {
        for (const lie of shownWrongly(shown, truth())) wrong(lie);
        return;
      }
      if (performance.now() > deadline) return wrong(contradiction);
      await wait(50);
    }
  }

  return {
    told,
    problems,
    note: (what) => void told.push(what),
    async hear(view) {
      const found = truth();
      for (const { what } of lies(view, request, found)) wrong(what);
      if (view.question === 'gone' || view.question === 'hidden')
        wrong('they are not there any more, though nobody deleted them');
      if (wish) liesOfWish(view, wish, found).forEach(wrong);
      const said = wordsOf(view);
      if (told.at(-1) === said) return;
      told.push(said);
      if (rests(view)) await look(view);
    },
  };
}

const rests = ({ state, retryAt }: ExportView): boolean => isOver(state) || state === 'needs-you' || retryAt !== undefined;

/** A view in a line. */
export const wordsOf = ({ state, question, error, retryAt, outcome, followUps }: ExportView): string =>
  [
    state,
    question,
    error?.code,
    retryAt === undefined ? undefined : 'waits',
    outcome,
    ...followUps.map((one) => `${one.step}:${one.state}`),
  ]
    .filter(Boolean)
    .join(' ');
