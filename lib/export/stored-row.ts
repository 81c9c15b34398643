/** A row as the database keeps it: what a person could be read from is sealed; ids, times and states are in the clear. */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';
import type { StoredExport } from '#lib/storage/database.ts';
import { seal, unseal } from '#lib/storage/sealed.ts';

import { nameOf } from './accept.ts';
import { dueAfterwards, going, type Row } from './row.ts';
import { exportViewSchema, isOver, requestFields, type ExportView } from './schema.ts';

/** A refusal's words may quote what was sent: they are sealed with the rest, and go with it. */
const withoutWords = (view: ExportView): unknown =>
  JSON.parse(JSON.stringify({ ...view, name: '' }, (key, value: unknown) => (key === 'fields' ? undefined : value)));

const entrySchema = lazyObject(() => ({
  kind: z.enum(['employment', 'education']),
  key: z.string(),
  row: z.catchall(z.object({}), z.union([z.string(), z.number()])),
}));

/** Without the view in rows of an older version. */
const sealedSchema = lazyObject(() => ({
  ...requestFields(),
  view: z.optional(exportViewSchema),
  entries: z.optional(z.array(entrySchema)),
}));
/** When something is to be done for it, 0 for at once; nothing while it waits for somebody. */
export function dueOf(row: Row): number | undefined {
  const { state, heldUntil = 0, retryAt, error, outcome } = row.view;
  if (isOver(state)) return row.watch?.next;
  if (row.view.question === 'follow-up') return dueAfterwards(row);
  if (state === 'needs-you') return error?.code === 'settings/passphrase' ? 0 : retryAt;
  return state === 'held' ? heldUntil : outcome === undefined ? (retryAt ?? 0) : dueAfterwards(row);
}

export async function toStored({ request, entries, ...row }: Row): Promise<StoredExport> {
  const { id, externalId, state } = row.view;
  const due = dueOf(row);
  return {
    ...row,
    id,
    externalId,
    state,
    view: withoutWords(row.view),
    ...(due === undefined ? {} : { due }),
    ...(request ? { sealed: await seal({ ...request, view: row.view, entries }) } : {}),
  };
}

/** What else is written of a row; fields of a newer version stay. */
export const bareSchema = z.looseObject({
  account: z.string(),
  writtenAt: z.number(),
  sends: z.array(z.looseObject({ what: z.enum(['person', 'application']), at: z.number() })),
  before: z.array(z.number()),
  looks: z.number(),
  keys: z.array(z.string()),
});

/** What should be there, as far as it is. */
const text = (kept: unknown): string => (typeof kept === 'string' ? kept : '');
const time = (kept: unknown): number => (typeof kept === 'number' ? kept : 0);

/** Of a damaged row the worst is believed: that something was sent, and that nobody knows what became of it. */
const damaged = ({ account, externalId, writtenAt }: StoredExport): Omit<Row, 'view'> => ({
  account: text(account),
  writtenAt: time(writtenAt),
  sends: [{ what: 'person', at: time(writtenAt) }],
  before: [],
  looks: 0,
  keys: [`id ${externalId}`],
});

export async function toRow(stored: StoredExport): Promise<Row> {
  const { id: _i, externalId: _e, state: _s, due: _d, view: kept, sealed, ...row } = stored;
  if (!bareSchema.safeParse(row).success) return unreadable({ ...damaged(stored), view: viewLeft(stored) });
  const view = exportViewSchema.safeParse(kept);
  const opened = sealed && (await unseal(sealed, sealedSchema).catch(() => undefined));
  if (!view.success || (sealed && !opened)) return unreadable({ ...row, view: view.data ?? viewLeft(stored) });
  if (!opened) return { ...row, view: view.data };
  const { view: whole = { ...view.data, name: nameOf(opened) }, entries, ...request } = opened;
  return { target: request.target, ...row, view: whole, request, ...(entries ? { entries } : {}) };
}

/**
 * A row that this device cannot read any more is shown, so that somebody can look in Greenhouse; it stops no other row. What is in the
 * clear stays: whom it made, and where.
 */
const unreadable = (row: Row): Row => going(row, 'needs-you', { error: { code: 'storage/corrupt' } });

const viewLeft = ({ id, externalId, writtenAt }: StoredExport): ExportView => ({
  id,
  externalId: text(externalId),
  name: '',
  state: 'needs-you',
  startedAt: time(writtenAt),
  writtenAt: time(writtenAt),
  followUps: [],
});
