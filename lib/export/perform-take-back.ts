/** Looking at what an export made, and deleting it: with Greenhouse. */
import { AppError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import type { Act, Event } from './machine.ts';
import { oursOf } from './own.ts';
import type { Row } from './row.ts';
import type { Seen } from './touched.ts';

/** @param others this browser's other exports of whoever may be the same person. */
export async function lookBack(row: Row, greenhouse: Greenhouse, others: readonly Row[]): Promise<Seen> {
  const { candidateId } = row.view;
  const own = oursOf(row, others);
  if (candidateId === undefined || !greenhouse.can.undo) return { own };
  const { survivorId } = row;
  const ids = survivorId === undefined ? [candidateId] : [candidateId, survivorId];
  const [people, notes] = await Promise.all([greenhouse.findByIds(ids), greenhouse.notesOn(candidateId)]);
  const listed = (id: number | undefined) => people.find((one) => one.candidateId === id);
  return { person: listed(candidateId), survivor: listed(survivorId) !== undefined, notes, own };
}

/** @param forget the person is no more: what this machine claims of them goes. */
export async function takeBack(
  { view, tags = [] }: Row,
  { part, id }: Extract<Act, { do: 'take-back' }>,
  greenhouse: Greenhouse,
  forget: (candidateId: number) => Promise<unknown> = async () => undefined,
): Promise<Event> {
  if (view.candidateId === undefined) throw new AppError('bug').as('no');
  if (part === 'application') await greenhouse.removeApplication(id);
  if (part === 'tags') await greenhouse.removeTags(id, [...tags]);
  if (part === 'person') {
    await greenhouse.removePerson(id);
    // Whoever looks them up later finds out too.
    await forget(id).catch(() => undefined);
  }
  return { is: 'took-back', part };
}
