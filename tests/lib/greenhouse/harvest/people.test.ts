import { describe, expect, it, onTestFinished } from 'vitest';

import { listApplications } from '#lib/greenhouse/harvest/applications.ts';
import { findOrMakeField } from '#lib/greenhouse/harvest/custom-fields.ts';
import { knownBy } from '#lib/greenhouse/harvest/known-by.ts';
import { findByIds } from '#lib/greenhouse/harvest/people.ts';
import { createPerson } from '#lib/greenhouse/harvest/writes.ts';
import { memoryNames } from '#lib/greenhouse/names.ts';

import { stand } from '#tests/contract/stand.ts';

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
      createdAt: '2026-11-21T10:00:00.000Z',
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

  it('takes three calls, however many applications the person has', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    for (const job of (sandbox.state()['jobs'] ?? []).filter((row) => row['status'] === 'open').slice(0, 9)) {
      const target = { kind: 'candidate' as const, jobId: Number(job['id']) };
      await greenhouse.createApplication({ candidateId, target, attribution: {} }).catch(() => undefined);
    }
    const before = calls().length;
    const [found] = await greenhouse.findByEmail('ines@duarte.example');
    expect(found?.applications.length).toBeGreaterThan(3);
    expect(found?.applications.every(({ jobName }) => Boolean(jobName))).toBe(true);
    expect(calls().slice(before)).toEqual(['GET /v3/candidates', 'GET /v3/applications', 'GET /v3/jobs']);
  });
});

describe('what is told of somebody', () => {
  const IDS = { name: 'External ID', fieldType: 'candidate', valueType: 'short_text' } as const;

  it('is all that they are known by, as it stands there', async () => {
    const { api, sandbox } = await stand({ quirks: { websitesWithoutScheme: true } });
    onTestFinished(() => sandbox.close());
    const field = await findOrMakeField(api, IDS);
    const { candidateId } = await createPerson(
      api,
      somebody({
        phones: [{ value: '(415) 555-0132', type: 'mobile' }],
        links: [
          { url: 'https://www.linkedin.com/in/ines-duarte-fixture', kind: 'linkedin' },
          { url: 'https://duarte.example/', kind: 'website' },
        ],
      }),
    );
    await api.update('candidates', candidateId, {
      preferred_name: 'Inês',
      custom_fields: [{ custom_field_id: field.id, value: 'linkedin:ines-duarte-fixture  github:ines' }],
    });
    expect(await findByIds(api, [candidateId])).toMatchObject([
      {
        preferredName: 'Inês',
        private: false,
        phones: ['(415) 555-0132'],
        urls: ['https://www.linkedin.com/in/ines-duarte-fixture', 'duarte.example/'],
        externalIds: ['linkedin:ines-duarte-fixture', 'github:ines'],
      },
    ]);
  });

  it('of a rejection is when and why: three calls, with the names that are kept', async () => {
    const { connect, sandbox, calls } = await bench();
    const names = memoryNames();
    const rejected = (sandbox.state()['applications'] ?? []).find((row) => row['status'] === 'rejected' && row['job_id'])!;
    const detail = (sandbox.state()['rejectionDetails'] ?? []).find((row) => row['application_id'] === rejected['id'])!;
    const reason = (sandbox.state()['rejectionReasons'] ?? []).find((row) => row['id'] === detail['rejection_reason_id'])!;
    const job = (sandbox.state()['jobs'] ?? []).find((row) => row['id'] === rejected['job_id'])!;
    await names.keep('job', new Map([[Number(job['id']), String(job['name'])]]));
    await names.keep('reason', new Map([[Number(reason['id']), String(reason['name'])]]));
    const before = calls().length;
    const [person] = await connect({ names, urgency: 'export' }).findByIds([Number(rejected['candidate_id'])]);
    expect(person?.applications.find(({ id }) => id === rejected['id'])).toMatchObject({
      status: 'rejected',
      rejectedAt: rejected['rejected_at'],
      rejectReason: reason['name'],
      jobName: job['name'],
    });
    expect(
      calls()
        .slice(before)
        .filter((call) => call !== 'POST /token')
        .toSorted(),
    ).toEqual(['GET /v3/applications', 'GET /v3/candidates', 'GET /v3/rejection_details']);
  });

  it('lacks names that are not kept yet, and has them at the next look', async () => {
    const { connect, sandbox, calls } = await bench();
    const greenhouse = connect({ urgency: 'recruiter' });
    const rejected = (sandbox.state()['applications'] ?? []).find(
      (row) => row['status'] === 'rejected' && row['job_id'] && row['recruiter_id'],
    )!;
    const look = async () =>
      (await greenhouse.findByIds([Number(rejected['candidate_id'])]))[0]?.applications.find(({ id }) => id === rejected['id']);
    expect(await look()).toMatchObject({ jobName: undefined, recruiter: undefined, rejectReason: undefined });
    await expect.poll(calls).toContain('GET /v3/rejection_reasons');
    await expect.poll(look).toMatchObject({
      jobName: expect.stringMatching(/./),
      recruiter: expect.stringMatching(/./),
      rejectReason: expect.stringMatching(/./),
    });
    // They are kept: a look is three calls, and no more follow.
    const before = calls().length;
    await look();
    expect(calls().length - before).toBe(3);
  });

  it('goes without a reason that may not be read, and does not ask for its name', async () => {
    const { connect, sandbox, calls } = await bench();
    sandbox.scopes({ without: ['harvest:rejection_details:list'] });
    const rejected = (sandbox.state()['applications'] ?? []).find((row) => row['status'] === 'rejected')!;
    const [person] = await connect({ urgency: 'recruiter' }).findByIds([Number(rejected['candidate_id'])]);
    expect(person?.applications.find(({ id }) => id === rejected['id'])).toMatchObject({
      status: 'rejected',
      rejectReason: undefined,
    });
    expect(calls()).not.toContain('GET /v3/rejection_reasons');
  });

  it('names that may not be read are not asked for at every look', async () => {
    const { connect, greenhouse: maker, sandbox, calls } = await bench();
    const { candidateId } = await maker.createPerson(somebody());
    sandbox.scopes({ without: ['harvest:jobs:list', 'harvest:users:list'] });
    const names = memoryNames();
    const greenhouse = connect({ urgency: 'recruiter', names });
    await greenhouse.findByIds([candidateId]);
    await expect.poll(async () => (await names.known('user')).size).toBe(1);
    const before = calls().length;
    await greenhouse.findByIds([candidateId]);
    expect(calls().slice(before).toSorted()).toEqual(['GET /v3/applications', 'GET /v3/candidates']);
  });

  it.each([
    ['by its key alone', { external_id: 'github:ines' }],
    ['as a list', [{ name: 'External ID', value: 'github:ines' }]],
    ['empty', null],
    ['with a number in it', { external_id: { name: 'External ID', value: 7 } }],
  ])('is told also where custom fields come %s', (_how, custom_fields) => {
    const told = knownBy({ id: 7, custom_fields }, ' external id ');
    expect(told.externalIds).toEqual(Array.isArray(custom_fields) ? ['github:ines'] : []);
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
