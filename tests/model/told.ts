/** What must hold of each step that is written: what it tells, and what it keeps. */
import type { Row } from '#lib/export/row.ts';
import { isOver, type ExportView, type UndoPart } from '#lib/export/schema.ts';

import type { Press } from './press.ts';
import { isSaid } from './queue-truth.ts';
import { isAt, placeOf } from './records.ts';
import { isToldAsNot } from './standing.ts';
import { toldOfBack } from './taken-back.ts';
import { SEEN_AFTER_MS, type Truth } from './truth.ts';
import { MINUTE } from './world.ts';

/** Longer than a create that is late and a list that is late after it; the looks of ten minutes may end some seconds before them. */
const LONG_ENOUGH_MS = SEEN_AFTER_MS + MINUTE;

export function wrote(truth: Truth, row: Row, before: Row | undefined): void {
  const { view } = row;
  const press = truth.pressOf(view.id);
  if (!press) throw new Error('a row that nobody pressed');
  if (before && before.target !== row.target) moved(truth, row);
  kept(truth, press, row, before);
  const made = truth.people.flatMap(({ by, applications }) => [by, ...applications.map((one) => one.by)]);
  const undone = view.state === 'undone' && made.includes(press.n);
  truth.must(!undone, 'what is told as undone was never made, and never will be');
  if (view.outcome === 'merged' && before?.pair) {
    const { survivorId, otherId } = before.pair;
    truth.must(truth.gone.has(survivorId) || truth.gone.has(otherId), 'two records are told as one when they are');
  }
  if (view.question === 'unknown-outcome' && before?.view.question === undefined) asked(truth, press);
  const isAnswer = before?.view.question !== undefined && view.state === 'matching' && row.before !== before.before;
  if (isAnswer) heeded(truth, press, before);
  for (const id of view.twins ?? []) press.heard.add(id);
  if (view.outcome !== undefined && view.candidateId !== undefined) told(truth, press, view);
  toldOfBack(truth, press, row);
  truth.must(isSaid(truth, press, row), 'what the queue says is so');
  truth.along.told(view, press.n);
}

function kept(truth: Truth, { wantsBack }: Press, { view, request }: Row, before: Row | undefined): void {
  // Of twins somebody has to hear, and it can be wanted back, also when it is over.
  const isHeard = view.question === 'twice' || (wantsBack === true && view.state === 'taking-back');
  const isNew = !before || !isOver(before.view.state) || view.state === before.view.state;
  truth.must(isNew || isHeard, 'what is over stays over');
  truth.must(!isOver(view.state) || request === undefined, 'what is over keeps nothing of the person');
}

/** The recruiter sent it to another job: that is where whoever pressed wants them by now. */
function moved({ presses }: Truth, { target, view }: Row): void {
  if (!target) return;
  for (const press of presses) if (press.told === view.id || press.request.id === view.id) press.request.target = target;
}

function asked(truth: Truth, { left, client, hurried }: Press): void {
  const last = left.at(-1) ?? 0;
  const isExcused = hurried !== undefined || (truth.forward.has(client) && !truth.tellsTime);
  truth.must(isExcused || last + LONG_ENOUGH_MS <= truth.world.time.now, 'what cannot be found was looked for long enough');
}

function told(
  truth: Truth,
  { who, account, n, request }: Press,
  { candidateId, outcome, state, followUps, back }: ExportView,
): void {
  const record = truth.people.find(({ id }) => id === candidateId);
  const isThem = record?.who === who && record.account === account;
  truth.must(isThem, 'who is told as made or found is that very person, and there');
  const mayBeGone = back?.some(
    ({ error, why }) => error?.code === 'greenhouse/unknown-outcome' || why === 'gone' || why === 'not-listed',
  );
  if (!record || outcome === 'stepped-back' || state === 'taking-back' || mayBeGone) return;
  const isBack = (wanted: UndoPart) => back?.some((one) => one.part === wanted && one.state === 'done') === true;
  // What another export put there, and took back, was there.
  const stood = record.removed.filter(({ by }) => by !== n);
  const place = placeOf(request.target);
  // Where nobody is told the pool, they are taken to be in it.
  const applications = [...record.applications, ...stood].map((one) =>
    truth.untold.has(one.id) ? { ...one, poolId: place?.poolId } : one,
  );
  const isThere = isAt(place, { applications });
  truth.must(isBack('application') || isThere, 'who is told as added is on the job');
  // A colleague's of the same moment may be taken for ours, until both hear of the twin.
  const isTagged =
    (outcome === 'created' && record.by === n) || followUps.some((one) => one.step === 'tags' && one.state === 'done');
  const hasTags = isBack('tags') || request.tags.every((tag) => record.tags.includes(tag));
  truth.must(!isTagged || hasTags, 'who is told as tagged has the tags');
  const note = followUps.find(({ step }) => step === 'note');
  const added = truth.notes.some(({ by }) => by === n);
  truth.must(note?.state === 'done' ? added : !isToldAsNot(note) || !added, 'what is told of a note is so');
}

/** The recruiter's word is taken: it must be the one that was given to this question. It allows one more, if they saw the truth. */
function heeded(truth: Truth, press: Press, before: Row | undefined): void {
  const answered = truth.answered.get(press.request.id);
  const { question, candidateIds = [] } = before?.view ?? {};
  const isTheirs = answered?.seen === before?.writtenAt && answered?.about === question;
  truth.must(isTheirs, 'an answer is taken for the question that it was given to');
  const isShown = truth.people.filter(truth.isOf(press)).some(({ id }) => candidateIds.includes(id));
  if (question !== 'known' || isShown) truth.allow(press.who, press.account);
}
