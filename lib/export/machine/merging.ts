/**
 * Two records of one person become one, on the recruiter's word. A merge cannot be undone and has no idempotency key either, so it
 * leaves only as the act of a step that wrote it down right after both records were seen; one whose answer was lost is looked for, and
 * asked about again when both are still there.
 */
import type { WireError } from '#lib/errors.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { going, type Row } from '../row.ts';
import type { ExportAnswer } from '../schema.ts';
import { passes, tryAgain } from './failed.ts';
import { nextLook, waits } from './patience.ts';
import { askTwice, watched } from './twins.ts';
import { GO_ON, isHere, rest, type Act, type Event, type Moment, type Next } from './types.ts';

type Of<I extends Event['is']> = Extract<Event, { is: I }>;

/** Nothing where it is not one of these two that is to stay. */
export function merge(row: Row, { survivorId }: Extract<ExportAnswer, { do: 'merge' }>): Next | undefined {
  const { candidateId, twins: [first] = [] } = row.view;
  if (candidateId === undefined || first === undefined) return undefined;
  const otherId = survivorId === candidateId ? first : candidateId;
  if (survivorId !== candidateId && survivorId !== first) return undefined;
  return look({ ...row, pair: { survivorId, otherId } });
}

/** Both are looked at first: what was taken for ours may be a colleague's, who has deleted it since. Said again, it is believed. */
export const keepBoth = (row: Row, at: Moment): Next =>
  at.can.findsPeople && row.view.error?.code !== NOT_FOUND.code ? { row, act: LOOK } : kept(row, at);

/** Of these it has been said; a third may have come to be since they were asked about. What may have been deleted of ours is told on. */
function kept(row: Row, at: Moment): Next {
  const { twins = [], back = [], ...view } = row.view;
  const lost = back.filter(({ error }) => error?.code === 'greenhouse/unknown-outcome');
  const alone = { ...row, view: { ...view, ...(lost.length > 0 ? { back: lost } : {}) } };
  const on = watched({ ...alone, before: [...row.before, ...twins] }, at);
  return row.request ? { row: going(on, 'attaching'), act: GO_ON } : rest(going(on, 'done'), on.watch?.next);
}

const LOOK: Act = { do: 'look', whom: 'pair' };
const look = (row: Row): Next => ({ row: going(row, 'merging'), act: LOOK });

export function merging(row: Row, event: Event, at: Moment): Next {
  const same = rest(row, row.view.retryAt);
  const isOurs = at.here === 'ours';
  switch (event.is) {
    case 'woken':
      return waits(row, at.now) || !isOurs ? same : look(row);
    case 'said':
      if (event.answer.do === 'drop') return rest(going(row, 'done'));
      return event.answer.do === 'retry' && isOurs ? look(row) : same;
    case 'looked':
      return event.whom === 'pair' && isOurs ? seen(row, event, at) : same;
    case 'merged':
      return row.pair ? joined(row, row.pair.survivorId) : same;
    case 'failed':
      return failed(row, event, at);
    default:
      return same;
  }
}

/** Whom Greenhouse lists of the two. */
function seen(row: Row, { there, placed }: Extract<Event, { whom: 'pair' }>, at: Moment): Next {
  const { pair } = row;
  const isLeft = (id: number | undefined): id is number => id !== undefined && placed.includes(id) && isListed(row, at);
  if (row.view.state !== 'merging' || !pair) {
    const { candidateId = 0, twins: [first] = [] } = row.view;
    if (there.includes(candidateId)) return kept(row, at);
    return isLeft(first) ? left(row, first) : askTwice(row, NOT_FOUND);
  }
  const [one, another] = [pair.survivorId, pair.otherId].filter((id) => there.includes(id));
  if (pair.sentAt === undefined) {
    if (another === undefined) return isLeft(one) ? left(row, one) : askTwice(row, NOT_FOUND);
    // The lower stays, in every browser: another that steps back with the higher just now is shown by no list yet.
    if (pair.survivorId > pair.otherId) return askTwice(row);
    const sent = { ...row, pair: { ...pair, sentAt: at.now } };
    return { row: sent, act: { do: 'merge', survivorId: pair.survivorId, otherId: pair.otherId } };
  }
  // Both were there right before it was sent.
  if (one !== undefined && another === undefined) return joined(row, one);
  const looks = (pair.looks ?? 0) + 1;
  const retryAt = looks < MOST_LOOKS ? nextLook(looks, at.now) : undefined;
  if (retryAt === undefined) return askTwice(row, { code: 'greenhouse/unknown-outcome' });
  return rest({ ...going(row, 'merging', { waitsFor: 'answer-lost', retryAt }), pair: { ...pair, looks } }, retryAt);
}
/** Ten minutes of them. */
const MOST_LOOKS = 9;

/** Made so lately that no list shows it yet, or hidden: the recruiter sees which. */
const NOT_FOUND: WireError = { code: 'greenhouse/not-found' };

/** By now every list shows what came to be with ours: who is not shown is gone, and who is where ours was has it by a merge. */
const isListed = ({ sends, writtenAt }: Row, { now }: Moment): boolean => now - (sends.at(-1)?.at ?? writtenAt) > LAG_MS;

/** With nothing sent they are one: which application is ours there nobody has told. */
function left(row: Row, candidateId: number): Next {
  const { applicationId: _which, ...view } = row.view;
  return joined(candidateId === row.view.candidateId ? row : { ...row, view }, candidateId);
}

/** What was still to follow goes to whoever stays. What somebody else made is in it by now, so nothing of it is ours to take back. */
function joined({ pair: _done, tags: _theirs, ...row }: Row, candidateId: number): Next {
  const { twins: _one, pageUrl: _old, ...view } = going(row, row.request ? 'attaching' : 'done').view;
  return { row: { ...row, view: { ...view, candidateId, outcome: 'merged' } }, act: row.request ? GO_ON : { do: 'rest' } };
}

function failed(row: Row, { of, error, sent }: Of<'failed'>, at: Moment): Next {
  if (!isHere(at)) return rest(row);
  if (row.view.state !== 'merging')
    return passes(error) || error.code === 'settings/passphrase' ? askTwice(row, error) : kept(row, at);
  // Whoever is not listed any more, though both were, is gone by an earlier one.
  if (of === 'merge' && (sent === 'unknown' || error.code === 'greenhouse/not-found')) {
    const retryAt = nextLook(0, at.now);
    return rest(going(row, 'merging', { waitsFor: 'answer-lost', retryAt }), retryAt);
  }
  // It was not done: of a merge that is sent again both are seen anew.
  const { pair } = row;
  const unsent = of === 'merge' && pair ? { ...row, pair: { survivorId: pair.survivorId, otherId: pair.otherId } } : row;
  if (passes(error) || error.code === 'settings/passphrase') return tryAgain(unsent, 'merging', error, at);
  return askTwice(unsent, error);
}
