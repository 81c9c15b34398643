/**
 * What each scope is for (reference, section 11). `required`: nothing is exported without it. `recommended`: a part of what is
 * built is off without it. `later`: nothing built uses it yet, so that an administrator may leave it until then.
 *
 * Whoever builds what uses a `later` scope moves it up here and into `USED_SCOPES`.
 */
export type Need = 'required' | 'recommended' | 'later';

export interface ScopePurpose {
  /** `harvest:<resource>:<action>`. */
  scope: string;
  /** The last part of two message keys: what it is for, and what is off without it. */
  purpose: string;
  need: Need;
}

/** Scopes by what they are for. */
const TABLE: Record<Need, Record<string, string>> = {
  required: {
    acting_user: 'users:list',
    jobs: 'jobs:list',
    find_people: 'candidates:list',
    applications: 'applications:list',
    create_person: 'candidates:create',
    add_to_job: 'applications:create',
  },
  recommended: {
    scope_jobs: 'user_job_permissions:list user_roles:list',
    my_jobs: 'job_owners:list job_hiring_managers:list',
    departments: 'departments:list',
    offices: 'offices:list',
    stages: 'job_interview_stages:list',
    sources: 'sources:list',
    credit: 'referrers:list',
    pools: 'prospect_pools:list',
    pool_stages: 'prospect_pool_stages:list',
    in_pool: 'prospect_details:list',
    tags: 'candidate_tags:list',
    new_tags: 'candidate_tags:create',
    add_tags: 'applied_candidate_tags:list applied_candidate_tags:create',
    notes: 'notes:create',
    lost_notes: 'notes:list',
    turned_down: 'rejection_details:list rejection_reasons:list',
    other_email: 'user_emails:list',
    link_person: 'candidates:update',
    shared_ids: 'custom_fields:list custom_field_options:list',
    make_ids: 'custom_fields:create custom_field_options:create bulk_requests:list',
    take_back: 'applications:destroy candidates:destroy applied_candidate_tags:destroy',
    merge: 'candidates:merge',
    career: 'candidate_employments:create candidate_educations:create',
    find_career: 'candidate_employments:list candidate_educations:list',
    attach: 'attachments:create',
    find_file: 'attachments:list',
  },
  later: {
    history: 'application_stages:list',
    job_posts: 'job_posts:list',
  },
};

const rowsOf = (need: Need): ScopePurpose[] =>
  Object.entries(TABLE[need]).flatMap(([purpose, scopes]) =>
    scopes.split(' ').map((scope) => ({ scope: `harvest:${scope}`, purpose, need })),
  );

export const PURPOSES: readonly ScopePurpose[] = [...rowsOf('required'), ...rowsOf('recommended'), ...rowsOf('later')];

/** What a partner key needs, by the names that Greenhouse has for it where a partner signs in by OAuth (reference, section 2.3). */
export const PARTNER_PURPOSES: readonly ScopePurpose[] = [
  { scope: 'candidates.create', purpose: 'create_person', need: 'required' },
  { scope: 'jobs.view', purpose: 'jobs', need: 'recommended' },
  { scope: 'prospect_pools.view', purpose: 'pools', need: 'recommended' },
  { scope: 'candidates.view', purpose: 'see_exported', need: 'recommended' },
];

/** Such a right is the acting user's, and no scope of a credential. */
export const isPartners = (scope: string): boolean => PARTNER_PURPOSES.some((row) => row.scope === scope);
