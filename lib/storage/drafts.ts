/** Drafts: what a recruiter has begun with a person, sealed, kept for a week, dropped when the export is done. */
import { database } from './database.ts';
import { draftSchema, type StoredDraft } from './schema.ts';
import { seal, unseal } from './sealed.ts';

const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;

export const drafts = {
  /** What was typed goes with the person; jobs, sources and the export's id belong to one account, and stay with it. */
  async load(externalId: string, account: string): Promise<StoredDraft | undefined> {
    const kept = await (await database()).get('drafts', externalId);
    // A draft that cannot be read (another device's profile folder, an older shape) is no loss: the page is still there.
    const draft = kept && (await unseal(kept.sealed, draftSchema).catch(() => undefined));
    if (!draft || draft.account === account) return draft;
    const { choice: _choice, exportId: _exportId, ...typed } = draft;
    return typed;
  },

  async save(draft: StoredDraft): Promise<void> {
    const sealed = await seal(draft);
    await (await database()).put('drafts', { externalId: draft.externalId, savedAt: draft.savedAt, sealed });
  },

  async drop(externalId: string): Promise<void> {
    await (await database()).delete('drafts', externalId);
  },

  /** Removes what nobody came back to. `now` in epoch milliseconds. */
  async sweep(now: number): Promise<void> {
    const write = (await database()).transaction('drafts', 'readwrite');
    for await (const cursor of write.store) {
      if (cursor.value.savedAt < now - KEPT_FOR_MS) await cursor.delete();
    }
    await write.done;
  },
};
