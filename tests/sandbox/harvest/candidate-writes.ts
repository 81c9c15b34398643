import { iso } from '../clock.ts';
import type { Candidate } from '../store/rows.ts';
import type { Fields } from '../store/table.ts';
import type { World } from '../world.ts';
import { writeCustomFields } from './custom-values.ts';
import { checkReferences } from './references.ts';
import type { CandidatePatch } from './resources/candidate-body.ts';
import { applyTags, tagIds } from './tagging.ts';

/** The stored changes that a body asks for: arrays replace, custom fields merge (harvest-api §7.1). */
export function changesOf(world: World, body: CandidatePatch, before?: Candidate): Partial<Candidate> {
  checkReferences(world, body);
  const { tags, custom_fields, is_private, preferred_name, company, title, ...same } = body;
  const changes: Partial<Candidate> = { values: writeCustomFields(world, 'candidate', custom_fields, before?.values) };
  // An empty string clears.
  for (const [name, text] of Object.entries({ preferred_name, company, title })) {
    if (text !== undefined) Object.assign(changes, { [name]: text === '' ? null : text });
  }
  if (is_private !== undefined) changes.private = is_private;
  if (tags) changes.tag_ids = tagIds(world, tags);
  return { ...(same as Partial<Candidate>), ...changes };
}

export function insertCandidate(world: World, changes: Partial<Candidate>): Candidate {
  const row = world.db.candidates.insert({ ...BLANK, last_activity_at: iso(world.clock.now()), ...changes } as Fields<Candidate>);
  applyTags(world, row.id, row.tag_ids);
  return row;
}

const BLANK: Omit<Fields<Candidate>, 'first_name' | 'last_name'> = {
  preferred_name: null,
  company: null,
  title: null,
  last_activity_at: null,
  private: false,
  can_email: true,
  time_zone: null,
  tag_ids: [],
  linked_user_ids: [],
  phone_numbers: [],
  addresses: [],
  email_addresses: [],
  website_addresses: [],
  social_media_addresses: [],
  values: {},
  external_id: null,
};
