import { describe, expect, it } from 'vitest';

import { listApplications } from '#lib/greenhouse/harvest/applications.ts';

import { bench, OWN_JOB, somebody } from './bench.ts';

type Rows = Record<string, unknown>[];
const addressOf = (candidate: Record<string, unknown>) => (candidate['email_addresses'] as { value: string }[])[0]?.value ?? '';
const visible = (candidates: Rows = []) => candidates.filter((row) => !row['private'] && addressOf(row) !== '');

describe('finding by email', () => {
  it('finds the person by any address in any case, with their applications', async () => {
    const { greenhouse, recruiter } = await bench();
    const emails = [
      { value: 'ines@duarte.example', type: 'personal' as const },
      { value: 'i.duarte@work.example', type: 'work' as const },
    ];
    const { candidateId, applicationId } = await greenhouse.createPerson(
      somebody({ emails, title: 'Engineer', company: 'Quayside' }, { tags: ['sourced'] }),
    );
    const [found, ...more] = await greenhouse.findByEmail(' I.Duarte@WORK.example ');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      candidateId,
      firstName: 'Ines',
      lastName: 'Duarte',
      title: 'Engineer',
      company: 'Quayside',
      tags: ['sourced'],
      emails: ['ines@duarte.example', 'i.duarte@work.example'],
      applications: [
        {
          id: applicationId,
          jobId: OWN_JOB,
          jobName: 'Staff Backend Engineer',
          prospect: false,
          status: 'active',
          stage: 'Application Review',
          recruiterId: recruiter.id,
          recruiter: recruiter.name,
        },
      ],
    });
  });

  it('finds nobody for an unknown address, in one call, and asks nothing at all for an empty one', async () => {
    const { greenhouse, calls } = await bench();
    expect(await greenhouse.findByEmail('nobody+tag@fixture.example')).toEqual([]);
    expect(await greenhouse.findByEmail('  ')).toEqual([]);
    expect(calls()).toEqual(['POST /token', 'GET /v3/candidates']);
  });

  it('passes over people of whom Greenhouse says no more than a message', async () => {
    const { greenhouse, sandbox } = await bench({ quirks: { privateStubs: true } });
    const hidden = sandbox.state()['candidates']?.find((row) => row['private'] && addressOf(row) !== '');
    const stubs = await greenhouse.findByEmail(addressOf(hidden ?? {}));
    expect(hidden).toBeDefined();
    expect(stubs).toEqual([]);
  });

  it('takes four calls, however many applications the person has', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    const { jobs } = await greenhouse.jobs({ id: sandbox.user.id, name: '', email: '', siteAdmin: false });
    for (const job of jobs.slice(0, 9)) {
      await greenhouse.createApplication({ candidateId, target: { kind: 'candidate', jobId: job.id }, attribution: {} });
    }
    const before = calls().length;
    const [found] = await greenhouse.findByEmail('ines@duarte.example');
    expect(found?.applications).toHaveLength(10);
    expect(found?.applications.every(({ jobName }) => Boolean(jobName))).toBe(true);
    expect(calls().slice(before).toSorted()).toEqual([
      'GET /v3/applications',
      'GET /v3/candidates',
      'GET /v3/jobs',
      'GET /v3/users',
    ]);
  });
});

describe('finding by id', () => {
  it('answers those that still exist, fifty a call', async () => {
    const { greenhouse, sandbox } = await bench({ candidates: 300 });
    const ids = visible(sandbox.state()['candidates'])
      .map((row) => Number(row['id']))
      .slice(0, 120);
    const found = await greenhouse.findByIds([...ids, 99_999_999, ids[0] ?? 0]);
    expect(new Set(found.map(({ candidateId }) => candidateId))).toEqual(new Set(ids));
    const asked = sandbox.requests().filter(({ path }) => path === '/v3/candidates');
    expect(asked.map(({ query }) => query['ids']?.split(',').length)).toEqual([50, 50, 21]);
  });

  it('asks nothing for no ids', async () => {
    const { greenhouse, calls } = await bench();
    expect(await greenhouse.findByIds([])).toEqual([]);
    expect(calls()).toEqual([]);
  });
});

