/** People and what hangs on them (harvest-api reference, 7.1, 7.4 to 7.6, 7.10). */
import * as z from 'zod/mini';

import type { Ids, Period } from '../query.ts';
import { filteredBy, flag, reference, resource, text } from '../resource.ts';

export interface CandidateFilters {
  /** One address, exact in any case, any address on the record. */
  email?: string;
  /** A tag's exact name. */
  tag?: string;
  /** False leaves private people out. */
  private?: boolean;
  /** Select fields only, by the option's id. */
  custom_field_option_id?: number;
  last_activity_at?: Period;
}

export const addresses = z.nullish(z.array(z.object({ value: text })));

/** What somebody is known by, and no more. */
export const KNOWN_BY = {
  first_name: text,
  last_name: text,
  preferred_name: text,
  company: text,
  private: flag,
  created_at: text,
  email_addresses: addresses,
  phone_numbers: addresses,
  website_addresses: addresses,
  social_media_addresses: addresses,
  /** By their keys. */
  custom_fields: z.optional(z.unknown()),
};

export const CANDIDATES = resource('candidates', filteredBy<CandidateFilters>(), {
  ...KNOWN_BY,
  title: text,
  last_activity_at: text,
  tags: z.nullish(z.array(z.string())),
});
export type CandidateRow = z.infer<typeof CANDIDATES.row>;

/** By the bucket of their external id, with nothing but the field that says whether they are the one. */
export const HOLDERS = resource('candidates', filteredBy<CandidateFilters>(), {
  created_at: text,
  custom_fields: z.nullish(z.catchall(z.object({}), z.object({ value: z.unknown() }))),
});
export type Holder = z.infer<typeof HOLDERS.row>;

export const CANDIDATE_TAGS = resource('candidate_tags', filteredBy(), { name: text });
export const APPLIED_CANDIDATE_TAGS = resource(
  'applied_candidate_tags',
  filteredBy<{ candidate_ids?: Ids; candidate_tag_ids?: Ids }>(),
  {
    candidate_id: reference,
    candidate_tag_id: reference,
  },
);

type NoteType =
  | 'NOTE'
  | 'ACTIVITY'
  | 'INTERVIEW'
  | 'EMAIL'
  | 'FOLLOW_UP'
  | 'TAKE_HOME_TEST'
  | 'LINKEDIN_NOTE'
  | 'LINKEDIN_INMAIL'
  | 'AVAILABILITY_REQUEST'
  | 'MIGRATION_ERROR'
  | 'TOUCHPOINT'
  | 'FORM'
  | 'FEEDBACK';

interface NoteFilters {
  candidate_ids?: Ids;
  user_ids?: Ids;
  application_ids?: Ids;
  type?: NoteType;
  /** In the spelling that is read; written it is `public`, `private`, `admin_only`. */
  visibility?: 'publicly_visible' | 'privately_visible' | 'admin_only_visible';
}

export const NOTES = resource('notes', filteredBy<NoteFilters>(), {
  candidate_id: reference,
  application_id: reference,
  type: text,
  subject: text,
  body: text,
  user_id: reference,
  visibility: text,
  created_at: text,
});

export type AttachmentType =
  | 'resume'
  | 'cover_letter'
  | 'take_home_test'
  | 'offer_packet'
  | 'offer_letter'
  | 'signed_offer_letter'
  | 'other'
  | 'form_attachment'
  | 'midfunnel_agreement'
  | 'automated_agreement';

export const ATTACHMENTS = resource(
  'attachments',
  filteredBy<{ application_ids?: Ids; candidate_ids?: Ids; type?: AttachmentType }>(),
  {
    application_id: reference,
    candidate_id: reference,
    type: text,
    filename: text,
    /** Signed, and dead after seven days. */
    url: text,
    created_at: text,
  },
);

export const CANDIDATE_EDUCATIONS = resource(
  'candidate_educations',
  filteredBy<{ candidate_ids?: Ids; start_at?: Period; end_at?: Period; latest?: boolean }>(),
  {
    candidate_id: reference,
    school_name_custom_field_option_id: reference,
    degree_custom_field_option_id: reference,
    discipline_custom_field_option_id: reference,
    start_at: text,
    end_at: text,
    latest: flag,
  },
);

export const CANDIDATE_EMPLOYMENTS = resource('candidate_employments', filteredBy<{ candidate_ids?: Ids; latest?: boolean }>(), {
  candidate_id: reference,
  company_name: text,
  title: text,
  start_date: text,
  end_date: text,
  latest: flag,
});
