import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Listed = { id: number; [field: string]: unknown };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterAll(() => caller.sandbox.close());

const get = (path: string, as?: number) => caller.harvest<Listed[]>('GET', path, undefined, as);
const refusal = async (path: string) => {
  const { status, body } = await caller.harvest<{ message: string; errors: unknown[] }>('GET', path);
  expect(status).toBe(422);
  expect(body.message).toBe('Unprocessable Content');
  return body.errors;
};

describe('before anything else', () => {
  it('an unknown route is 404 without a token', async () => {
    for (const path of [
      '/v3/nonsense',
      '/v3/candidates/4000001',
      '/v3/jobs/9001/stages',
      '/v1/candidates',
      '/v2/jobs',
      '/elsewhere',
    ]) {
      expect(await caller.raw('GET', path)).toMatchObject({ status: 404, body: { message: 'Resource not found' } });
    }
  });

  it('a call without a token is 401', async () => {
    const answer = await caller.raw('GET', '/v3/jobs');
    expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
    expect(answer.headers.get('x-ratelimit-limit')).toBe('100000');
  });

  it('lists are for Site Admins', async () => {
    expect(await get('jobs', 4012)).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
    expect((await get('jobs', 4001)).status).toBe(200);
  });

  it('a missing scope is 403', async () => {
    caller.sandbox.scopes({ without: ['harvest:offices:list'] });
    expect(await get('offices')).toMatchObject({
      status: 403,
      body: { errors: ['Missing required scope: harvest:offices:list'] },
    });
  });
});

describe('paging', () => {
  it('walks newest first to the last page, which has no link', async () => {
    const seen: number[] = [];
    let path: string | undefined = 'candidates?per_page=120&fields=id';
    while (path) {
      const page: { body: Listed[]; headers: Headers } = await get(path);
      seen.push(...page.body.map(({ id }) => id));
      path = /v3\/(\S+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([...seen].sort((one, other) => other - one));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(4_000_001);
  });

  it('leads to the host that was called', async () => {
    const link = (await get('jobs?per_page=1')).headers.get('link');
    expect(link).toContain(`<${caller.sandbox.url}/v3/jobs?cursor=`);
  });

  it('a cursor comes alone, and is one of this list', async () => {
    const cursor = /cursor=([^>]+)/.exec((await get('jobs?per_page=1')).headers.get('link') ?? '')?.[1];
    expect(await refusal(`jobs?cursor=${cursor}&per_page=1`)).toEqual([
      'When passing a cursor, do not include other query params.',
    ]);
    await refusal(`departments?cursor=${cursor}`);
    await refusal('jobs?cursor=rubbish');
    await refusal(`jobs?cursor=${btoa('{"resource":"jobs"}')}`);
  });

  it('per_page is 1 to 500', async () => {
    expect(await refusal('jobs?per_page=600')).toEqual([{ per_page: '`600` number is greater than: 500' }]);
    expect(await refusal('jobs?per_page=0')).toEqual([{ per_page: '`0` number is less than: 1' }]);
    await refusal('jobs?per_page=many');
  });
});

describe('parameters', () => {
  it('unknown ones are named', async () => {
    expect(await refusal('jobs?foo=1&created_after=2')).toEqual(['Invalid query params: foo, created_after']);
    expect(await refusal('applications?candidate_id=1')).toEqual(['Invalid query params: candidate_id']);
    expect(await refusal('candidates?name=Mira')).toEqual(['Invalid query params: name']);
    expect(await refusal('jobs?status[gte]=open')).toEqual(['Invalid query params: status[gte]']);
  });

  it('invalid values are refused', async () => {
    await refusal('jobs?status=published');
    await refusal('candidates?ids=abc');
    await refusal('candidates?private=yes');
    await refusal('candidates?updated_at=yesterday');
    await refusal('candidates?fields=id,nickname');
  });

  it('a list holds 50 at most', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => 4_000_001 + at).join(',');
    expect((await get(`candidates?ids=${ids(50)}`)).status).toBe(200);
    await refusal(`candidates?ids=${ids(51)}`);
    await refusal(`applications?candidate_ids=${ids(51)}`);
  });

  it('created_at and updated_at do not go together', async () => {
    await refusal('jobs?created_at=gte|2020-01-01T00:00:00Z&updated_at=gte|2020-01-01T00:00:00Z');
  });

  it('dates are bounded by pipes or brackets alike', async () => {
    const all = (await get('candidates?per_page=500&fields=id,updated_at')).body;
    const [from, to] = [all[40]?.['updated_at'], all[10]?.['updated_at']].map(String).sort();
    const expected = all.filter((row) => String(row['updated_at']) >= String(from) && String(row['updated_at']) <= String(to));
    const piped = await get(`candidates?per_page=500&fields=id,updated_at&updated_at=gte|${from}|lte|${to}`);
    const bracketed = await get(`candidates?per_page=500&fields=id,updated_at&updated_at[gte]=${from}&updated_at[lte]=${to}`);
    expect(piped.body).toEqual(expected);
    expect(bracketed.body).toEqual(expected);
  });

  it('fields trims', async () => {
    const [row] = (await get('jobs?fields=id,name&per_page=1')).body;
    expect(Object.keys(row ?? {})).toEqual(['id', 'name']);
  });
});

