import type { Referrer, User, UserEmail } from '../store/company-rows.ts';
import type { Fields } from '../store/table.ts';

export const SERVICE_USER = 4000;
/** Jonas Reed, the recruiter of the ready line: a Job Admin, not a Site Admin. */
export const DEFAULT_USER = 4012;
const FIRST_USER = SERVICE_USER;

type Rights = Partial<Pick<User, 'site_admin' | 'deactivated' | 'service_account' | 'sees_private' | 'manages_custom_fields'>>;

/** A person who may nothing yet. */
export const blankUser = {
  job_title: null,
  agency_id: null,
  deactivated: false,
  site_admin: false,
  employee_id: null,
  linked_candidate_ids: [],
  office_ids: [],
  department_ids: [],
  interviewer_tags: [],
  values: {},
  service_account: false,
  sees_private: false,
  manages_custom_fields: false,
} satisfies Partial<Fields<User>>;

function person(first: string, last: string, mailbox: string | null, title: string | null, rights: Rights = {}): Fields<User> {
  const email = mailbox === null ? null : `${mailbox}@birchlabs.example`;
  return {
    ...blankUser,
    first_name: first,
    last_name: last,
    primary_email: email,
    emails: email === null ? [] : [email],
    job_title: title,
    employee_id: email === null ? null : `BL-${mailbox?.length ?? 0}${first.length}${last.length}`,
    ...rights,
  };
}

/** Ids count from 4000. The service user acts for every token without `sub` (harvest-api §2.1). */
export const USERS: Fields<User>[] = [
  person('Gleaner', 'Integration', null, null, { site_admin: true, service_account: true, manages_custom_fields: true }),
  person('Amara', 'Lindqvist', 'amara.lindqvist', 'VP Talent', {
    site_admin: true,
    sees_private: true,
    manages_custom_fields: true,
  }),
  person('Tobias', 'Hartwig', 'tobias.hartwig', 'Recruiting Operations', { site_admin: true, manages_custom_fields: true }),
  person('Priya', 'Ramanathan', 'priya.ramanathan', 'Lead Recruiter', { manages_custom_fields: true }),
  person('Noah', 'Adeyemi', 'noah.adeyemi', 'Recruiter'),
  person('Lucía', 'Ferrer', 'lucia.ferrer', 'Recruiter'),
  person('Kenji', 'Watanabe', 'kenji.watanabe', 'Recruiting Coordinator'),
  person('Hanna', 'Kowalczyk', 'hanna.kowalczyk', 'Recruiter'),
  person('Oliver', 'Strand', 'oliver.strand', 'Director of Engineering'),
  person('Fatima', 'El-Sayed', 'fatima.el-sayed', 'Head of Product'),
  person('Björn', 'Åkesson', 'bjorn.akesson', 'Sourcer'),
  person('Chloé', 'Martin', 'chloe.martin', 'Sourcer'),
  person('Jonas', 'Reed', 'jonas.reed', 'Technical Recruiter'),
  person('Greta', 'Olsen', 'greta.olsen', 'Accountant'),
  person('Dimitri', 'Pavlov', 'dimitri.pavlov', 'Recruiter', { deactivated: true }),
];

export const USER_EMAILS: Fields<UserEmail>[] = USERS.flatMap((user, slot) =>
  user.emails.map((email) => ({
    user_id: FIRST_USER + slot,
    email,
    verified: email !== 'greta.olsen@birchlabs.example',
    verification_token_sent_at: null,
  })),
);

/** Hanna Kowalczyk has no referrer row, so an export credited to her has none to name. */
const WITHOUT_REFERRER = new Set([SERVICE_USER, 4007]);

export const REFERRERS: Fields<Referrer>[] = [
  ...USERS.map((user, slot) => ({ name: `${user.first_name} ${user.last_name}`, user_id: FIRST_USER + slot })).filter(
    (referrer) => !WITHOUT_REFERRER.has(referrer.user_id),
  ),
  { name: 'Larch & Partners', user_id: null },
  { name: 'Ida Sommer', user_id: null },
];

/** Who may be given a job; the first two of them, by turns, recruit for it. */
export const RECRUITERS = [DEFAULT_USER, 4003, 4004, 4005, 4007];
export const COORDINATOR = 4006;
export const SOURCERS = [4010, 4011];
export const HIRING_MANAGERS = [4008, 4009];
