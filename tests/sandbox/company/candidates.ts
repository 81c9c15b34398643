import { DAY, HOUR, iso, MINUTE } from '../clock.ts';
import { pick } from '../random.ts';
import type { AppliedTag, Candidate, Education, Employment, Note } from '../store/rows.ts';
import type { Seed } from '../store/table.ts';
import { TAGS } from './structure.ts';
import type { Founding } from './made.ts';
import { COMPANIES, personAt, slotOfEmail, TITLES } from './people.ts';

export const FIRST_CANDIDATE = 4_000_001;
const FIRST_APPLIED_TAG = 9_000_001;
const FIRST_EDUCATION = 20_000_001;
const FIRST_EMPLOYMENT = 25_000_001;
const FIRST_NOTE = 30_000_001;
const FIRST_TAG = 601;
/** Every note of the seed is hers. */
export const NOTE_AUTHOR = 4003;
const SETTLES = 60 * DAY;
const YEARS = 3 * 365 * DAY;

/** Candidates have come in evenly over the last three years. */
export function bornAt(founding: Founding, slot: number): number {
  return Math.floor(founding.seededAt - HOUR - (YEARS * (founding.candidates - 1 - slot)) / Math.max(1, founding.candidates));
}

export function changedAt(founding: Founding, slot: number): number {
  const changed = bornAt(founding, slot) + (founding.roll(slot, 20) % SETTLES);
  return Math.min(changed, founding.seededAt - MINUTE);
}

/** Not seen by tokens whose user may not view private candidates (harvest-api §2.1). */
const isPrivate = (slot: number): boolean => slot % 23 === 3;

function tagsOf(founding: Founding, slot: number): number[] {
  if (slot % 4 !== 1) return [];
  const first = founding.roll(slot, 21) % TAGS.length;
  return slot % 12 === 5 ? [FIRST_TAG + first, FIRST_TAG + ((first + 1) % TAGS.length)] : [FIRST_TAG + first];
}

export function candidates(founding: Founding): Seed<Candidate> {
  return {
    firstId: FIRST_CANDIDATE,
    slots: founding.candidates,
    born: (slot) => bornAt(founding, slot),
    settles: SETTLES,
    changed: (slot) => changedAt(founding, slot),
    make: (slot) => {
      const person = personAt(slot, founding.roll);
      const changed = iso(changedAt(founding, slot));
      return {
        id: FIRST_CANDIDATE + slot,
        created_at: iso(bornAt(founding, slot)),
        updated_at: changed,
        first_name: person.first,
        last_name: person.last,
        preferred_name: null,
        company: person.company,
        title: person.title,
        last_activity_at: changed,
        private: isPrivate(slot),
        can_email: slot % 19 !== 0,
        time_zone: null,
        tag_ids: tagsOf(founding, slot),
        linked_user_ids: [],
        phone_numbers: person.phones,
        addresses: person.city === null ? [] : [{ value: person.city, type: 'home' }],
        email_addresses: person.emails,
        website_addresses: person.websites,
        social_media_addresses: person.social.map((value) => ({ value })),
        values: slot % 10 === 0 ? { 4404: '3 months', 4405: 45_025 } : {},
        external_id: null,
      };
    },
  };
}

/** The seeded candidates who can have an address: at most one. */
export function seededWithEmail(address: string): number[] {
  const slot = slotOfEmail(address);
  return slot === undefined ? [] : [FIRST_CANDIDATE + slot];
}

/** The seeded rows of a candidate, for a table with `room` slots per candidate. */
function seededForCandidate(firstId: number, room: number): (candidateId: number) => number[] {
  return (candidateId) => Array.from({ length: room }, (_, place) => firstId + (candidateId - FIRST_CANDIDATE) * room + place);
}

export const appliedTagsForCandidate = seededForCandidate(FIRST_APPLIED_TAG, 2);
export const educationsForCandidate = seededForCandidate(FIRST_EDUCATION, 1);
export const employmentsForCandidate = seededForCandidate(FIRST_EMPLOYMENT, 2);
export const notesForCandidate = seededForCandidate(FIRST_NOTE, 1);

function stamp(founding: Founding, id: number, slot: number): { id: number; created_at: string; updated_at: string } {
  const moment = iso(bornAt(founding, slot));
  return { id, created_at: moment, updated_at: moment };
}

export function appliedTags(founding: Founding): Seed<AppliedTag> {
  return {
    firstId: FIRST_APPLIED_TAG,
    slots: founding.candidates * 2,
    make: (slot) => {
      const owner = Math.floor(slot / 2);
      const tag = tagsOf(founding, owner)[slot % 2];
      if (tag === undefined) return undefined;
      return {
        ...stamp(founding, FIRST_APPLIED_TAG + slot, owner),
        candidate_id: FIRST_CANDIDATE + owner,
        candidate_tag_id: tag,
      };
    },
  };
}

export function educations(founding: Founding): Seed<Education> {
  return {
    firstId: FIRST_EDUCATION,
    slots: founding.candidates,
    make: (slot) => {
      if (slot % 2 === 1) return undefined;
      const end = 2005 + (founding.roll(slot, 22) % 18);
      return {
        ...stamp(founding, FIRST_EDUCATION + slot, slot),
        candidate_id: FIRST_CANDIDATE + slot,
        school_name_custom_field_option_id: 45_001 + (founding.roll(slot, 23) % 9),
        degree_custom_field_option_id: 45_010 + (founding.roll(slot, 24) % 6),
        discipline_custom_field_option_id: 45_016 + (founding.roll(slot, 25) % 9),
        start_at: `${end - 4}-10-01`,
        end_at: `${end}-09-01`,
        start_date_month: 10,
        start_date_year: end - 4,
        end_date_month: 9,
        end_date_year: end,
        latest: true,
      };
    },
  };
}

export function employments(founding: Founding): Seed<Employment> {
  return {
    firstId: FIRST_EMPLOYMENT,
    slots: founding.candidates * 2,
    make: (slot) => {
      const owner = Math.floor(slot / 2);
      const person = personAt(owner, founding.roll);
      const latest = slot % 2 === 1;
      if (person.company === null || (!latest && owner % 3 !== 0)) return undefined;
      return {
        ...stamp(founding, FIRST_EMPLOYMENT + slot, owner),
        candidate_id: FIRST_CANDIDATE + owner,
        company_name: latest ? person.company : pick(COMPANIES, founding.roll(owner, 26)),
        title: latest ? (person.title ?? 'Employee') : pick(TITLES, founding.roll(owner, 27)),
        start_date: latest ? '2021-03-01' : '2017-06-01',
        end_date: latest ? null : '2021-02-28',
        latest,
      };
    },
  };
}

export function notes(founding: Founding): Seed<Note> {
  return {
    firstId: FIRST_NOTE,
    slots: founding.candidates,
    make: (slot) => {
      if (slot % 5 !== 0) return undefined;
      return {
        ...stamp(founding, FIRST_NOTE + slot, slot),
        candidate_id: FIRST_CANDIDATE + slot,
        application_id: null,
        body: 'Met at the forest data meetup; wants to hear from us next year.',
        subject: null,
        type: 'NOTE',
        user_id: NOTE_AUTHOR,
        email_from: null,
        email_to: null,
        email_cc: null,
        import_hash: null,
        body_with_tags: null,
        visibility: 'publicly_visible',
        email_attachment_file_names: null,
      };
    },
  };
}