describe('applications', () => {
  it('are told for every asked person in our own words', async () => {
    const { api, sandbox } = await bench();
    const rows = (sandbox.state()['applications'] ?? []).filter((row) => row['status'] !== 'in_process').slice(0, 40);
    const ids = [...new Set(rows.map((row) => Number(row['candidate_id'])))];
    const found = await listApplications(api, [...ids, 77]);
    const all = [...found.values()].flat();
    expect(found.get(77)).toEqual([]);
    expect(new Set(all.map(({ status }) => status)).has('rejected')).toBe(true);
    expect(all.find(({ status }) => status === 'rejected')?.rejectedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('of a prospect name the jobs that they are considered for', async () => {
    const { api, greenhouse } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody({}, { target: { kind: 'prospect', jobIds: [OWN_JOB] } }));
    const found = await listApplications(api, [candidateId]);
    expect(found.get(candidateId)).toMatchObject([
      {
        prospect: true,
        jobId: null,
        prospectiveJobIds: [OWN_JOB],
        jobName: 'Staff Backend Engineer',
        status: 'active',
        stage: null,
      },
    ]);
  });

  it('go without names that may not be read', async () => {
    const { api, greenhouse, sandbox } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    sandbox.scopes({ without: ['harvest:jobs:list', 'harvest:users:list'] });
    const found = await listApplications(api, [candidateId]);
    expect(found.get(candidateId)).toMatchObject([{ jobId: OWN_JOB, jobName: undefined, recruiter: undefined }]);
  });

  it('are not taken for none when they may not be read', async () => {
    const { greenhouse, sandbox } = await bench();
    await greenhouse.createPerson(somebody());
    sandbox.scopes({ without: ['harvest:applications:list'] });
    await expect(greenhouse.findByEmail('ines@duarte.example')).rejects.toMatchObject({
      code: 'greenhouse/forbidden',
      detail: { scope: 'harvest:applications:list' },
    });
  });
});

describe('finding what a lost answer may have made', () => {
  const sentAt = Date.UTC(2026, 10, 21, 10);
  const website = { url: 'https://duarte.example/', kind: 'website' };

  it('knows a new person by a profile address, with or without its scheme', async () => {
    const { greenhouse } = await bench({ quirks: { websitesWithoutScheme: true } });
    const { candidateId } = await greenhouse.createPerson(somebody({ links: [website] }));
    await greenhouse.createPerson(somebody({ links: [{ url: 'https://duarte.example/other', kind: 'website' }] }));
    expect(await greenhouse.findCreatedAround(sentAt, ['http://www.Duarte.example'])).toMatchObject([{ candidateId }]);
  });

  it('looks in a closed window, at what it compares and no more', async () => {
    const { greenhouse, sandbox } = await bench();
    await greenhouse.createPerson(somebody({ links: [website] }));
    sandbox.advance(172_800_000);
    expect(await greenhouse.findCreatedAround(sentAt + 172_800_000, [website.url])).toEqual([]);
    expect(sandbox.requests().at(-1)?.query).toEqual({
      per_page: '500',
      created_at: 'gte|2026-11-22T08:00:00.000Z|lte|2026-11-24T12:00:00.000Z',
      fields: 'id,social_media_addresses,website_addresses',
    });
  });

  it('finds them after a night in which more people came than a page holds', async () => {
    const { greenhouse, sandbox } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody({ links: [website] }));
    sandbox.advance(43_200_000);
    await fetch(`${sandbox.url}/v1/partner/candidates`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${sandbox.partnerKey}:`)}`, 'on-behalf-of': sandbox.user.email ?? '' },
      body: JSON.stringify(
        Array.from({ length: 501 }, (_, at) => ({ first_name: 'Nils', last_name: `Fixture ${at}`, external_id: `night-${at}` })),
      ),
    });
    expect(await greenhouse.findCreatedAround(sentAt, [website.url])).toMatchObject([{ candidateId }]);
  });

  it('asks nothing without an address', async () => {
    const { greenhouse, calls } = await bench();
    expect(await greenhouse.findCreatedAround(sentAt, [' '])).toEqual([]);
    expect(calls()).toEqual([]);
  });
});
