import { describe, expect, it } from 'vitest';

import { bench, OWN_JOB, somebody } from './bench.ts';

const CANDIDATES = { path: '/v1/partner/candidates' };

describe('a refusal', () => {
  it('of the key is told apart from one of the acting user', async () => {
    const { connect } = await bench();
    const email = 'nobody@birchlabs.example';
    await expect(connect({ key: async () => 'wrong' }).rights()).rejects.toMatchObject({ code: 'greenhouse/unauthorized' });
    await expect(connect({ actingEmail: email }).identify(email)).rejects.toMatchObject({ code: 'greenhouse/acting-user' });
    await expect(connect({ actingEmail: email }).rights()).rejects.toMatchObject({ code: 'greenhouse/acting-user' });
  });

  it.each(['jörg@birchlabs.example', 'jonas@birchlabs.example\r\nX-Evil: 1', ''])(
    'comes before anything is sent for an address that no header can hold: %j',
    async (actingEmail) => {
      const { connect, calls } = await bench();
      await expect(connect({ actingEmail }).createPerson(somebody())).rejects.toMatchObject({
        code: 'greenhouse/acting-user',
        sent: 'no',
      });
      expect(calls()).toEqual([]);
    },
  );

  it.each([
    [400, 'greenhouse/invalid'],
    [401, 'greenhouse/unauthorized'],
    [403, 'greenhouse/forbidden'],
    [404, 'greenhouse/not-found'],
    [422, 'greenhouse/invalid'],
    [429, 'greenhouse/limited'],
  ])('%i is %s, and nothing is sent again', async (status, code) => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.fault({ match: CANDIDATES, do: 'status', status, body: { errors: [{ message: 'is not right', field: 'emails' }] } });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({ code, detail: { status }, sent: 'refused' });
    expect(calls()).toHaveLength(1);
  });

  it('of the content names the field and the reason', async () => {
    const { greenhouse } = await bench();
    const closed = greenhouse.createPerson(somebody({}, { target: { kind: 'candidate', jobId: 9031 } }));
    await expect(closed).rejects.toMatchObject({
      code: 'greenhouse/invalid',
      detail: { status: 400, fields: [expect.stringMatching(/^job_id: /)] },
    });
  });
});

describe('a create', () => {
  it.each([
    ['drop-before', 0],
    ['drop-after-commit', 1],
    ['truncate', 1],
    ['garbage', 0],
    ['status', 0],
  ] as const)('after %s has an unknown outcome, and is not sent again', async (trouble, made) => {
    const { greenhouse, sandbox, calls } = await bench();
    const before = sandbox.state()['candidates']?.length ?? 0;
    sandbox.fault({ match: CANDIDATES, do: trouble, status: 503 });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/unknown-outcome',
      sent: 'unknown',
    });
    expect(calls()).toHaveLength(1);
    expect((sandbox.state()['candidates']?.length ?? 0) - before).toBe(made);
  });

  it.each([['nothing'], [[]], [{ external_id: 'linkedin:ines-duarte-fixture' }], [{ id: '17' }]])(
    'that answers %j was probably done',
    async (body) => {
      const { greenhouse, sandbox } = await bench();
      sandbox.fault({ match: CANDIDATES, do: 'status', status: 200, body });
      await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({
        code: 'greenhouse/unknown-outcome',
        sent: 'unknown',
      });
    },
  );

  it('is not even tried by a device that knows it is offline', async () => {
    const { connect, calls } = await bench();
    await expect(connect({ online: () => false }).createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/unreachable',
      sent: 'no',
    });
    expect(calls()).toEqual([]);
  });

  it.each([
    'http://app.greenhouse.io/people/17',
    'https://app.greenhouse.io.example/people/17',
    'https://greenhouse.io@elsewhere.example/people/17',
    'javascript:alert(1)//.greenhouse.io',
    '/people/17',
    17,
    null,
    undefined,
  ])('leads nobody to %s', async (profile_url) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: CANDIDATES, do: 'status', status: 200, body: { id: 17, application_id: 18, profile_url } });
    expect(await greenhouse.createPerson(somebody())).toEqual({ candidateId: 17, applicationId: 18, pageUrl: undefined });
  });
});

describe('a read', () => {
  it.each(['drop-before', 'garbage', 'status'] as const)('is tried again after %s', async (trouble) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: CANDIDATES, times: 2, do: trouble, status: 503 });
    expect(await greenhouse.findByIds([17])).toEqual([]);
  });

  it.each([
    ['Active', 'active'],
    ['REJECTED', 'rejected'],
    ['Hired', 'hired'],
    [null, 'active'],
  ])('takes the status %s in any letters, and one bare object where a list was promised', async (status, expected) => {
    const { greenhouse, sandbox } = await bench();
    const application = { id: 18, job: 'Auror', status, stage: null, profile_url: null };
    sandbox.fault({ match: CANDIDATES, do: 'status', status: 200, body: { id: 17, name: 'Rui', applications: [application] } });
    expect(await greenhouse.findByIds([17])).toMatchObject([{ candidateId: 17, applications: [{ status: expected }] }]);
  });

  it('of jobs takes "Open" for open, and leaves out those that are not', async () => {
    const { greenhouse, sandbox } = await bench();
    const body = [
      { id: 1, name: 'One', status: 'Open', public: true },
      { id: 2, name: 'Two', status: 'closed', public: false },
    ];
    sandbox.fault({ match: { path: '/v1/partner/jobs' }, do: 'status', status: 200, body });
    const { jobs } = await greenhouse.jobs({ id: 1, name: '', email: '', siteAdmin: false });
    expect(jobs.map(({ id }) => id)).toEqual([1]);
  });

  it('that is not what the reference says is garbled', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({
      match: { path: '/v1/partner/tracking_link' },
      do: 'status',
      status: 200,
      body: { link: 'https://x.example' },
    });
    await expect(greenhouse.trackingLink(OWN_JOB)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
  });
});
