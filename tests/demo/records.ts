/** What the sandbox holds since the demo began, in words: the newest people, each with job, stage, source, credit, tags and notes. */
import type { Sandbox } from '../sandbox/server.ts';

export interface JobRecord {
  job: string;
  prospect: boolean;
  stage: string | undefined;
  source: string | undefined;
  credit: string | undefined;
}

export interface PersonRecord {
  id: number;
  name: string;
  work: string;
  emails: string[];
  phones: string[];
  links: string[];
  tags: string[];
  notes: string[];
  jobs: JobRecord[];
  /** ISO date-time of the last thing that was done with them. */
  touchedAt: string;
}

type Rows = Record<string, unknown>[];
interface Value {
  value: string;
}

const values = (row: Record<string, unknown>, field: string): string[] =>
  ((row[field] ?? []) as Value[]).map(({ value }) => value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const named = (rows: Rows | undefined, id: unknown): string | undefined => {
  const row = (rows ?? []).find((other) => other['id'] === id);
  return row && text(row['name']);
};

/** People with something that was written at or after `since` (epoch milliseconds), the latest first. */
export function recordsSince(sandbox: Sandbox, since: number): PersonRecord[] {
  const state = sandbox.state();
  const fresh = (row: Record<string, unknown>): boolean => Date.parse(text(row['created_at'])) >= since;
  const touched = new Set<unknown>([
    ...(state['candidates'] ?? []).filter(fresh).map(({ id }) => id),
    ...['applications', 'notes', 'appliedTags'].flatMap((name) =>
      (state[name] ?? []).filter(fresh).map((row) => row['candidate_id']),
    ),
  ]);
  return (state['candidates'] ?? [])
    .filter(({ id }) => touched.has(id))
    .map((row) => personOf(row, state))
    .sort((a, b) => b.touchedAt.localeCompare(a.touchedAt));
}

export const recordOf = (sandbox: Sandbox, id: number): PersonRecord | undefined => {
  const state = sandbox.state();
  const row = (state['candidates'] ?? []).find((other) => other['id'] === id);
  return row && personOf(row, state);
};

function personOf(row: Record<string, unknown>, state: Record<string, Rows>): PersonRecord {
  const mine = (rows: Rows | undefined) => (rows ?? []).filter((other) => other['candidate_id'] === row['id']);
  const applications = mine(state['applications']);
  const moments = [row, ...applications, ...mine(state['notes'])].map((one) => text(one['created_at']));
  return {
    id: Number(row['id']),
    name: [row['first_name'], row['last_name']].filter(Boolean).join(' '),
    work: [row['title'], row['company']].filter(Boolean).join(' at '),
    emails: values(row, 'email_addresses'),
    phones: values(row, 'phone_numbers'),
    links: [...values(row, 'website_addresses'), ...values(row, 'social_media_addresses')],
    tags: (row['tags'] ?? []) as string[],
    notes: mine(state['notes']).map((note) => text(note['body'])),
    jobs: applications.map((application) => jobOf(application, state)),
    touchedAt: moments.sort().at(-1) ?? '',
  };
}

function jobOf(application: Record<string, unknown>, state: Record<string, Rows>): JobRecord {
  const prospect = application['prospect'] === true;
  const detail = (state['prospectDetails'] ?? []).find((row) => row['application_id'] === application['id']);
  const considered = ((application['prospective_job_ids'] ?? []) as number[]).map((id) => named(state['jobs'], id));
  const pool = detail && named(state['prospectPools'], detail['pool_id']);
  const poolStage = detail && named(state['prospectPoolStages'], detail['pool_stage_id']);
  return {
    job: prospect
      ? [...considered, pool && `pool ${pool}`].filter(Boolean).join(', ') || 'no job'
      : (named(state['jobs'], application['job_id']) ?? 'no job'),
    prospect,
    stage: poolStage ?? (text(application['stage_name']) || undefined),
    source: named(state['sources'], application['source_id']),
    credit: named(state['referrers'], application['referrer_id']),
  };
}
