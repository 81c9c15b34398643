/** What must hold when it has been calm for two days, or everything is over. */
import type { Row } from '#lib/export/row.ts';
import { isOver } from '#lib/export/schema.ts';

import { changed } from './changed.ts';
import type { Client } from './client.ts';
import type { Press } from './press.ts';
import { named, placeOf } from './records.ts';
import type { Truth } from './truth.ts';
import { HOUR, MINUTE } from './world.ts';

/** The last look for twins is an hour after the create. */
const WATCHED_MS = 30 * MINUTE;
/** More than a month, by whatever clock. */
const MONTH_MS = 32 * 24 * HOUR;

export function ended(truth: Truth, clients: readonly Pick<Client, 'disk' | 'sweep'>[]): void {
  for (const press of truth.presses) if (press.told !== undefined) endedWell(truth, press, press.told);
  for (const { disk, sweep } of clients) {
    changed.sweep(sweep, truth.world.time.now + MONTH_MS);
    truth.must(disk.size === 0 || truth.broken !== undefined, 'what is over is kept for a month at most');
  }
}

function endedWell(truth: Truth, press: Press, id: string): void {
  const own = truth.pressOf(id);
  const row = truth.rowOf(own);
  if (!row || !own) return truth.must(false, 'no export that was accepted is lost');
  const { state, candidateId, outcome } = row.view;
  const isOwn = own.who === press.who && own.account === press.account && own.user === press.user && samePlace(own, press);
  truth.must(isOwn, 'an export is told as that of its own person and place');
  truth.must(isOver(state), 'every export ends');
  const isWanted = state === 'done' || own.dropped === true || (state === 'taken-back' && own.wantsBack === true);
  truth.must(isWanted, 'nothing is let go without a word');
  if (state !== 'done') return;
  heardOfTwins(truth, own, row);
  truth.must(outcome !== undefined && (candidateId !== undefined || own.seen === true), 'of who is done it is known who that is');
  if (own.dropped === true || own.seen === true) return;
  const note = truth.noteOf(own);
  const isTold = note === undefined || ['done', 'failed', 'unknown', 'skipped'].includes(note.state);
  truth.must(isTold, 'what is told of a note is so');
  truth.along.ended(row.view);
}

/** Of a second record with their id, made while the first was looked after, somebody has heard, unless looking itself failed. */
function heardOfTwins(truth: Truth, { n, client, request, blind, heard }: Press, { view, before }: Row): void {
  const mine = truth.people.find(({ id, by }) => id === view.candidateId && by === n);
  if (!mine || blind || !truth.isQuiet || truth.forward.has(client) || view.outcome !== 'created' || view.back) return;
  const ids = new Set([request.externalId, ...request.aliases]);
  const unheard = truth.people.filter(
    ({ id, account, at, externalIds, linkedAt = at }) =>
      id !== mine.id &&
      account === mine.account &&
      linkedAt < mine.at + WATCHED_MS &&
      externalIds.some((one) => ids.has(one)) &&
      !before.includes(id) &&
      !heard.has(id) &&
      !truth.gone.has(id),
  );
  truth.must(unheard.length === 0 || truth.gone.has(mine.id), 'of a second record of the same moment somebody hears');
}

const samePlace = (one: Press, other: Press): boolean =>
  named(placeOf(one.request.target)) === named(placeOf(other.request.target));
