/** A row of the outbox as versions before the third wrote it, as one of today. It stays as it is while other code changes. */
import type { StoredExport } from './database.ts';

interface Before extends StoredExport {
  /** Epoch milliseconds at which the create was about to be sent; absent until then. */
  sentAt?: number;
  view: {
    candidateId?: number;
    outcome?: string;
    heldUntil?: number;
    retryAt?: number;
    error?: { code?: string };
  };
}

const OVER: ReadonlySet<string> = new Set(['done', 'undone']);

export function exportOfBefore(stored: StoredExport): StoredExport {
  const { sentAt, ...row } = stored as Before;
  // A damaged one comes along as it is: whoever reads it says so, and the others must not be kept back by it.
  const view: Partial<Before['view']> = Object(row.view);
  const { candidateId, outcome } = view;
  const what = candidateId !== undefined && outcome !== 'created' ? 'application' : 'person';
  // What became of it is known where there is an outcome; else it may have arrived.
  const closed = outcome === undefined ? {} : ({ closed: 'found' } as const);
  const sends = sentAt === undefined ? [] : [{ what, at: sentAt, ...closed } as const];
  const due = dueOf(row.state, view);
  return {
    ...row,
    sends,
    before: [],
    looks: 0,
    keys: [`id ${row.externalId}`],
    ...(due === undefined ? {} : { due }),
  };
}

function dueOf(state: string, { heldUntil = 0, retryAt = 0, error }: Partial<Before['view']>): number | undefined {
  if (OVER.has(state)) return undefined;
  if (state === 'needs-you') return error?.code === 'settings/passphrase' ? 0 : undefined;
  return state === 'held' ? heldUntil : retryAt;
}
