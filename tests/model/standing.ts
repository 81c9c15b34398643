/** What must hold of what comes to stand in Greenhouse. */
import { isNotThere } from '#lib/export/follow-ups.ts';
import type { FollowUp } from '#lib/export/schema.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import type { Press } from './press.ts';
import { type MadeApplication, type MadePerson, named } from './records.ts';
import { SEEN_AFTER_MS, type Truth } from './truth.ts';

export function madePerson(truth: Truth, made: MadePerson): void {
  const press = truth.presses[made.by - 1];
  const theirs = truth.people.filter(({ who, account }) => who === made.who && account === made.account);
  // Two by colleagues are two, whatever we do.
  if (!press && theirs.length > 1) truth.allow(made.who, made.account);
  if (!press) return;
  isMade(truth, press);
  if (theirs.some((one) => one !== made && (isInWindow(truth, press, one) || isUnknown(truth, press, one))))
    truth.allow(made.who, made.account);
  truth.must(theirs.length <= 1 + truth.allowedOf(made.who, made.account), 'one record for each person');
}

export function madeApplication(truth: Truth, person: MadePerson, made: MadeApplication): void {
  const press = truth.presses[made.by - 1];
  if (!press) return;
  isMade(truth, press);
  const alike = person.applications.filter((one) => named(one) === named(made));
  const rivals = alike.filter((one) => one !== made && isInWindow(truth, press, one));
  // By the recruiter's word it was sent again, though what was lost might yet arrive.
  const again = truth.rowOf(press)?.sends.filter(({ closed }) => closed === 'said') ?? [];
  truth.must(alike.length <= 1 + rivals.length + again.length, 'one application for each job');
}

/** Made by somebody else, and not to be seen yet by whoever looked right before this press was sent. */
const isInWindow = ({ presses }: Truth, press: Press, { by, at }: { by: number; at: number }): boolean =>
  presses[by - 1]?.client !== press.client && at + SEEN_AFTER_MS > (press.left[0] ?? 0);

/** With a partner key only this browser's own exports are known: for good by their ids, by an address for an hour. */
function isUnknown({ presses }: Truth, press: Press, { by, at, externalIds }: MadePerson): boolean {
  const { externalId, aliases } = press.request;
  const isOurs = presses[by - 1]?.client === press.client;
  const isFresh = at + LAG_MS > (press.left.at(-1) ?? 0);
  return press.blind && (!isOurs || (!isFresh && ![externalId, ...aliases].some((id) => externalIds.includes(id))));
}

const isMade = (truth: Truth, press: Press): void =>
  truth.must(truth.rowOf(press)?.view.state !== 'undone', 'what is told as undone was never made, and never will be');

export function madeNote(truth: Truth, { id }: MadePerson, by: number): void {
  truth.notes.push({ candidateId: id, by, at: truth.world.time.now });
  // With a partner key a note goes inside a create, and a second one on purpose has it, too.
  const press = truth.presses[by - 1];
  const same = truth.notes.filter((note) => note.by === by && (!press?.blind || note.candidateId === id));
  truth.must(same.length <= (press?.noted ?? 1), 'a note stands there once');
  truth.must(!isToldAsNot(truth.noteOf(press)), 'what is told of a note is so');
}

/** A note that waits may still come to be there. */
export const isToldAsNot = (one: FollowUp | undefined): boolean =>
  one !== undefined && one.state !== 'waiting' && isNotThere(one);
