/**
 * Every value that is kept in extension storage, in one list, but for the vault (`vault-format.ts`), which the panel does without
 * until it is locked. The database's stores are declared in `database.ts`.
 */
import * as z from 'zod/mini';

import { storedItem } from './item.ts';
import { connectionSchema, DEFAULT_SETTINGS, peopleIndexSchema, settingsSchema, siteChoiceSchema } from './schema.ts';

/** Null until a credential was saved. */
export const connectionItem = storedItem({
  key: 'connection',
  schema: z.nullable(connectionSchema),
  fallback: null,
  // Until 0.2 there was one kind, and it was not written down.
  upgrade: (raw) => (typeof raw === 'object' && raw !== null && !('kind' in raw) ? { kind: 'harvest', ...raw } : raw),
});

/** A connection on trial beside the one in use; its secret is in the vault's pending slot. See `pending.ts`. */
export const pendingItem = storedItem({ key: 'pending-connection', schema: z.nullable(connectionSchema), fallback: null });

export const settingsItem = storedItem({ key: 'settings', schema: settingsSchema, fallback: DEFAULT_SETTINGS });

/** By account, and therein by site id (or origin, for pages of no known site): a job's number means another job elsewhere. */
export const siteChoicesItem = storedItem({
  key: 'site-choices',
  schema: z.catchall(z.object({}), z.catchall(z.object({}), siteChoiceSchema)),
  fallback: {},
  // Until 0.2 they named no account. Nobody can say whose jobs those were, and choosing once more is quick.
  upgrade: (raw) => Object.fromEntries(Object.entries(raw as object).filter(([, kept]) => !('kind' in Object(kept)))),
});

/** The jobs that were exported to last, the newest first, by account. */
export const recentJobsItem = storedItem({
  key: 'recent-jobs',
  schema: z.catchall(z.object({}), z.array(z.number())),
  fallback: {},
});

export const peopleIndexItem = storedItem({
  key: 'people-index',
  schema: peopleIndexSchema,
  fallback: { paused: [], agreed: [] },
});
