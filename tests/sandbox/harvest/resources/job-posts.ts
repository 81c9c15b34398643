import * as z from 'zod/mini';

import { JOB_BOARD } from '../../company/around-jobs.ts';
import { postsForJob } from '../../company/jobs.ts';
import { iso } from '../../clock.ts';
import type { JobPost } from '../../store/company-rows.ts';
import type { Acting } from '../acting.ts';
import { flag, ids } from '../filters.ts';
import { existing } from '../references.ts';
import { defined } from '../write.ts';
import { resource } from '../resource.ts';
import { requireJob } from '../rights.ts';
import { seesJobId } from '../visibility.ts';
import { writable } from './writable.ts';

const title = z.string().check(z.minLength(1), z.maxLength(255));
const flagKey = z.optional(z.boolean());
const textKey = z.optional(z.nullable(z.string()));
const keys = {
  content: textKey,
  internal_content: textKey,
  language: z.optional(z.string()),
  internal: flagKey,
  active: flagKey,
  live: flagKey,
  featured: flagKey,
};

export const jobPosts = resource<JobPost>({
  name: 'job_posts',
  singular: 'Job post',
  state: 'jobPosts',
  table: (db) => db.jobPosts,
  fields: [
    'title',
    'job_id',
    'job_board_id',
    'internal',
    'active',
    'live',
    'featured',
    'first_published_at',
    'content',
    'internal_content',
    'language',
    'public_url',
    'demographic_question_set_id',
    'questions',
  ],
  filters: {
    job_ids: ids('job_id', postsForJob),
    job_board_ids: ids('job_board_id'),
    active: flag('active'),
    featured: flag('featured'),
    live: flag('live'),
    internal: flag('internal'),
  },
  visible: (acting, row) => seesJobId(acting, row.job_id),
  ...writable({
    table: (db) => db.jobPosts,
    create: { title, job_id: z.int(), job_board_id: z.optional(z.int()), ...keys },
    make: (acting, given) => {
      requireJob(acting, existing(acting.world.db.jobs, given.job_id, 'job_id'));
      if (given.job_board_id !== undefined) existing(acting.world.db.jobBoards, given.job_board_id, 'job_board_id');
      return acting.world.db.jobPosts.insert({ ...BLANK, ...(defined(given) as { title: string; job_id: number }) });
    },
    update: { title: z.optional(title), ...keys },
    edit: (acting, row: JobPost, given) => {
      requireJob(acting, existing(acting.world.db.jobs, row.job_id, 'job_id'));
      return acting.world.db.jobPosts.update(row.id, { ...(given as Partial<JobPost>), ...published(acting, row, given.live) });
    },
  }),
});

function published({ world }: Acting, row: JobPost, live: boolean | undefined): Partial<JobPost> {
  if (live === undefined) return {};
  return {
    first_published_at: row.first_published_at ?? (live ? iso(world.clock.now()) : null),
    public_url: live ? `https://jobs.birchlabs.example/${row.id}` : null,
  };
}

const BLANK = {
  job_board_id: JOB_BOARD,
  internal: false,
  active: true,
  live: false,
  featured: false,
  first_published_at: null,
  content: null,
  internal_content: null,
  language: 'en',
  public_url: null,
  demographic_question_set_id: null,
  questions: [],
};
