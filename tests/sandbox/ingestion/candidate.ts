import * as z from 'zod/mini';

import { type Checked, checkApplication } from '../harvest/apply.ts';
import { insertCandidate } from '../harvest/candidate-writes.ts';
import { keepNote } from '../harvest/keep-note.ts';
import type { ApplicationBody } from '../harvest/resources/application-body.ts';
import { type Complaint, Refusal } from '../http/refusal.ts';
import type { Application } from '../store/rows.ts';
import { type Partner, PARTNER_SOURCE, partnerRefusal, profileUrl } from './calling.ts';

const filled = z.string().check(z.minLength(1));

/** One person as a partner tells it. The documented sample sends `"prospect": "true"` as text (harvest-api §13). */
export const candidateBody = z.object({
  first_name: filled,
  last_name: filled,
  external_id: filled,
  prospect: z.optional(z.union([z.boolean(), z.enum(['true', 'false'])])),
  job_id: z.optional(z.int()),
  company: z.optional(z.string()),
  title: z.optional(z.string()),
  resume: z.optional(z.url()),
  phone_numbers: z.optional(z.array(z.object({ phone_number: filled, type: z.enum(['mobile', 'home', 'work', 'other']) }))),
  emails: z.optional(z.array(z.object({ email: filled, type: z.enum(['personal', 'work', 'other']) }))),
  social_media: z.optional(z.array(z.object({ url: filled }))),
  websites: z.optional(z.array(z.object({ url: filled, type: z.enum(['personal', 'company', 'portfolio', 'blog', 'other']) }))),
  addresses: z.optional(z.array(z.object({ address: filled, type: z.enum(['home', 'work', 'other']) }))),
  referrer: z.optional(
    z.object({ email: z.optional(z.string()), first_name: z.optional(z.string()), last_name: z.optional(z.string()) }),
  ),
  notes: z.optional(z.string()),
  prospect_pool_id: z.optional(z.int()),
  prospect_pool_stage_id: z.optional(z.int()),
  prospect_owner_email: z.optional(z.string()),
});

type CandidateBody = z.infer<typeof candidateBody>;

/** Checks one person, and answers how to keep them: of several, all are kept or none. */
export function checkCandidate(partner: Partner, body: CandidateBody): () => object {
  const wanted = applicationOf(partner, body);
  const apply = checked(() => checkApplication(partner.system, wanted));
  const same = sameExternalId(partner, body);
  return () => same ?? keep(partner, body, apply);
}

/** Always a new record, whatever the external id, unless switched (harvest-api §12 #19). */
function sameExternalId({ world }: Partner, { external_id }: CandidateBody): object | undefined {
  const { ingestionDuplicate } = world.quirks;
  if (ingestionDuplicate === 'new') return undefined;
  // No seeded person has an external id.
  const known = world.db.candidates.first((row) => row.external_id === external_id, { ids: [] });
  const application = known && world.db.applications.first((row) => row.candidate_id === known.id, { ids: [] });
  if (!application) return undefined;
  if (ingestionDuplicate === '400') throw partnerRefusal(400, 'has already been taken', 'external_id');
  return told(application, external_id);
}

function told(application: Application, external_id: string): object {
  return { id: application.candidate_id, application_id: application.id, external_id, profile_url: profileUrl(application) };
}

function keep(partner: Partner, body: CandidateBody, apply: Checked): object {
  const { world } = partner;
  const candidate = insertCandidate(world, {
    first_name: body.first_name,
    last_name: body.last_name,
    external_id: body.external_id,
    company: body.company ?? null,
    title: body.title ?? null,
    email_addresses: (body.emails ?? []).map(({ email, type }) => ({ value: email, type })),
    phone_numbers: (body.phone_numbers ?? []).map(({ phone_number, type }) => ({ value: phone_number, type })),
    social_media_addresses: (body.social_media ?? []).map(({ url }) => ({ value: url })),
    website_addresses: (body.websites ?? []).map(({ url, type }) => ({ value: url, type })),
    addresses: (body.addresses ?? []).map(({ address, type }) => ({ value: address, type })),
  });
  const application = checked(() => apply(candidate.id));
  if (body.notes) keepNote(world, { candidate_id: candidate.id, body: body.notes, user_id: partner.user.id });
  if (body.resume) keepResume(partner, application.id, candidate.id, body.resume);
  return told(application, body.external_id);
}

/** The rules of applications are those of Harvest; the words of a refusal are Ingestion's. */
function checked<T>(step: () => T): T {
  try {
    return step();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const [complaint = ''] = (refusal.body as { errors: Complaint[] }).errors;
    const [field, reason] = typeof complaint === 'string' ? [undefined, complaint] : (Object.entries(complaint)[0] ?? []);
    throw partnerRefusal(refusal.status === 422 ? 400 : refusal.status, reason ?? 'Invalid request', field);
  }
}

function applicationOf(partner: Partner, body: CandidateBody): ApplicationBody {
  const shared = { source_id: PARTNER_SOURCE, ...referrerOf(partner, body) };
  if (body.prospect === false || body.prospect === 'false') {
    if (body.job_id === undefined) throw partnerRefusal(400, 'job_id is required when prospect is false', 'job_id');
    return { ...shared, job_id: body.job_id };
  }
  return {
    ...shared,
    prospect: true,
    job_ids: body.job_id === undefined ? [] : [body.job_id],
    prospect_pool_id: body.prospect_pool_id,
    prospect_pool_stage_id: body.prospect_pool_stage_id,
    prospect_owner_id: ownerOf(partner, body.prospect_owner_email),
  };
}

/** Credit goes to the current user unless another is named (harvest-api §ING). */
function referrerOf({ world, user }: Partner, body: CandidateBody): { referrer_id?: number } {
  const email = body.referrer?.email?.toLowerCase();
  const credited = email === undefined ? user : world.db.users.first(({ emails }) => emails.includes(email));
  const referrer = world.db.referrers.first(({ user_id }) => user_id !== null && user_id === credited?.id);
  return referrer ? { referrer_id: referrer.id } : {};
}

function ownerOf({ world }: Partner, email: string | undefined): number | undefined {
  if (email === undefined) return undefined;
  const owner = world.db.users.first(({ emails }) => emails.includes(email.toLowerCase()));
  if (!owner) throw partnerRefusal(400, 'User not found', 'prospect_owner_email');
  return owner.id;
}

function keepResume({ world }: Partner, applicationId: number, candidateId: number, url: string): void {
  world.db.attachments.insert({
    application_id: applicationId,
    candidate_id: candidateId,
    type: 'resume',
    filename: url.slice(url.lastIndexOf('/') + 1),
    url,
    visibility: 'public',
    content: null,
  });
}
