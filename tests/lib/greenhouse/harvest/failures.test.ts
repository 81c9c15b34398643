import { describe, expect, it } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { api } from '#lib/greenhouse/harvest/api.ts';
import { JOBS } from '#lib/greenhouse/harvest/lists/jobs.ts';

import { bench, OWN_JOB, somebody } from './bench.ts';

const EMAIL = 'nobody-yet@fixture.example';
const PERSON = { path: '/v3/candidates' };
const creates = (calls: string[]) => calls.filter((call) => call === 'POST /v3/candidates').length;

describe('a read', () => {
  it.each(['drop-before', 'drop-after-commit', 'garbage', 'status'] as const)('is tried again after %s', async (trouble) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: PERSON, times: 2, do: trouble, status: 503 });
    expect(await greenhouse.findByEmail(EMAIL)).toEqual([]);
  });

  it('is tried three times, and then Greenhouse is unreachable', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.fault({ match: PERSON, times: 9, do: 'status', status: 502 });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({
      code: 'greenhouse/unreachable',
      detail: { status: 502 },
    });
    expect(calls().filter((call) => call === 'GET /v3/candidates')).toHaveLength(3);
  });

  it('that is cut in the middle is garbled', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: { path: '/v3/job_interview_stages' }, do: 'truncate' });
    await expect(greenhouse.stages(OWN_JOB)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
  });

  it.each([
    ['an object', { candidates: [] }],
    ['a row that is not what the reference says', [{ id: 'seventeen' }]],
    ['null', null],
  ])('that answers %s is garbled', async (_, body) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: PERSON, do: 'status', status: 200, body });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
  });

  it('never follows a next page to another host', async () => {
    const { greenhouse, sandbox } = await bench();
    const Link = '<https://elsewhere.example/v3/candidates?cursor=x>; rel="next"';
    sandbox.fault({ match: PERSON, do: 'status', status: 200, body: [], headers: { Link } });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
  });

  it('does not go round in circles', async () => {
    const { greenhouse, sandbox } = await bench();
    const headers = { Link: `<${sandbox.url}/v3/candidates?cursor=again>; rel="next"` };
    sandbox.fault({ match: PERSON, times: 50, do: 'status', status: 200, body: [], headers });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
    expect(sandbox.requests().length).toBeLessThan(5);
  });

  it('that has always another page ends all the same', async () => {
    let pages = 0;
    const endless = api({
      host: 'https://harvest.example',
      tokens: { get: async () => 't', fresh: async () => 't', refused: async () => undefined },
      exchange: async () => {
        pages += 1;
        return { body: [{ id: pages }], link: `<https://harvest.example/v3/jobs?cursor=${pages}>; rel="next"` };
      },
    });
    await expect(endless.list(JOBS)).rejects.toMatchObject({ code: 'greenhouse/garbled' });
    expect(pages).toBeLessThan(2000);
  });

  it('waits once for a rate limit that ends soon', async () => {
    const { greenhouse, sandbox, slept } = await bench();
    sandbox.fault({ match: PERSON, do: 'status', status: 429, headers: { 'Retry-After': '7' } });
    expect(await greenhouse.findByEmail(EMAIL)).toEqual([]);
    expect(slept).toEqual([7000]);
  });

  it('says until when it is limited, if that is longer or comes twice', async () => {
    const { greenhouse, connect, sandbox, slept, calls } = await bench();
    const now = Date.UTC(2026, 10, 21, 10);
    sandbox.fault({ match: PERSON, do: 'status', status: 429, headers: { 'Retry-After': '17' } });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({
      code: 'greenhouse/limited',
      detail: { status: 429, until: now + 17_000 },
    });
    const asked = calls().length;
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({ detail: { until: now + 17_000 } });
    expect(calls(), 'what is known to be limited is not asked').toHaveLength(asked);
    expect(slept).toEqual([]);
    sandbox.fault({ match: PERSON, times: 2, do: 'status', status: 429, headers: { 'Retry-After': '5' } });
    await expect(connect().findByEmail(EMAIL)).rejects.toMatchObject({ code: 'greenhouse/limited' });
    expect(slept).toEqual([5000]);
  });

  it('meets the real limit of the sandbox and goes on after it', async () => {
    const { greenhouse, sandbox, slept } = await bench({ rateLimit: 2 });
    sandbox.advance(25_000);
    for (let time = 0; time < 3; time += 1) expect(await greenhouse.findByEmail(EMAIL)).toEqual([]);
    expect(slept).toEqual([5000]);
  });

  it('that is forbidden names its scope', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.scopes({ without: ['harvest:candidates:list'] });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({
      code: 'greenhouse/forbidden',
      detail: { scope: 'harvest:candidates:list' },
    });
  });
});

