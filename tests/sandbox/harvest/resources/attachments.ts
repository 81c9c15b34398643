import * as z from 'zod/mini';

import { applicationsForCandidate, attachmentsForApplication } from '../../company/applications.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Attachment } from '../../store/rows.ts';
import type { World } from '../../world.ts';
import type { Acting } from '../acting.ts';
import { choice, ids } from '../filters.ts';
import { existing } from '../references.ts';
import { resource } from '../resource.ts';
import { body, creates, deleted, type Read } from '../write.ts';
import { requireApplication, requireSiteAdmin } from '../rights.ts';
import { seesApplicationId } from '../visibility.ts';

const TYPES = [
  'resume',
  'cover_letter',
  'take_home_test',
  'offer_packet',
  'offer_letter',
  'signed_offer_letter',
  'other',
  'form_attachment',
  'midfunnel_agreement',
  'automated_agreement',
] as const;

/** Birch Labs' own block list; `.html` is the documented example (harvest-api §7.4). */
const BLOCKED = new Set(['html', 'htm', 'exe', 'bat', 'js', 'svg']);

const attachmentBody = body(
  z.strictObject({
    application_id: z.int(),
    filename: z.string().check(z.regex(/^[^/\\]+\.[A-Za-z0-9]+$/, 'must have an extension')),
    type: z.enum(TYPES),
    content: z.optional(z.string()),
    url: z.optional(z.url({ protocol: /^https?$/ })),
    visibility: z.optional(z.enum(['public', 'private', 'admin_only'])),
  }),
);

type AttachmentBody = Read<typeof attachmentBody>;

export const attachments = resource<Attachment>({
  name: 'attachments',
  singular: 'Attachment',
  state: 'attachments',
  table: (db) => db.attachments,
  fields: ['application_id', 'candidate_id', 'type', 'filename', 'url'],
  filters: {
    application_ids: ids('application_id', attachmentsForApplication),
    candidate_ids: ids('candidate_id', (id) => applicationsForCandidate(id).flatMap(attachmentsForApplication)),
    type: choice('type', TYPES),
  },
  visible: (acting, row) => seesApplicationId(acting, row.application_id),
  create: creates(attachmentBody, create),
  destroy: (acting, row) => {
    requireSiteAdmin(acting);
    acting.world.db.attachments.remove(row.id);
    return deleted('Attachment', row);
  },
});

/** Hangs on an application, never on the bare person (harvest-api §7.4). */
function create(acting: Acting, body: AttachmentBody): Attachment {
  const { world } = acting;
  checkFile(world, body);
  const application = existing(world.db.applications, body.application_id, 'application_id');
  requireApplication(acting, application);
  demoteEarlier(world, body);
  return world.db.attachments.insert({
    application_id: application.id,
    candidate_id: application.candidate_id,
    type: body.type,
    filename: body.filename,
    url: body.url ?? `https://files.birchlabs.example/${application.id}/${encodeURIComponent(body.filename)}`,
    visibility: body.visibility ?? inferred(body.type),
    content: body.content ?? null,
  });
}

function checkFile(world: World, { content, url, filename }: AttachmentBody): void {
  if ((content === undefined) === (url === undefined)) throw unprocessable('Exactly one of content and url must be given.');
  const extension = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase();
  if (BLOCKED.has(extension)) throw unprocessable({ filename: `files of type .${extension} are not allowed` });
  if (content === undefined) return;
  if (content === '' || content.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(content))
    throw unprocessable({ content: 'is not base64' });
  if ((content.length * 3) / 4 > world.quirks.attachmentLimitBytes) throw unprocessable({ content: 'is too large' });
}

/** A new resume or cover letter makes the earlier one `other` (harvest-api §7.4). */
function demoteEarlier(world: World, { application_id, type }: AttachmentBody): void {
  if (type !== 'resume' && type !== 'cover_letter') return;
  const earlier = world.db.attachments.where((row) => row.application_id === application_id && row.type === type, {
    ids: attachmentsForApplication(application_id),
  });
  for (const row of earlier) world.db.attachments.update(row.id, { type: 'other' });
}

function inferred(type: string): string {
  return type === 'resume' || type === 'cover_letter' || type === 'take_home_test' ? 'public' : 'private';
}
