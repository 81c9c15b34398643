/**
 * A career on its way into Greenhouse. What of it there is a place for, and what is not there yet, is read once and kept with the row;
 * then each entry is a step of its own, since Greenhouse refuses none that stands there already.
 */
import type { Career, CareerEntry } from '#lib/greenhouse/port.ts';

import type { Row } from './row.ts';
import type { FollowUp } from './schema.ts';
import type { Following } from './steps.ts';

const STEP_OF = { employment: 'employments', education: 'educations' } as const;
const KINDS = ['employment', 'education'] as const;

export interface Planned {
  /** Those that are still to be added, each with what tells it from any other: a keyed hash. */
  entries: (CareerEntry & { hash: string })[];
  skipped: Pick<Career['skipped'][number], 'kind' | 'lacks'>[];
}

/** Reads, and makes nothing. */
export async function plan({ greenhouse, request, candidateId, isNew, addedBefore, hash }: Following): Promise<Planned> {
  const { positions, education } = request.candidate;
  const ofStep = <T>(step: FollowUp['step'], entries: T[]): T[] => (request.career?.some((one) => one === step) ? entries : []);
  const career = await greenhouse.careerOf({
    positions: ofStep('employments', positions),
    education: ofStep('educations', education),
  });
  const { skipped } = career;
  const planned: Planned = { entries: [], skipped: [...skipped] };
  const ours = await addedBefore();
  for (const kind of KINDS) {
    const entries = career.entries.filter((entry) => entry.kind === kind);
    const there = entries.length > 0 ? await greenhouse.careerThere(candidateId, kind) : [];
    for (const entry of entries) {
      const known = { ...entry, hash: await hash(`${kind} ${entry.key}`) };
      // What somebody has whom we did not make, we have to see before we add to it.
      if (!there && !isNew) planned.skipped.push({ kind, lacks: 'right' });
      else if (!there?.includes(entry.key) && !ours.has(known.hash)) planned.entries.push(known);
    }
  }
  return planned;
}

/** Each entry is a step from now on; `planned` itself is done. */
export function withCareer(row: Row, { entries, skipped }: Planned): Row {
  const steps: FollowUp[] = [
    ...entries.map(({ kind, hash }, item) => ({ step: STEP_OF[kind], item, hash, state: 'waiting' as const })),
    ...skipped.map(({ kind, lacks }, n) => ({
      step: STEP_OF[kind],
      item: entries.length + n,
      state: 'skipped' as const,
      lacks,
    })),
  ];
  const followUps = row.view.followUps.flatMap((one) => (one.step === 'career' ? steps : one));
  return { ...row, entries, view: { ...row.view, followUps } };
}