describe('a create', () => {
  it.each([
    ['the secret is locked', { secret: () => Promise.reject(new AppError('settings/passphrase')) }, 'settings/passphrase'],
    ['the secret is wrong', { secret: async () => 'wrong' }, 'greenhouse/unauthorized'],
    ['nobody is called so', { actingEmail: 'nobody@birchlabs.example' }, 'greenhouse/acting-user'],
    ['the device is offline', { online: () => false }, 'greenhouse/unreachable'],
  ])('for which %s was never sent, and says so', async (_, options, code) => {
    const { connect, calls } = await bench();
    await expect(connect(options).createPerson(somebody())).rejects.toMatchObject({ code, sent: 'no' });
    expect(creates(calls())).toBe(0);
  });

  it.each([
    ['/token', { do: 'drop-after-commit' as const }],
    ['/token', { do: 'status' as const, status: 200, body: { access_token: '' } }],
    ['/v3/custom_fields', { do: 'status' as const, status: 503 }],
  ])('before which %s fails was never sent, whatever became of that', async (path, fault) => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.fault({ match: { path }, times: 9, ...fault });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({ sent: 'no' });
    expect(creates(calls())).toBe(0);
  });

  it('whose token ends and cannot be had anew was refused, and not sent again', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    await greenhouse.createPerson(somebody());
    sandbox.fault(
      { match: PERSON, do: 'status', status: 401 },
      { match: { path: '/token' }, times: 9, do: 'status', status: 500 },
    );
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({ code: 'greenhouse/unreachable', sent: 'no' });
    expect(creates(calls())).toBe(2);
  });

  it('whose answer is lost has an unknown outcome, and is not repeated', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    const before = sandbox.state()['candidates']?.length ?? 0;
    sandbox.fault({ match: PERSON, do: 'drop-after-commit' });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/unknown-outcome',
      sent: 'unknown',
    });
    expect(creates(calls())).toBe(1);
    expect(sandbox.state()['candidates']).toHaveLength(before + 1);
    expect(await greenhouse.findByEmail('ines@duarte.example')).toHaveLength(1);
  });

  it.each([
    ['is dropped before it is read', { do: 'drop-before' as const }],
    ['is answered by a gateway', { do: 'garbage' as const }],
    ['is answered by half of a JSON', { do: 'truncate' as const }],
    ['times out at Greenhouse', { do: 'status' as const, status: 408 }],
    ['meets an internal error', { do: 'status' as const, status: 500 }],
    ['is answered without ids', { do: 'status' as const, status: 201, body: { message: 'Your request is being processed.' } }],
    ['is answered with a page', { do: 'status' as const, status: 200, body: 'x', headers: { 'Content-Type': 'text/html' } }],
  ])('that %s has an unknown outcome, and is not repeated', async (_, fault) => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.fault({ match: PERSON, ...fault });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/unknown-outcome',
      sent: 'unknown',
    });
    expect(creates(calls())).toBe(1);
  });

  it('that is deferred has an unknown outcome', async () => {
    const { greenhouse } = await bench({ quirks: { deferredCreateAnswer: true } });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/unknown-outcome',
      sent: 'unknown',
    });
  });

  it('over the rate limit did nothing, says until when, and does not wait', async () => {
    const { greenhouse, sandbox, slept, calls } = await bench();
    sandbox.fault({ match: PERSON, do: 'status', status: 429, headers: { 'Retry-After': '3' } });
    const until = Date.UTC(2026, 10, 21, 10) + 3000;
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({ code: 'greenhouse/limited', detail: { until } });
    expect(slept).toEqual([]);
    expect(creates(calls())).toBe(1);
  });

  it('without its scope did nothing, and names the scope', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.scopes({ without: ['harvest:candidates:create'] });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/forbidden',
      detail: { scope: 'harvest:candidates:create', status: 403 },
    });
  });

  it('onto a job that the recruiter may not use is forbidden', async () => {
    const { greenhouse } = await bench();
    const target = { kind: 'candidate' as const, jobId: OWN_JOB + 3 };
    await expect(greenhouse.createPerson(somebody({}, { target }))).rejects.toMatchObject({ code: 'greenhouse/forbidden' });
  });

  it('of content that Greenhouse refuses names the fields, and keeps them out of the message', async () => {
    const { greenhouse } = await bench();
    const person = somebody({ emails: [{ value: 'no address', type: 'work' }] });
    const failed: unknown = await greenhouse.createPerson(person).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 'greenhouse/invalid',
      message: 'greenhouse/invalid',
      detail: { status: 422, fields: ['email_addresses[0].value: is not an email address'] },
    });
  });

  it('is not sent when the writing token cannot be had, so that nothing is unknown', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.fault({ match: { path: '/token' }, times: 9, do: 'drop-before' });
    await expect(greenhouse.createPerson(somebody())).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    expect(creates(calls())).toBe(0);
  });

  it('is not sent by a device that knows that it is offline', async () => {
    const { connect, calls } = await bench();
    await expect(connect({ online: () => false }).createPerson(somebody())).rejects.toMatchObject({
      code: 'greenhouse/unreachable',
    });
    expect(creates(calls())).toBe(0);
  });
});
