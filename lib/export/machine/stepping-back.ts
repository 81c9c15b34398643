/**
 * Of two records ours steps back, on the recruiter's word: what we made is taken back as of any other export, while the other record is
 * there to be seen; nobody is deleted who would be the last. What was still to follow is left out: it belonged to a record that goes.
 */
import { going, type Row } from '../row.ts';
import type { FollowUp, UndoPart } from '../schema.ts';
import { askTwice } from './twins.ts';
import { rest, type Next } from './types.ts';

/** Who stays, and what goes: not a record into which the other may yet be merged, by a merge whose answer never came. */
export function toStepBack(row: Row): { row: Row; parts: UndoPart[] } | undefined {
  const { outcome, candidateId = 0, twins: [survivorId] = [] } = row.view;
  if (survivorId === undefined || survivorId > candidateId || outcome !== 'created') return undefined;
  // Since it was sent, not since it was asked about: what happened to it between is somebody else's work, too.
  const { at, theirs = at } = row.sends.at(-1) ?? { at: row.writtenAt };
  return {
    row: { ...row, survivorId, overAt: row.overAt ?? theirs },
    parts: row.pair ? ['application'] : ['application', 'person'],
  };
}

/** Nothing more can be taken back of it. */
export function steppedBack({ survivorId, ...row }: Row): Next {
  const { back = [], candidateId } = row.view;
  if (survivorId === undefined || !back.some(({ part, state }) => part !== 'tags' && state === 'done')) return askTwice(row);
  const { tags: _gone, pair: _none, target: _where, ...bare } = row;
  const { twins: _two, pageUrl: _old, ...view } = going(bare, 'taken-back').view;
  return rest({
    ...bare,
    view: {
      ...view,
      candidateId: survivorId,
      outcome: 'stepped-back',
      followUps: view.followUps.map(leftOut),
      // It stays there with nothing of ours on it, unless it is gone by somebody else's hand: of the two parts the person is the last.
      ...(candidateId === undefined || back.at(-1)?.why === 'gone' ? {} : { twins: [candidateId] }),
    },
  });
}

const leftOut = (one: FollowUp): FollowUp => (one.state === 'waiting' ? { ...one, state: 'skipped' } : one);
