/** What this browser's other exports know of a person: the first rung of the ladder, which no lag of Greenhouse's lists can hide. */
import { isNotThere } from './follow-ups.ts';
import { isOpen, mayBeThere, sharesId, type Row } from './row.ts';
import { isOver, type ExportRequest } from './schema.ts';

export interface Ours {
  rowId: string;
  over: boolean;
  /** A create of it may be there without anybody having seen it: nobody else makes anything meanwhile. */
  open: boolean;
  /** They share an external id, so they are of one person; else an address or a number, which two people may share. */
  sure: boolean;
  /** It put them somewhere, and that was not taken back; or something else of it stands with them. */
  made?: boolean;
  candidateId?: number | undefined;
  applicationId?: number | undefined;
  target?: ExportRequest['target'] | undefined;
  /** Epoch milliseconds: when it last sent a create, or else was written. */
  at: number;
  /** The same by Greenhouse's clock, where it told. */
  theirs?: number | undefined;
}

export const oursOf = (row: Row, others: readonly Row[]): Ours[] =>
  others
    .filter(({ view }) => view.id !== row.view.id)
    .map((other) => ({
      rowId: other.view.id,
      over: isOver(other.view.state),
      open: isOpenStill(other),
      sure: sharesId(row, other.keys),
      made: isMade(other),
      candidateId: other.view.outcome === undefined ? undefined : other.view.candidateId,
      applicationId: other.view.applicationId,
      target: other.target,
      at: other.sends.at(-1)?.at ?? other.writtenAt,
      theirs: other.sends.at(-1)?.theirs,
    }));

const isMade = ({ view: { outcome, followUps }, target }: Row): boolean =>
  ((outcome === 'created' || outcome === 'added') && target !== undefined) ||
  followUps.some((one) => one.step !== 'identity' && !isNotThere(one));

/** What is being taken back, or merged, is open as well: whoever is added meanwhile would go with it. */
function isOpenStill(row: Row): boolean {
  const { state, candidateId } = row.view;
  if (state === 'taking-back' || state === 'merging') return true;
  // Of whom we deleted, nothing may be there.
  return isOver(state) ? mayBeThere(row) && candidateId === undefined && state !== 'taken-back' : isOpen(row);
}
