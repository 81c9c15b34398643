import type { Department, Named, Office, RejectionReason, Source, UserRole } from '../store/company-rows.ts';
import type { Fields } from '../store/table.ts';

/** Birch Labs makes instruments for forest research, and does not exist. */
export const ORGANIZATION = { id: 71004, name: 'Birch Labs' };

export const FIRST_DEPARTMENT = 31;
export const FIRST_OFFICE = 5;
export const FIRST_SOURCE = 70;

const department = (name: string, parent: number | null, external: string): Fields<Department> => ({
  name,
  parent_id: parent,
  external_id: external,
});

/** A tree of two levels; ids count from 31. */
export const DEPARTMENTS = [
  department('Engineering', null, 'ENG'),
  department('Backend', 31, 'ENG-BE'),
  department('Frontend', 31, 'ENG-FE'),
  department('Platform', 31, 'ENG-PL'),
  department('Data', 31, 'ENG-DA'),
  department('Product', null, 'PRD'),
  department('Design', 36, 'PRD-DE'),
  department('Research', null, 'RES'),
  department('Sales', null, 'SAL'),
  department('Customer Success', 39, 'SAL-CS'),
  department('People', null, 'PPL'),
  department('Finance & Legal', null, 'FIN'),
];

const office = (name: string, location: string, parent: number | null, contact: number | null): Fields<Office> => ({
  name,
  location,
  parent_id: parent,
  external_id: null,
  primary_in_house_contact_user_id: contact,
});

/** Ids count from 5; the first three are regions. */
export const OFFICES = [
  office('EMEA', 'Europe', null, 4001),
  office('Americas', 'North and South America', null, 4002),
  office('APAC', 'Asia Pacific', null, null),
  office('Berlin', 'Berlin, Germany', 5, 4003),
  office('København', 'Copenhagen, Denmark', 5, 4010),
  office('Lisboa', 'Lisbon, Portugal', 5, 4005),
  office('Austin', 'Austin, Texas, United States', 6, 4004),
  office('São Paulo', 'São Paulo, Brazil', 6, null),
  office('東京', 'Tokyo, Japan', 7, 4006),
];

const STRATEGIES = {
  boards: { id: 1, name: 'Third-party boards' },
  prospecting: { id: 2, name: 'Prospecting' },
  social: { id: 3, name: 'Social media' },
  marketing: { id: 4, name: 'Company marketing' },
  events: { id: 5, name: 'Attend events' },
  agencies: { id: 6, name: 'Agencies' },
  referrals: { id: 7, name: 'Referrals' },
  other: { id: 8, name: 'Other' },
};

/** Ids count from 70; sources cannot be created by API (harvest-api §7.7). */
export const SOURCES: Fields<Source>[] = [
  { name: 'LinkedIn (Prospecting)', type: STRATEGIES.prospecting },
  { name: 'GitHub', type: STRATEGIES.prospecting },
  { name: 'Stack Overflow', type: STRATEGIES.prospecting },
  { name: 'Internet Search', type: STRATEGIES.prospecting },
  { name: 'Internal Applicant', type: STRATEGIES.other },
  { name: 'Referral', type: STRATEGIES.referrals },
  { name: 'Jobs page on your website', type: STRATEGIES.marketing },
  { name: 'LinkedIn (Ad Posting)', type: STRATEGIES.boards },
  { name: 'Wellfound', type: STRATEGIES.boards },
  { name: 'XING', type: STRATEGIES.social },
  { name: 'Twitter', type: STRATEGIES.social },
  { name: 'Dribbble', type: STRATEGIES.prospecting },
  { name: 'Forest Data Meetup', type: STRATEGIES.events },
  { name: 'Larch & Partners', type: STRATEGIES.agencies },
  { name: 'Gleaner', type: STRATEGIES.prospecting },
  { name: 'Other', type: STRATEGIES.other },
];

export const TAGS: Fields<Named>[] = [
  'Silver medalist',
  'Open to relocate',
  'Rust',
  'Speaks German',
  'Alumni',
  'Do not contact',
  'Conference speaker',
  'Remote only',
].map((name) => ({ name }));

const THEY = { id: 2, key: 'THEY_REJECTED_US', name: 'They rejected us' };
const WE = { id: 1, key: 'WE_REJECTED_THEM', name: 'We rejected them' };
const NONE = { id: 3, key: 'NONE_SPECIFIED', name: 'None specified' };

/** The built-in ones are listed only with `include_defaults=true` (harvest-api §7.11). */
export const REJECTION_REASONS: Fields<RejectionReason>[] = [
  { name: 'Not enough field experience', type: WE, built_in: false },
  { name: 'Chose another offer', type: THEY, built_in: false },
  { name: 'Compensation', type: THEY, built_in: false },
  { name: 'Position filled', type: WE, built_in: false },
  { name: 'Lacking skills or qualifications', type: WE, built_in: true },
  { name: 'No reason given', type: NONE, built_in: true },
];

export const CLOSE_REASONS: Fields<Named>[] = ['Hire - New Headcount', 'Hire - Backfill', 'On Hold', 'Not Filling'].map(
  (name) => ({ name }),
);

export const ROLE = { siteAdmin: 81, standard: 82, hiringManager: 83, interviewer: 84 };

/** Ids count from 81, in the order of `ROLE`. */
export const ROLES: Fields<UserRole>[] = [
  { name: 'Site Admin', role_type: 'site_admin' },
  { name: 'Job Admin: Standard', role_type: 'job_admin' },
  { name: 'Job Admin: Hiring Manager', role_type: 'job_admin' },
  { name: 'Interviewer', role_type: 'deprecated_interviewer' },
];
