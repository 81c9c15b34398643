/** Files on an application; a person without one has nowhere to hang a file (harvest-api reference, 7.4). */
import { AppError } from '#lib/errors.ts';

import { unlessForbidden } from '../http/tolerate.ts';

import { answered, withId } from './answered.ts';
import type { Api } from './api.ts';
import { nameKey } from './dictionaries.ts';
import { ATTACHMENTS, type AttachmentType } from './lists/people.ts';

export interface NewAttachment {
  applicationId: number;
  /** With its extension; the company may block some. */
  filename: string;
  /** A new resume or cover letter makes the earlier one `other`. */
  type: AttachmentType;
  /** The file itself, or an address from which Greenhouse can fetch it without signing in. */
  file: Uint8Array | { url: string };
  /** Left out, it follows from the type. */
  visibility?: 'public' | 'private' | 'admin_only' | undefined;
}

/** The limit is not published; as base64 this is ten megabytes. */
const MOST_BYTES = 7.5 * 1024 * 1024;
/** A multiple of three, so that the pieces of base64 can be put together. */
const PIECE = 8192 * 3;

function base64(bytes: Uint8Array): string {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}

/** Slashes would be folders, and a name without an extension is refused. */
const isFilename = (name: string): boolean => /^[^/\\]+\.[A-Za-z0-9]+$/.test(name);

/**
 * @returns the attachment's id.
 * @throws AppError `greenhouse/invalid` naming the field, for a blocked extension among others; an empty, too large or badly named file
 *   is not sent at all.
 */
export async function addAttachment(api: Api, attachment: NewAttachment): Promise<number> {
  const { applicationId, filename, type, file, visibility } = attachment;
  if (!isFilename(filename)) throw new AppError('greenhouse/invalid', { fields: ['filename'] }).as('no');
  const bytes = 'url' in file ? undefined : file;
  if (bytes?.length === 0) throw new AppError('greenhouse/invalid', { fields: [filename] }).as('no');
  if (bytes && bytes.length > MOST_BYTES) throw new AppError('greenhouse/invalid', { fields: [filename], status: 413 }).as('no');
  const answer = await api.create('attachments', {
    application_id: applicationId,
    filename,
    type,
    ...('url' in file ? { url: file.url } : { content: base64(file) }),
    ...(visibility ? { visibility } : {}),
  });
  return answered(withId, answer).id;
}

/** Whether a file of this name hangs on any application of the person. Nothing where the credential may not look. */
export async function hasAttachment(api: Api, candidateId: number, filename: string): Promise<boolean | undefined> {
  const query = { candidate_ids: candidateId, fields: ['filename'] } as const;
  const rows = await unlessForbidden(api.list(ATTACHMENTS, query), undefined);
  return rows?.some((row) => nameKey(row.filename ?? '') === nameKey(filename));
}
