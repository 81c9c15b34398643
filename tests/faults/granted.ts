/** What is told of a wish, held against Greenhouse. */
import type { ExportView, UndoPart } from '#lib/export/schema.ts';

import type { Wish } from './flavours.ts';
import type { Truth } from './truth.ts';

const COUNTED: Record<UndoPart, string> = { application: 'applications', person: 'candidates', tags: 'tags' };

/** Nobody claims that it is there any more. */
const ABSENT: ReadonlySet<string | undefined> = new Set(['gone', 'not-listed']);

export function liesOfWish({ back = [], outcome, twins = [] }: ExportView, wish: Wish, { people, makes }: Truth): string[] {
  // Of two records one is the colleague's, with their application.
  const theirs = wish === 'undo' ? 0 : 1;
  const isThere = (kind: string): boolean => (makes[kind] ?? 0) > theirs;
  const ofBack = back.flatMap(({ part, state, why, error }) => {
    const there = isThere(COUNTED[part]);
    if (state === 'done' && there) return [`${part} is said to be taken back and is not`];
    const claimed = state === 'failed' && !ABSENT.has(why) && error?.code !== 'greenhouse/unknown-outcome';
    return claimed && !there ? [`${part} is said to be there still and is not`] : [];
  });
  const isUnknown = back.some(({ part, error }) => part === 'person' && error?.code === 'greenhouse/unknown-outcome');
  const left = outcome === 'stepped-back' && !isUnknown ? twins.filter((id) => !people.includes(id)) : [];
  const areTwo = (outcome === 'merged' && isThere('candidates')) || (outcome === 'stepped-back' && isThere('applications'));
  return [
    ...ofBack,
    ...left.map((id) => `${id} is said to be left and is not`),
    ...(areTwo ? [`${outcome}, and there are two still`] : []),
  ];
}

/** How an export ends of which this was wanted. */
export const endOf = (wish: Wish | undefined): Pick<ExportView, 'state' | 'outcome'> => {
  if (wish === 'merge') return { state: 'done', outcome: 'merged' };
  if (wish === 'step-back') return { state: 'taken-back', outcome: 'stepped-back' };
  return { state: wish ? 'taken-back' : 'done' };
};
