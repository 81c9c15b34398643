/** What an administrator does in Greenhouse, step by step, to make a credential or to mend one: to tick off, print or copy. */
import type { Connection, HarvestConnection, PartnerConnection } from '#lib/storage/schema.ts';
import { counted, t } from '#lib/text.ts';

import { type Ailments, ailmentsOf } from './doctor.ts';
import { PURPOSES, type Need } from './purposes.ts';
import { wordsFor } from './rights.ts';

export interface ScopeLine {
  scope: string;
  /** What it is for. */
  purpose?: string;
}

export interface ScopeGroup {
  title?: string;
  scopes: readonly ScopeLine[];
  /** What is long, or of little weight, begins folded. */
  folded?: boolean;
}

export interface Task {
  /** Stays while the list is made anew, so that a tick stays with its line. */
  id: string;
  text: string;
  groups: readonly ScopeGroup[];
}

const task = (id: string, text: string, ...groups: ScopeGroup[]): Task => ({ id, text, groups });

const linesOf = (wanted: Need): ScopeLine[] =>
  PURPOSES.filter(({ need }) => need === wanted).map(({ scope, purpose }) => ({ scope, purpose: t(wordsFor(purpose).purpose) }));

/** Nothing is connected yet: how to make the credential. */
export function tasksToConnect(): Task[] {
  const needed = linesOf('required');
  const further = linesOf('recommended');
  return [
    task('make', t('options_step_open')),
    task('make type', t('options_step_type')),
    task(
      'make tick',
      t('options_step_scopes', needed.length + further.length),
      { title: t('doctor_group_needed'), scopes: needed },
      { title: t('doctor_group_further'), scopes: further },
    ),
    task('make secret', t('options_step_secret')),
    task('make paste', t('options_step_paste')),
  ];
}

/** A longer list of what is surplus would hide what else is to be done. */
const SHOWN_AT_MOST = 8;

/** Empty when there is nothing to mend in Greenhouse. */
export function tasksFor(kept: Connection, now: number): Task[] {
  const ailments = ailmentsOf(kept, now);
  if (ailments.noActingUser) return [task('user', t('doctor_do_user', kept.actingEmail)), task('email', t('doctor_do_email'))];
  return kept.kind === 'partner' ? tasksForKey(kept, ailments) : tasksForClient(kept, ailments);
}

/** Whoever set the policy is the only one who can put another secret in its place. */
const paste = ({ byPolicy }: Connection): Task => task('paste', t(byPolicy ? 'doctor_do_policy' : 'doctor_do_paste'));
const test = (): Task => task('test', t('doctor_do_test'));

/** A partner key has no scopes: what may be done is the acting user's (reference, section ING). */
function tasksForKey(kept: PartnerConnection, { refused, missing }: Ailments): Task[] {
  if (refused) return [task('find', t('doctor_do_find_key')), task('copy', t('doctor_do_copy_key')), paste(kept)];
  return missing.length > 0 ? [task('rank', t('doctor_do_rank', kept.actingEmail)), test()] : [];
}

function tasksForClient(kept: HarvestConnection, ailments: Ailments): Task[] {
  const { refused, readerNotAdmin, missing, unknown, surplus, old } = ailments;
  const open = task('find', t('doctor_do_find', kept.clientId));
  const renew = task('renew', t('doctor_do_renew'));
  if (refused) return [open, task('compare', t('doctor_do_compare')), renew, paste(kept)];

  const scopes: Task[] = [];
  if (missing.length > 0) scopes.push(task('tick', counted('doctor_do_tick', missing.length), { scopes: missing }));
  if (unknown.length > 0) scopes.push(task('see', counted('doctor_do_see', unknown.length), { scopes: unknown }));
  const needless = surplus.map(({ gravity, title, scopes: names }) => ({
    title,
    scopes: names.map((scope) => ({ scope })),
    folded: gravity !== 'grave' || names.length > SHOWN_AT_MOST,
  }));
  if (needless.length > 0) scopes.push(task('untick', t('doctor_do_untick'), ...needless));
  const within = [...scopes, ...(scopes.length > 0 ? [task('save', t('doctor_do_save'))] : []), ...(old ? [renew] : [])];
  const tasks = [
    ...(within.length > 0 ? [open, ...within] : []),
    ...(readerNotAdmin ? [task('admin', t('doctor_do_admin'))] : []),
  ];
  if (tasks.length === 0) return [];
  // Connecting with the new secret is a test as well.
  return [...tasks, old ? paste(kept) : test()];
}

/** What is ticked off is named by its task, and by its scope where it is one of a task's scopes. */
export const tickOf = ({ id }: Task, scope?: string): string => (scope === undefined ? id : `${id} ${scope}`);

/** The same for a mail or a ticket, one scope to a line. */
export function asText(tasks: readonly Task[], ticked: ReadonlySet<string>): string {
  const box = (tick: string): string => (ticked.has(tick) ? '[x]' : '[ ]');
  const lines = tasks.flatMap((each) => [
    `${box(tickOf(each))} ${each.text}`,
    ...each.groups.flatMap(({ title, scopes }) => [
      ...(title === undefined ? [] : [`    ${title}`]),
      ...scopes.map(({ scope }) => `    ${box(tickOf(each, scope))} ${scope}`),
    ]),
  ]);
  return [t('doctor_list'), '', ...lines].join('\n');
}