describe('what the lists of the main job hold', () => {
  it('a candidate by any address in any case, and nobody by a wrong one', async () => {
    expect((await get('candidates?email=MIRA%40okafor.example')).body).toMatchObject([{ id: 4_000_001, first_name: 'Mira' }]);
    expect((await get('candidates?email=jose.garcia%40mail.example')).body).toHaveLength(1);
    expect((await get('candidates?email=nobody%40post.example')).body).toEqual([]);
  });

  it('private people only for those who may see them, confidential jobs only for their team', async () => {
    expect((await get('candidates?ids=4000004')).body).toEqual([]);
    expect((await get('candidates?ids=4000004', 4001)).body).toHaveLength(1);
    expect((await get('candidates?ids=4000004&private=false', 4001)).body).toEqual([]);
    expect((await get('jobs?confidential=true')).body).toEqual([]);
    expect((await get('user_job_permissions?job_ids=9037')).body).toEqual([]);
  });

  it('hidden people as stubs under the switch', async () => {
    caller.sandbox.quirks({ privateStubs: true });
    expect((await get('candidates?ids=4000004')).body).toEqual([{ message: expect.any(String) as string }]);
    caller.sandbox.quirks({ privateStubs: false });
  });

  it('applications asked for as active and read as in_process; prospects without a job', async () => {
    const active = (await get('applications?status=active&per_page=500')).body;
    expect(new Set(active.map((row) => row['status']))).toEqual(new Set(['in_process']));
    await refusal('applications?status=in_process');
    const [prospect] = (await get('applications?prospect=true')).body;
    expect(prospect).toMatchObject({ job_id: null, stage_id: null, stage_name: null });
    expect((await get('applications?prospect=true')).body.map(({ id }) => id)).toContain(60_000_005);
  });

  it('service accounts only when asked for, built-in reasons too', async () => {
    const ids = async (path: string) => (await get(path)).body.map(({ id }) => id);
    expect(await ids('users')).not.toContain(4000);
    expect(await ids('users?show_service_accounts=true')).toContain(4000);
    expect((await ids('rejection_reasons?include_defaults=true')).length).toBeGreaterThan(
      (await ids('rejection_reasons')).length,
    );
  });

  it('jobs by their one department and office', async () => {
    const backend = (await get('jobs?department_id=32&office_id=8')).body;
    expect(backend).toMatchObject([{ name: 'Staff Backend Engineer', requisition_id: 'R-2041', status: 'open' }]);
  });

  it('the applications of a job, or of a stage, are those that a reading of all of them finds', async () => {
    const all = (await get('applications?per_page=500')).body;
    for (const [filter, field] of [
      ['job_ids', 'job_id'],
      ['prospective_job_ids', 'prospective_job_ids'],
      ['job_interview_stage_ids', 'job_interview_stage_id'],
      ['stage_ids', 'stage_id'],
    ] as const) {
      const ofEach = Map.groupBy(all, (row) => [row[field]].flat()[0] as number | null | undefined);
      // The last are the oldest, and among them the jobs that tests know.
      for (const [id, rows] of [...ofEach].slice(-12))
        if (id) expect((await get(`applications?${filter}=${id}&per_page=500`)).body).toEqual(rows);
    }
  });
});
