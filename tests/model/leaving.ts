/** What must hold of what leaves a browser. */
import { isOpen, type Row } from '#lib/export/row.ts';
import { isOver } from '#lib/export/schema.ts';

import type { Caller } from './greenhouse.ts';
import { SEEN_AFTER_MS, sharesKey, type Truth } from './truth.ts';

/** A create or a note leaves the browser. */
export function leaves(truth: Truth, kind: 'person' | 'application' | 'note', by: number, caller: Caller): void {
  const { now } = truth.world.time;
  const press = truth.presses[by - 1];
  const row = truth.rowOf(press);
  if (!press || !row || isOver(row.view.state))
    return truth.must(false, 'a create leaves once for each sending that is written down');
  truth.must(row.account === caller.account && press.account === caller.account, 'nothing leaves for another account');
  truth.must(row.actingUserId === caller.user && press.user === caller.user, 'nothing leaves for another user');
  if (kind === 'note') return;
  press.left.push(now);
  truth.must(press.left.length <= row.sends.length, 'a create leaves once for each sending that is written down');
  const isHeld = (press.at ?? 0) + press.holdMs > now && !press.sentNow && !truth.forward.has(press.client);
  truth.must(!isHeld, 'nothing leaves while it is held');
  const rival = [...(truth.disks[press.client]?.values() ?? [])].some(
    (other) => other !== row && isUnderWay(other) && other.account === row.account && sharesKey(other, row),
  );
  truth.must(!rival, 'nothing is made while a create of the same person may be on its way');
  const unseen = truth.people
    .filter(truth.isOf(press))
    .some(({ id, at }) => at + SEEN_AFTER_MS < now && !row.before.includes(id));
  truth.must(!unseen || kind !== 'person' || press.blind, 'nobody is made who was there to be seen, and was not shown');
}

const isUnderWay = (row: Row): boolean => !isOver(row.view.state) && isOpen(row);
