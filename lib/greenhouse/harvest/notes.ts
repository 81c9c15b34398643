/** What was written about people: notes, e-mails and calls are all notes of a kind (harvest-api reference, 7.5). */
import type { NewNote, NoteThere } from '../port.ts';

import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { NOTES } from './lists/people.ts';
import { USERS } from './lists/users.ts';
import { unlessForbidden } from '../http/tolerate.ts';
import { userName } from '../user-name.ts';

export interface Note {
  id: number;
  applicationId: number | undefined;
  /** `NOTE`, `EMAIL`, `ACTIVITY`, `LINKEDIN_INMAIL`, … */
  kind: string;
  subject: string | undefined;
  body: string;
  author: string | undefined;
  visibility: NewNote['visibility'];
  /** ISO date-time. */
  createdAt: string | undefined;
}

/** Read in another spelling than it is written; what is not known is shown to as few as may be. */
const VISIBILITY: Record<string, NewNote['visibility']> = { publicly_visible: 'public', privately_visible: 'private' };

/** Newest first. */
export async function listNotes(api: Api, candidateId: number, signal?: AbortSignal): Promise<Note[]> {
  const rows = await api.list(NOTES, { candidate_ids: candidateId }, signal);
  const authorIds = rows.flatMap(({ user_id }) => user_id ?? []);
  const users = await unlessForbidden(listByIds(api, USERS, 'ids', authorIds), []);
  const authors = new Map(users.map((user) => [user.id, userName(user)]));
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id ?? undefined,
    kind: row.type ?? '',
    subject: row.subject ?? undefined,
    body: row.body ?? '',
    author: authors.get(row.user_id ?? 0),
    visibility: VISIBILITY[row.visibility ?? ''] ?? 'admin_only',
    createdAt: row.created_at ?? undefined,
  }));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#039': "'" };

/** Whether a note is given back as text or as markup is not known, nor what becomes of its line ends. */
const readings = (body: string): string[] =>
  [body, body.replace(/<[^>]*>/g, ' ').replace(/&([a-z]+|#\d+);/g, (_, name: string) => ENTITIES[name] ?? ' ')].map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );

/**
 * Whether a note of these words came to a person since a moment (epoch milliseconds, by Greenhouse's clock). Nothing where the
 * credential may not look.
 */
export async function findNote(api: Api, { candidateId, body }: NewNote, since: number): Promise<boolean | undefined> {
  const query = { candidate_ids: candidateId, fields: ['body', 'created_at'] } as const;
  const rows = await unlessForbidden(api.list(NOTES, query), undefined);
  const [words = ''] = readings(body);
  return rows?.some((row) => readings(row.body ?? '').includes(words) && !(Date.parse(row.created_at ?? '') < since));
}

export async function notesOn(api: Api, candidateId: number): Promise<NoteThere[] | undefined> {
  const query = { candidate_ids: candidateId, fields: ['type', 'user_id'] } as const;
  const rows = await unlessForbidden(api.list(NOTES, query), undefined);
  return rows?.map(({ type, user_id }) => ({ kind: type ?? '', ...(user_id ? { userId: user_id } : {}) }));
}
