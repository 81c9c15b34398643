/** What must hold of taking back: of each deletion that leaves a browser, of what goes by it, and of what is told of it. */
import type { Row } from '#lib/export/row.ts';
import type { Back, UndoPart } from '#lib/export/schema.ts';

import type { Caller } from './greenhouse.ts';
import type { Press } from './press.ts';
import type { MadeApplication, MadePerson } from './records.ts';
import { SEEN_AFTER_MS, type Truth } from './truth.ts';
import { MINUTE } from './world.ts';

/** A deletion on its way. */
export interface Deletion {
  press: Press;
  row: Row;
  part: UndoPart;
  /** When it left, by true time. */
  leftAt: number;
}

const ONLY_OURS = 'nothing is deleted but what the export made';
const SO = 'what is told of a deletion is so';

/** @param id of the application, or of whoever it is. @returns nothing for one that nobody wrote down. */
export function deletes(truth: Truth, part: UndoPart, id: number, caller: Caller): Deletion | undefined {
  const rows = [...(truth.disks[caller.client]?.values() ?? [])];
  const row = rows.find(({ view, back }) => view.state === 'taking-back' && back?.part === part && back.id === id);
  truth.must(row?.back?.sentAt !== undefined, 'a deletion is written down before it leaves');
  const press = row && truth.pressOf(row.view.id);
  if (!row || !press) return undefined;
  truth.must(row.account === caller.account && press.account === caller.account, 'nothing leaves for another account');
  truth.must(row.actingUserId === caller.user && press.user === caller.user, 'nothing leaves for another user');
  truth.must(press.wantsBack === true || row.survivorId !== undefined, ONLY_OURS);
  return { press, row, part, leftAt: truth.world.time.now };
}

export function removedApplication(truth: Truth, id: number, deletion: Deletion | undefined): void {
  const person = truth.people.find(({ applications }) => applications.some((one) => one.id === id));
  const application = person?.applications.find((one) => one.id === id);
  if (!person || !application || !deletion) return;
  truth.world.note(`Greenhouse: application ${id} of ${person.id} is deleted`);
  truth.must(application.by === deletion.press.n, ONLY_OURS);
  truth.must(!isWorkedOn(application, deletion), 'nothing is deleted on which somebody else was at work');
  person.applications = person.applications.filter((one) => one !== application);
  person.removed.push(application);
  isToldSo(truth, deletion);
}

export function removedTags(truth: Truth, candidateId: number, tags: readonly string[], deletion: Deletion | undefined): void {
  const person = truth.people.find(({ id }) => id === candidateId);
  if (!person || !deletion) return;
  truth.must(
    tags.every((tag) => tag === `tag-${deletion.press.n}`),
    ONLY_OURS,
  );
  person.tags = person.tags.filter((tag) => !tags.includes(tag));
  isToldSo(truth, deletion);
}

/** Whatever else becomes of two records, one of them stays; of one that is taken back none need be left, and another may be made. */
export function removedPerson(truth: Truth, id: number, deletion: Deletion | undefined): void {
  const person = truth.people.find((one) => one.id === id);
  if (!person || truth.gone.has(id) || !deletion) return;
  truth.world.note(`Greenhouse: candidate ${id} is deleted by who made it`);
  truth.must(person.by === deletion.press.n, ONLY_OURS);
  truth.must(!isPersonWorkedOn(truth, person, deletion), 'nothing is deleted on which somebody else was at work');
  const others = truth.people.filter(({ who, account }) => who === person.who && account === person.account);
  const isLast = !others.some((one) => one !== person && !truth.gone.has(one.id));
  const isExcused = deletion.press.wantsBack === true || others.some(isJustGone(truth, deletion));
  truth.must(!isLast || isExcused, 'of two records one stays');
  truth.gone.set(id, truth.world.time.now);
  truth.allow(person.who, person.account);
  isToldSo(truth, deletion);
}

/** By a colleague, since it was looked right before this. */
const isJustGone =
  ({ deleted, gone }: Truth, { leftAt }: Deletion) =>
  ({ id }: MadePerson): boolean =>
    deleted.has(id) && (gone.get(id) ?? 0) + MINUTE > leftAt;

/** A colleague's work that a look before the deletion need not have shown is in the same window as their exports. */
const isWorkedOn = ({ movedAt }: MadeApplication, { leftAt }: Deletion): boolean =>
  movedAt !== undefined && movedAt + SEEN_AFTER_MS < leftAt;

function isPersonWorkedOn({ notes, presses }: Truth, person: MadePerson, deletion: Deletion): boolean {
  const { press, leftAt } = deletion;
  // Of what leaves from here no list need be waited for.
  const isElse = ({ by, at }: { by: number; at: number }): boolean =>
    by !== press.n && (presses[by - 1]?.client === press.client ? at < leftAt : at + SEEN_AFTER_MS < leftAt);
  return (
    person.applications.some((one) => isElse(one) || isWorkedOn(one, deletion)) ||
    notes.some((note) => note.candidateId === person.id && isElse(note)) ||
    person.taggedAt.some((at) => at + SEEN_AFTER_MS < leftAt)
  );
}

/** It may come to pass when nobody waits for it any more. */
const isToldSo = (truth: Truth, { press, part }: Deletion): void =>
  truth.must(!truth.rowOf(press)?.view.back?.some((one) => one.part === part && isToldAsThere(one)), SO);

/** Of what is told as gone, and of what may be, nothing is said to be there. */
const isToldAsThere = ({ state, why, error }: Back): boolean =>
  state === 'failed' && error?.code !== 'greenhouse/unknown-outcome' && why !== 'gone' && why !== 'not-listed';

/** What is told as taken back is not there. */
export function toldOfBack(truth: Truth, { n }: Press, { view, removed, tags = [] }: Row): void {
  // Whoever stepped back is told as the one who stays.
  const [left = view.candidateId] = view.outcome === 'stepped-back' ? (view.twins ?? []) : [];
  const person = truth.people.find(({ id }) => id === (removed?.candidateId ?? left));
  if (!person || truth.gone.has(person.id)) return;
  for (const { part, state } of view.back ?? []) {
    if (state !== 'done') continue;
    if (part === 'person') truth.must(false, SO);
    if (part === 'application') truth.must(!person.applications.some(({ by }) => by === n), SO);
    if (part === 'tags') truth.must(!person.tags.some((tag) => tags.includes(tag)), SO);
  }
}
