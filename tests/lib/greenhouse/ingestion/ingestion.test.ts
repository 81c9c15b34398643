import { describe, expect, it } from 'vitest';

import { AppError } from '#lib/errors.ts';

import { theirClock } from '#lib/greenhouse/http/their-clock.ts';

import { bench, BASIC_USER, NOW, OWN_JOB, SITE_ADMIN, somebody } from './bench.ts';

describe('who acts', () => {
  it('is the user of the address, whose organisation is not told', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    expect(await greenhouse.identify(sandbox.user.email ?? '')).toEqual({
      organisation: null,
      actingUser: { id: sandbox.user.id, name: sandbox.user.name, email: sandbox.user.email, siteAdmin: false },
    });
    expect(calls()).toEqual(['GET /v1/partner/current_user']);
  });

  it('is said in a header of every call', async () => {
    const { sandbox, connect } = await bench();
    const greenhouse = connect({ actingEmail: SITE_ADMIN });
    await greenhouse.identify(SITE_ADMIN);
    await greenhouse.choices(1);
    await greenhouse.createPerson(somebody());
    expect(sandbox.requests().map(({ actingUser }) => actingUser)).toEqual([SITE_ADMIN, SITE_ADMIN, SITE_ADMIN]);
  });
});

describe('before an export', () => {
  it('there is nothing to fetch but the key', async () => {
    const { greenhouse, connect, calls } = await bench();
    await greenhouse.prepare();
    expect(calls()).toEqual([]);
    const locked = connect({ key: () => Promise.reject(new AppError('settings/passphrase')) });
    await expect(locked.prepare()).rejects.toMatchObject({ code: 'settings/passphrase' });
  });

  it('it is told by the list of jobs whether one is open', async () => {
    const { connect, sandbox } = await bench();
    const greenhouse = connect({ clock: theirClock(() => 0) });
    const closed = Number(sandbox.state()['jobs']?.find((row) => row['status'] === 'closed')?.['id']);
    expect([await greenhouse.jobIsOpen(OWN_JOB), await greenhouse.jobIsOpen(closed)]).toEqual([true, false]);
    expect(greenhouse.clock()).toBe(NOW);
  });
});

describe('rights', () => {
  it('are what can be read; whether somebody may create, only a create could tell', async () => {
    const { greenhouse, calls } = await bench();
    expect(await greenhouse.rights()).toEqual({
      rights: [
        { scope: 'candidates.create', state: 'unknown' },
        { scope: 'jobs.view', state: 'granted' },
        { scope: 'prospect_pools.view', state: 'granted' },
        { scope: 'candidates.view', state: 'granted' },
      ],
      surplus: [],
    });
    expect(calls().every((call) => call.startsWith('GET '))).toBe(true);
  });

  it('that an odd answer hides are not known, and the others are', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: { path: '/v1/partner/prospect_pools' }, do: 'truncate' });
    const { rights } = await greenhouse.rights();
    expect(rights).toContainEqual({ scope: 'prospect_pools.view', state: 'unknown' });
    expect(rights).toContainEqual({ scope: 'jobs.view', state: 'granted' });
  });

  it('are not told at all when nothing answers: those known before are as true as they were', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: { path: '/v1/partner' }, times: 50, do: 'status', status: 503 });
    await expect(greenhouse.rights()).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
  });

  it('of a basic user lack reading', async () => {
    const { connect } = await bench();
    const { rights } = await connect({ actingEmail: BASIC_USER }).rights();
    expect(rights).toContainEqual({ scope: 'candidates.view', state: 'missing' });
    expect(rights).toContainEqual({ scope: 'jobs.view', state: 'granted' });
  });
});

describe('lists', () => {
  it('of jobs are open ones, by name and number alone', async () => {
    const { greenhouse, sandbox } = await bench();
    const list = await greenhouse.jobs({ id: sandbox.user.id, name: '', email: '', siteAdmin: false });
    expect(list).toMatchObject({ fetchedAt: NOW, scoped: false });
    expect(list.jobs).toContainEqual({ id: OWN_JOB, name: 'Staff Backend Engineer', offices: [], mine: false });
    const open = new Set((sandbox.state()['jobs'] ?? []).filter((job) => job['status'] === 'open').map((job) => job['id']));
    expect(list.jobs.filter(({ id }) => !open.has(id))).toEqual([]);
  });

  it('of choices are the pools with their stages', async () => {
    const { greenhouse, sandbox } = await bench();
    const choices = await greenhouse.choices(sandbox.user.id);
    expect(choices).toMatchObject({ sources: [], credits: [], tags: [], refused: [], fetchedAt: NOW });
    expect(choices.pools).toContainEqual({
      id: 13,
      name: 'Design community',
      stages: [
        { id: 124, name: 'Not contacted' },
        { id: 125, name: 'Portfolio reviewed' },
      ],
    });
  });

  it('do without the pools where they are refused, and say so', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: { path: '/v1/partner/prospect_pools' }, do: 'status', status: 403 });
    expect(await greenhouse.choices(1)).toMatchObject({ pools: [], refused: ['prospect_pools.view'] });
  });
});

