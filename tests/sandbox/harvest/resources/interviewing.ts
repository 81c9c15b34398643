import * as z from 'zod/mini';

import { jobInterviewsForJob } from '../../company/around-jobs.ts';
import { applicationsForJob } from '../../company/applications.ts';
import {
  interviewersForInterview,
  interviewersForScorecard,
  interviewsForApplication,
  scorecardsForApplication,
} from '../../company/hiring.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Plain } from '../../store/company-rows.ts';
import type { Application } from '../../store/rows.ts';
import type { World } from '../../world.ts';
import type { Acting } from '../acting.ts';
import { choice, ids, text } from '../filters.ts';
import { instant } from '../instants.ts';
import { checkReferences, existing } from '../references.ts';
import type { Resource } from '../resource.ts';
import { requireApplication } from '../rights.ts';
import { seesApplicationId } from '../visibility.ts';
import { defined, deleted } from '../write.ts';
import { parents, plain } from './plain.ts';
import { writable } from './writable.ts';

const RESPONSES = ['needs_action', 'declined', 'tentative', 'accepted'] as const;
const STATUSES = 'to_be_scheduled scheduled awaiting_feedback complete skipped collect_feedback to_be_sent sent received';
const RATINGS = ['strong_no', 'no', 'yes', 'strong_yes', 'no_decision'] as const;

/** For what hangs on an application: seen, and changed, by those who may see and change that. */
export const onApplication: Pick<Resource<Plain>, 'visible'> = {
  visible: (acting, row) => seesApplicationId(acting, row['application_id'] as number),
};

export function applicationOf(acting: Acting, given: object): Application {
  const { application_id } = given as { application_id: number };
  const application = existing(acting.world.db.applications, application_id, 'application_id');
  requireApplication(acting, application);
  checkReferences(acting.world, given);
  return application;
}

const moment = z.iso.datetime({ offset: true });
const invited = z.array(z.strictObject({ user_id: z.int(), response_status: z.optional(z.enum(RESPONSES)) }));

/** Records an event that already stands in a calendar (harvest-api §7.11). */
const interviews = plain(
  'interviews',
  'application_id job_id job_interview_id organizer_id starts_at ends_at all_day_start_on all_day_end_on external_event_id status',
  {
    application_ids: ids('application_id', interviewsForApplication),
    job_ids: ids('job_id', (id, founding) => applicationsForJob(founding, id).flatMap(interviewsForApplication)),
    ...parents('job_interview', 'organizer'),
    starts_at: instant('starts_at'),
    ends_at: instant('ends_at'),
    all_day_start_on: instant('all_day_start_on'),
    all_day_end_on: instant('all_day_end_on'),
    external_event_id: text('external_event_id'),
    status: choice('status', STATUSES.split(' ')),
  },
  {
    ...onApplication,
    ...writable({
      table: (db) => db.interviews,
      create: {
        application_id: z.int(),
        job_interview_id: z.int(),
        starts_at: moment,
        ends_at: moment,
        external_event_id: z.string().check(z.minLength(1)),
        interviewers: invited.check(z.minLength(1)),
      },
      make: (acting, { interviewers, ...given }) => {
        const { job_id } = applicationOf(acting, given);
        const { db } = acting.world;
        if (existing(db.jobInterviews, given.job_interview_id, 'job_interview_id')['job_id'] !== job_id) {
          throw unprocessable({ job_interview_id: 'is not of the job of the application' });
        }
        const rest = { job_id, organizer_id: acting.user.id, all_day_start_on: null, all_day_end_on: null, status: 'scheduled' };
        const row = db.interviews.insert({ ...given, ...rest });
        invite(acting.world, row.id, interviewers);
        return row;
      },
      update: {
        starts_at: z.optional(moment),
        ends_at: z.optional(moment),
        external_event_id: z.optional(z.string()),
        interviewers: z.optional(invited),
      },
      edit: (acting, row: Plain, { interviewers, ...given }) => {
        applicationOf(acting, row);
        if (interviewers) invite(acting.world, row.id, interviewers);
        return acting.world.db.interviews.update(row.id, defined(given));
      },
    }),
    destroy: (acting, row) => {
      applicationOf(acting, row);
      invite(acting.world, row.id, []);
      acting.world.db.interviews.remove(row.id);
      return deleted('Interview', row);
    },
  },
);

function invite(world: World, interviewId: number, people: z.infer<typeof invited>): void {
  const { db } = world;
  for (const person of people) checkReferences(world, person);
  const before = db.interviewers.where((row) => row['interview_id'] === interviewId, {
    ids: interviewersForInterview(interviewId),
  });
  for (const row of before) db.interviewers.remove(row.id);
  for (const { user_id, response_status = 'needs_action' } of people) {
    const email = db.users.get(user_id)?.primary_email ?? null;
    db.interviewers.insert({ interview_id: interviewId, user_id, scorecard_id: null, email, response_status });
  }
}

const interviewers = plain('interviewers', 'interview_id user_id scorecard_id email response_status', {
  interview_ids: ids('interview_id', interviewersForInterview),
  ...parents('user'),
  scorecard_ids: ids('scorecard_id', interviewersForScorecard),
  response_status: choice('response_status', RESPONSES),
});

const words = z.optional(z.nullable(z.string()));
const scorecardKeys = {
  interviewer_id: z.optional(z.int()),
  interview_kit_id: z.optional(z.int()),
  candidate_rating: z.optional(z.enum(RATINGS)),
  status: z.optional(z.enum(['draft', 'complete'])),
  notes: words,
  private_notes: words,
  public_notes: words,
  interviewed_at: z.optional(moment),
};

const scorecards = plain(
  'scorecards',
  'application_id interviewer_id submitter_id interview_kit_id candidate_rating status notes private_notes public_notes interviewed_at submitted_at',
  {
    application_ids: ids('application_id', scorecardsForApplication),
    ...parents('interviewer', 'submitter', 'interview_kit'),
    interviewed_at: instant('interviewed_at'),
    submitted_at: instant('submitted_at'),
    status: choice('status', ['draft', 'complete']),
  },
  {
    ...onApplication,
    ...writable({
      table: (db) => db.scorecards,
      create: { application_id: z.int(), ...scorecardKeys },
      make: (acting, given) => {
        applicationOf(acting, given);
        const by = { interviewer_id: acting.user.id, submitter_id: acting.user.id, status: 'draft' };
        return acting.world.db.scorecards.insert({ ...by, candidate_rating: 'no_decision', ...defined(given) });
      },
      update: scorecardKeys,
      edit: (acting, row: Plain, given) => {
        applicationOf(acting, row);
        checkReferences(acting.world, given);
        return acting.world.db.scorecards.update(row.id, defined(given));
      },
    }),
  },
);

export const interviewing: Resource[] = [
  interviews,
  interviewers,
  scorecards,
  plain('job_interviews', 'job_id job_interview_stage_id name', {
    job_ids: ids('job_id', jobInterviewsForJob),
    ...parents('job_interview_stage'),
  }),
  plain('interview_kits', 'job_interview_id content', parents('job_interview')),
  plain('interviewer_tags', 'name'),
  plain('default_interviewers', 'job_interview_id user_id', parents('job_interview', 'user')),
];
