import { describe, expect, it } from 'vitest';

import { bench, OWN_JOB } from './bench.ts';

const without = (...names: string[]) => ({ without: names.map((name) => `harvest:${name}:list`) });

describe('the list of jobs', () => {
  it('holds what the recruiter may use, with everything that the picker searches', async () => {
    const { greenhouse, recruiter } = await bench();
    const { jobs, scoped, hidden } = await greenhouse.jobs(recruiter);
    expect(jobs.find(({ id }) => id === OWN_JOB)).toEqual({
      id: OWN_JOB,
      name: 'Staff Backend Engineer',
      requisitionId: 'R-2041',
      department: 'Backend',
      offices: ['Berlin'],
      mine: true,
    });
    expect(scoped).toBe(true);
    // Of the 40 seeded jobs 3 are closed, 2 drafts, 1 a template, 2 confidential and unseen by the service user.
    expect(jobs.length + hidden.noPermission + hidden.template).toBe(33);
    expect(hidden).toMatchObject({ template: 1, confidential: 0 });
  });

  it('is exactly what Greenhouse would let the recruiter add to', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    const { jobs } = await greenhouse.jobs(recruiter);
    const { userRoles = [], jobs: all = [], userJobPermissions = [] } = sandbox.state();
    const jobAdmin = new Set(userRoles.filter((role) => role['role_type'] === 'job_admin').map((role) => role['id']));
    const open = new Set(
      all.filter((job) => job['status'] === 'open' && !job['confidential'] && !job['is_template']).map((job) => job['id']),
    );
    const usable = userJobPermissions
      .filter((row) => row['user_id'] === recruiter.id && jobAdmin.has(row['role_id']) && open.has(row['job_id']))
      .map((row) => row['job_id']);
    expect(new Set(jobs.map(({ id }) => id))).toEqual(new Set(usable));
    expect(jobs.length).toBeGreaterThan(10);
  });

  it('is everything open for a Site Admin, without asking for permissions', async () => {
    const { greenhouse, recruiter, calls } = await bench();
    const { jobs, hidden, scoped } = await greenhouse.jobs({ ...recruiter, siteAdmin: true });
    expect(jobs).toHaveLength(32);
    expect(hidden.noPermission).toBe(0);
    expect(scoped).toBe(true);
    expect(calls()).not.toContain('GET /v3/user_job_permissions');
  });

  it('counts confidential jobs that the credential sees, and shows none', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    const row = { id: 1, name: 'Secret', confidential: true, is_template: null, department_id: null, office_ids: null };
    sandbox.fault({ match: { path: '/v3/jobs' }, do: 'status', status: 200, body: [row] });
    expect(await greenhouse.jobs(recruiter)).toMatchObject({ jobs: [], hidden: { confidential: 1 } });
  });

  it('is not narrowed, and says so, when permissions may not be read', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.scopes(without('user_job_permissions', 'user_roles'));
    const { jobs, scoped } = await greenhouse.jobs(recruiter);
    expect(jobs).toHaveLength(32);
    expect(scoped).toBe(false);
  });

  it('does without the names and the teams that may not be read', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.scopes(without('departments', 'offices', 'job_owners', 'job_hiring_managers'));
    const { jobs } = await greenhouse.jobs(recruiter);
    expect(jobs.length).toBeGreaterThan(10);
    expect(jobs.every((job) => job.department === undefined && job.offices.length === 0 && !job.mine)).toBe(true);
  });

  it('is refused with its scope when jobs may not be read', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.scopes(without('jobs'));
    await expect(greenhouse.jobs(recruiter)).rejects.toMatchObject({
      code: 'greenhouse/forbidden',
      detail: { scope: 'harvest:jobs:list', status: 403 },
    });
  });

  it('is read to its last page: 500 a page, then the cursor alone', async () => {
    const { greenhouse, sandbox, recruiter } = await bench({ jobs: 1700 });
    const { jobs } = await greenhouse.jobs({ ...recruiter, siteAdmin: true });
    const asked = sandbox.requests().filter(({ path }) => path === '/v3/jobs');
    expect(asked.map(({ query }) => Object.keys(query))).toEqual([
      ['per_page', 'status', 'fields'],
      ['cursor'],
      ['cursor'],
      ['cursor'],
    ]);
    expect(asked[0]?.query['per_page']).toBe('500');
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
    expect(jobs.length).toBeGreaterThan(1500);
  });

  it('stops when nobody waits for it any more', async () => {
    const { greenhouse, recruiter, calls } = await bench({ jobs: 1700 });
    const gone = AbortSignal.abort();
    await expect(greenhouse.jobs(recruiter, gone)).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    expect(calls().filter((call) => call.includes('/v3/'))).toEqual([]);
  });
});

describe('the stages of a job', () => {
  it('are those in use, in order', async () => {
    const { greenhouse } = await bench();
    const stages = await greenhouse.stages(OWN_JOB);
    expect(stages.map(({ name }) => name)).toEqual([
      'Application Review',
      'Recruiter Screen',
      'Take Home Test',
      'Face to Face',
      'Reference Check',
      'Offer',
    ]);
  });
});

describe('one job', () => {
  it('is open, or closed, or not told where Greenhouse does not show it or not say', async () => {
    const { greenhouse, sandbox } = await bench();
    const closed = Number(sandbox.state()['jobs']?.find((row) => row['status'] === 'closed')?.['id']);
    expect(await greenhouse.jobIsOpen(OWN_JOB)).toBe(true);
    expect(await greenhouse.jobIsOpen(closed)).toBe(false);
    expect(await greenhouse.jobIsOpen(1)).toBeUndefined();
    sandbox.scopes(without('jobs'));
    expect(await greenhouse.jobIsOpen(OWN_JOB)).toBeUndefined();
  });
});