describe('a person', () => {
  it('is made in one call, under our own id, as the recruiter', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    const created = await greenhouse.createPerson(somebody({ title: 'Engineer' }, { note: 'Met at a meetup.' }));
    expect(calls()).toEqual(['POST /v1/partner/candidates']);
    const { candidates = [], applications = [], notes = [] } = sandbox.state();
    expect(candidates.find((row) => row['id'] === created.candidateId)).toMatchObject({
      external_id: 'linkedin:ines-duarte-fixture',
      first_name: 'Ines',
      title: 'Engineer',
      email_addresses: [{ value: 'ines@duarte.example', type: 'personal' }],
    });
    expect(applications.find((row) => row['id'] === created.applicationId)).toMatchObject({
      candidate_id: created.candidateId,
      job_id: OWN_JOB,
      prospect: false,
    });
    expect(notes.find((row) => row['candidate_id'] === created.candidateId)).toMatchObject({ body: 'Met at a meetup.' });
    expect(created.pageUrl).toBe(
      `https://app.greenhouse.io/people/${created.candidateId}?application_id=${created.applicationId}`,
    );
  });

  it('may go into a stage of a pool', async () => {
    const { greenhouse, sandbox } = await bench();
    const { applicationId } = await greenhouse.createPerson(
      somebody({}, { target: { kind: 'prospect', jobIds: [], poolId: 12, poolStageId: 122 } }),
    );
    const { prospectDetails = [] } = sandbox.state();
    expect(prospectDetails.find((row) => row['application_id'] === applicationId)).toMatchObject({
      pool_id: 12,
      pool_stage_id: 122,
    });
  });

  it('is read by id, with where they stand', async () => {
    const { greenhouse } = await bench();
    const { candidateId, applicationId, pageUrl } = await greenhouse.createPerson(somebody());
    const prospect = await greenhouse.createPerson(somebody({ firstName: 'Rui' }, { target: { kind: 'prospect', jobIds: [] } }));
    const people = await greenhouse.findByIds([candidateId, prospect.candidateId]);
    expect(people).toMatchObject([
      {
        candidateId,
        firstName: 'Ines Duarte',
        pageUrl,
        applications: [
          {
            id: applicationId,
            jobName: 'Staff Backend Engineer',
            status: 'active',
            stage: 'Application Review',
            prospect: false,
          },
        ],
      },
      { firstName: 'Rui Duarte', applications: [{ prospect: true, prospectiveJobIds: [] }] },
    ]);
  });

  it('who is gone, or whom the user may not see, is not there, and nobody is asked about nobody', async () => {
    const { greenhouse, connect, calls } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    expect(await greenhouse.findByIds([999_999_999])).toEqual([]);
    expect(await connect({ actingEmail: BASIC_USER }).findByIds([candidateId])).toEqual([]);
    const before = calls().length;
    expect(await greenhouse.findByIds([])).toEqual([]);
    expect(calls()).toHaveLength(before);
  });
});

it('a tracking link is made for a job', async () => {
  const { greenhouse } = await bench();
  expect(await greenhouse.trackingLink(OWN_JOB)).toMatch(/^https:\/\/.*gh_src=/);
});

it('nothing is told of a prospect’s pool, which stops nobody, and nothing is asked', async () => {
  const { greenhouse, calls } = await bench();
  expect(await greenhouse.poolsOf([1])).toEqual([]);
  expect(calls()).toEqual([]);
});

it('what the API has no call for is rejected and asks nothing', async () => {
  const { greenhouse, calls } = await bench();
  const target = { kind: 'candidate', jobId: OWN_JOB } as const;
  const asked = [
    greenhouse.stages(OWN_JOB),
    greenhouse.findByEmail('ines@duarte.example'),
    greenhouse.findCreatedAround(NOW, ['https://www.linkedin.com/in/ines-duarte-fixture']),
    greenhouse.everybody({}).next(),
    greenhouse.createApplication({ candidateId: 1, target, attribution: {} }),
    greenhouse.addNote({ candidateId: 1, body: 'Hello', visibility: 'public' }),
    greenhouse.addTags(1, ['sourced']),
    greenhouse.twins(['linkedin:ines-duarte-fixture'], NOW),
    greenhouse.findNote({ candidateId: 1, body: 'Hello', visibility: 'public' }, NOW),
    greenhouse.notesOn(1),
    greenhouse.addAttachment({ applicationId: 1, filename: 'profile.txt', text: 'Hello' }),
    greenhouse.hasAttachment(1, 'profile.txt'),
    greenhouse.careerOf({ positions: [], education: [] }),
    greenhouse.addToCareer(1, { kind: 'employment', key: '', row: {} }),
    greenhouse.careerThere(1, 'education'),
    greenhouse.removeApplication(1),
    greenhouse.removePerson(1),
    greenhouse.removeTags(1, ['sourced']),
    greenhouse.mergePeople(1, 2),
  ];
  const told = (await Promise.allSettled(asked)).map((one) => one.status === 'rejected' && (one.reason as AppError));
  expect(told).toMatchObject(asked.map(() => ({ code: 'greenhouse/not-offered', sent: 'no' })));
  expect(calls()).toEqual([]);
});
