/** A press becomes a row, unless it is one already: the same press again, or the same person for the same place. */
import { AppError } from '#lib/errors.ts';

import type { Pressed, Work } from './effects.ts';
import { followUpsOf } from './follow-ups.ts';
import { sharesId, type Row } from './row.ts';
import { isOver, type ExportView } from './schema.ts';
import { sameTarget } from './target.ts';

/** Throws `message/refused` for what was chosen among another account's jobs: it is sent to no other, whatever was connected since. */
export function* accept(pressed: Pressed): Work<ExportView> {
  const { request, keys, accounts } = pressed;
  const [account] = accounts;
  yield { do: 'lock', names: ['accept'] };
  const same = (yield { do: 'get', id: request.id }) as Row | undefined;
  const others = (yield { do: 'overlapping', accounts, keys }) as Row[];
  const under = same ?? others.find((row) => isUnderWay(row, pressed));
  if (!accounts.includes(request.account ?? account) || (under && !accounts.includes(under.account)))
    throw new AppError('message/refused');
  if (under) return under.view;
  const row = firstRow(pressed, account);
  yield { do: 'put', row };
  yield { do: 'tell', view: row.view };
  return row.view;
}

/** For another job it is an export of its own, which goes after the first; so it is by another user, under whose name theirs does not go. */
const isUnderWay = (row: Row, { accounts, keys, request, actingUserId = row.actingUserId }: Pressed): boolean =>
  !isOver(row.view.state) &&
  (row.actingUserId ?? actingUserId) === actingUserId &&
  // What is being taken back is wanted again.
  row.view.state !== 'taking-back' &&
  accounts.includes(row.account) &&
  sharesId(row, keys) &&
  row.target !== undefined &&
  sameTarget(row.target, request.target);

export const nameOf = ({ candidate }: Pressed['request']): string =>
  [candidate.firstName, candidate.lastName].filter(Boolean).join(' ');

const firstRow = ({ request, keys, organisation, actingUserId, holdMs, now }: Pressed, account: string): Row => ({
  account,
  ...(actingUserId === undefined ? {} : { actingUserId }),
  request,
  target: request.target,
  writtenAt: now,
  sends: [],
  before: [],
  looks: 0,
  keys,
  view: {
    id: request.id,
    externalId: request.externalId,
    name: nameOf(request),
    ...(request.jobName === undefined ? {} : { jobName: request.jobName }),
    ...(organisation === undefined ? {} : { organisation }),
    state: 'held',
    startedAt: now,
    writtenAt: now,
    heldUntil: now + holdMs,
    followUps: followUpsOf(request),
  },
});
