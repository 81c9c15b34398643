import { seededWithEmail } from '../../company/candidates.ts';
import { TAGS } from '../../company/structure.ts';
import type { Answer } from '../../http/call.ts';
import { missingScope } from '../../http/refusal.ts';
import type { Candidate } from '../../store/rows.ts';
import type { World } from '../../world.ts';
import type { Acting } from '../acting.ts';
import { checkApplication } from '../apply.ts';
import { autoMerge } from '../auto-merge.ts';
import { anonymizeCandidate, mergeCandidates } from '../candidate-verbs.ts';
import { changesOf, insertCandidate } from '../candidate-writes.ts';
import { readCustomFields } from '../custom-values.ts';
import { forgetCandidate } from '../forgetting.ts';
import { CUSTOM_FIELD_OPTION, type Filter, flagOf } from '../filters.ts';
import { instant } from '../instants.ts';
import { present, resource, type Resource } from '../resource.ts';
import { requireCandidate, requireRecruiter, requireSiteAdmin } from '../rights.ts';
import { deleted, type Read, updates } from '../write.ts';
import { applyTags } from '../tagging.ts';
import { seesCandidate } from '../visibility.ts';
import { nestedApplication } from './application-body.ts';
import { applications } from './applications.ts';
import { candidateCreate, candidatePatch } from './candidate-body.ts';

/** Whether a nested application needs this too is unknown (harvest-api §12 #24). */
const APPLICATIONS_CREATE = 'harvest:applications:create';

/** One address, exact, any case, any address of the person (harvest-api §7.1). */
const byEmail: Filter = {
  read: (value) => {
    const wanted = value.toLowerCase();
    return {
      ids: seededWithEmail(wanted),
      test: (row) => (row as Candidate).email_addresses.some((address) => address.value.toLowerCase() === wanted),
    };
  },
};

const byTag: Filter = {
  read: (value, _, world) => {
    const tag = world.db.tags.first(({ name }) => name === value);
    const seeded = TAGS.some(({ name }) => name === value);
    return { ...(seeded ? {} : { ids: [] }), test: (row) => tag !== undefined && (row as Candidate).tag_ids.includes(tag.id) };
  },
};

/** `true`, the default, includes the private people whom the caller may see; `false` leaves them out (§12 #23). */
const byPrivate: Filter = {
  read: (value, name, { quirks }) => {
    const wanted = flagOf(value, name);
    if (quirks.privateFilter === 'only') return { test: (row) => (row as Candidate).private === wanted };
    return { test: (row) => wanted || !(row as Candidate).private };
  },
};

const definition: Resource<Candidate> = {
  name: 'candidates',
  singular: 'Candidate',
  state: 'candidates',
  table: (db) => db.candidates,
  fields: [
    'first_name',
    'last_name',
    'preferred_name',
    'company',
    'title',
    'last_activity_at',
    'private',
    'can_email',
    'time_zone',
    'tags',
    'linked_user_ids',
    'phone_numbers',
    'addresses',
    'email_addresses',
    'website_addresses',
    'social_media_addresses',
    'custom_fields',
  ],
  derived: {
    tags: (row, world) => row.tag_ids.flatMap((id) => world.db.tags.get(id)?.name ?? []),
    custom_fields: (row, world) => readCustomFields(world, 'candidate', row.values),
    website_addresses: (row, world) => websites(row, world),
  },
  filters: {
    last_activity_at: instant('last_activity_at', true),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
    private: byPrivate,
    email: byEmail,
    tag: byTag,
  },
  visible: seesCandidate,
  stub: ({ world }) => (world.quirks.privateStubs ? { message: 'This candidate is private.' } : undefined),
  create: { forms: candidateCreate.forms, act: (acting, given) => create(acting, candidateCreate.read(given, acting.world)) },
  update: updates(candidatePatch, update),
  destroy: (acting, row) => {
    requireSiteAdmin(acting);
    forgetCandidate(acting.world, row.id);
    return deleted('Candidate', row);
  },
  verbs: { 'POST merge': mergeCandidates, 'PATCH anonymize': anonymizeCandidate },
};

function websites(row: Candidate, world: World): Candidate['website_addresses'] {
  if (!world.quirks.websitesWithoutScheme) return row.website_addresses;
  return row.website_addresses.map(({ value, type }) => ({ value: value.replace(/^https?:\/\//, ''), type }));
}

/** The person, and at most one application; either everything is kept or nothing (harvest-api §7.1). */
function create(acting: Acting, { application: nested, ...body }: Read<typeof candidateCreate>): Answer {
  const { world } = acting;
  requireRecruiter(acting);
  if (nested !== undefined && world.quirks.nestedApplicationScope && !acting.holds(APPLICATIONS_CREATE)) {
    throw missingScope(APPLICATIONS_CREATE);
  }
  const apply = nested === undefined ? undefined : checkApplication(acting, nestedApplication(nested));
  const candidate = insertCandidate(world, changesOf(world, body));
  const application = apply?.(candidate.id) ?? null;
  const shown = present(definition, world, candidate);
  autoMerge(world, candidate);
  if (world.quirks.deferredCreateAnswer) return { status: 201, body: { message: 'Your request is being processed.' } };
  if (world.quirks.bareCreateAnswer) return { status: 201, body: shown };
  return { status: 201, body: { candidate: shown, application: application && present(applications, world, application) } };
}

function update(acting: Acting, row: Candidate, body: Read<typeof candidatePatch>): Candidate {
  const { world } = acting;
  requireCandidate(acting, row.id);
  const changes = changesOf(world, body, row);
  const changed = world.db.candidates.update(row.id, changes);
  applyTags(world, row.id, changed.tag_ids);
  return changed;
}

export const candidates = resource(definition);
