import type { Plain } from '../store/company-rows.ts';
import type { Seed } from '../store/table.ts';
import { defaultInterviewers, interviewKits, JOB_BOARD, jobInterviews, jobPostLocations, trackingLinks } from './around-jobs.ts';
import { eeoc, interviewers, interviews, offers, scorecards } from './hiring.ts';
import { type Founding, listed } from './made.ts';
import { DEFAULT_USER } from './staff.ts';

const template = (name: string, email_type: string, subject: string): object => ({
  email_type,
  name,
  description: null,
  subject,
  body: 'Hello {{CANDIDATE_FIRST_NAME}}, …',
  html_body: '<p>Hello {{CANDIDATE_FIRST_NAME}}, …</p>',
  default: true,
  from_type: 'recruiter',
  recipients: ['candidate'],
  user_id: DEFAULT_USER,
  cc_coordinator: false,
  cc_recruiter: false,
  office_anywhere: true,
});

const written =
  (firstId: number, ...rows: object[]) =>
  ({ seededAt }: Founding): Seed<Plain> =>
    listed<Plain>(firstId, seededAt - 1000, rows as Plain[]);

/** The collections around hiring, in which a sourcing client at most looks around (harvest-api §7.7, §7.8, §7.11). */
export const FURTHER = {
  interviews,
  interviewers,
  jobInterviews,
  interviewKits,
  interviewerTags: written(1, { name: 'Systems design' }, { name: 'Field work' }),
  defaultInterviewers,
  scorecards,
  offers,
  trackingLinks,
  jobBoards: written(JOB_BOARD, { name: 'Birch Labs', url_token: 'birchlabs' }),
  jobPostLocations,
  jobPostSearchableLocations: written(1),
  futureJobPermissions: written(650_001),
  eeoc,
  emailTemplates: written(
    951,
    template('Default Candidate Rejection', 'candidate_rejection', 'Your application to {{COMPANY}}'),
    template('Default Candidate Email', 'candidate_email', 'Hello from {{COMPANY}}'),
  ),
  jobNotes: written(660_001),
  customFieldDepartments: written(670_001),
  customFieldOffices: written(680_001),
  approvalFlows: written(1),
  approverGroups: written(1),
  approvers: written(1),
  demographicQuestionSets: written(1, { title: 'Who we are', description: 'Voluntary.', active: true }),
  demographicQuestions: written(11, {
    demographic_question_set_id: 1,
    name: 'How old are you?',
    active: true,
    required: false,
    answer_type: 'single_select',
  }),
  demographicAnswerOptions: written(
    21,
    { demographic_question_id: 11, name: 'Under 40', active: true, free_form: false, decline_to_answer: false },
    { demographic_question_id: 11, name: '40 or older', active: true, free_form: false, decline_to_answer: false },
    { demographic_question_id: 11, name: 'I don’t wish to answer', active: true, free_form: false, decline_to_answer: true },
  ),
  demographicAnswers: written(31),
} satisfies Record<string, (founding: Founding) => Seed<Plain>>;

export type FurtherName = keyof typeof FURTHER;
