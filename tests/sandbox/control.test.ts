import { request } from 'node:https';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';
import { startSandbox } from './server.ts';

const JONAS = 4012;
const person = { first_name: 'Nils', last_name: 'Fixture' };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const control = <T = unknown>(method: string, path: string, body?: unknown) =>
  caller.raw<T>(method, `/_sandbox/${path}`, { body });
const create = () => caller.harvest('POST', 'candidates', person, JONAS);
const candidates = () => caller.sandbox.state()['candidates']?.length ?? 0;

describe('faults', () => {
  const fault = (what: object) =>
    control('POST', 'faults', [{ match: { method: 'POST', path: '/v3/candidates' }, times: 1, ...what }]);

  it('drop before anything is done, or after', async () => {
    const before = candidates();
    await fault({ do: 'drop-before' });
    await expect(create()).rejects.toThrow();
    expect(candidates()).toBe(before);
    await fault({ do: 'drop-after-commit' });
    await expect(create()).rejects.toThrow();
    expect(candidates()).toBe(before + 1);
    expect((await create()).status).toBe(201);
    expect(caller.sandbox.requests().flatMap((entry) => entry.fault ?? [])).toEqual(['drop-before', 'drop-after-commit']);
  });

  it('answer a status without acting, as often as they say', async () => {
    const before = candidates();
    await fault({ do: 'status', status: 503, times: 2 });
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([503, 503, 201]);
    expect(candidates()).toBe(before + 1);
  });

  it('cut the JSON, or answer with a page', async () => {
    await fault({ do: 'truncate' });
    await expect(create()).rejects.toThrow(SyntaxError);
    await fault({ do: 'garbage' });
    await expect(create()).rejects.toThrow(SyntaxError);
  });

  it('are refused when they make no sense', async () => {
    expect((await fault({ do: 'explode' })).status).toBe(422);
  });
});

describe('looking behind the counter', () => {
  it('requests are told with their user, scope and status, never with secrets', async () => {
    await create();
    const { body } = await control<Record<string, unknown>[]>('GET', 'requests');
    expect(body).toMatchObject([
      { method: 'POST', path: '/token', actingUser: JONAS, grant: 'client_credentials', status: 200 },
      {
        method: 'POST',
        path: '/v3/candidates',
        actingUser: JONAS,
        scopeNeeded: 'harvest:candidates:create',
        status: 201,
        body: person,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(caller.sandbox.clientSecret);
  });

  it('everything stored, then only what was written, then the seed again', async () => {
    await create();
    const all = await control<Record<string, unknown[]>>('GET', 'state');
    expect(all.body['candidates']).toHaveLength(301);
    expect(all.body).toHaveProperty('customFieldOptions');
    expect((await control<Record<string, unknown[]>>('GET', 'state?written=true')).body['candidates']).toMatchObject([person]);
    await control('POST', 'reset');
    expect(candidates()).toBe(300);
    expect(caller.sandbox.requests()).toEqual([]);
  });

  it('switches, scopes, and the credential itself', async () => {
    expect((await control('POST', 'quirks', { nonsense: true })).status).toBe(422);
    expect((await control('POST', 'quirks', { bareCreateAnswer: true })).body).toMatchObject({ bareCreateAnswer: true });
    expect((await create()).body).toMatchObject(person);
    await control('POST', 'credential', { without: ['harvest:candidates:create'] });
    expect((await create()).status).toBe(403);
    await control('POST', 'credential', { scopes: 'all', revoked: true });
    expect((await create()).status).toBe(401);
  });
});

it('keeps tokens through a reset', async () => {
  const token = await caller.raw<{ access_token: string }>('POST', '/token?grant_type=client_credentials', {
    headers: { authorization: caller.basic },
  });
  await control('POST', 'reset');
  const answer = await caller.raw('GET', '/v3/sources', { headers: { authorization: `Bearer ${token.body.access_token}` } });
  expect(answer.status).toBe(200);
});

it('counts calls in windows of 30 s, and says so on every answer', async () => {
  const narrow = await callSandbox({ rateLimit: 2, now: () => 1_800_000_000_000 });
  expect((await narrow.harvest('GET', 'sources')).headers.get('x-ratelimit-remaining')).toBe('1');
  expect((await narrow.harvest('GET', 'sources?nonsense=1')).headers.get('x-ratelimit-remaining')).toBe('0');
  const over = await narrow.harvest('GET', 'sources');
  expect(over.status).toBe(429);
  expect(over.headers.get('x-ratelimit-reset')).toBe('1800000030');
  narrow.sandbox.advance(Number(over.headers.get('retry-after')) * 1000);
  expect((await narrow.harvest('GET', 'sources')).status).toBe(200);
  await narrow.sandbox.close();
});

it('speaks HTTPS by default, and links to whichever host was called', async () => {
  const sandbox = await startSandbox();
  const basic = `${sandbox.clientId}:${sandbox.clientSecret}`;
  const ask = (method: string, path: string, options: object) =>
    new Promise<{ text: string; link: string }>((resolve, reject) => {
      const asking = request(sandbox.url + path, { method, rejectUnauthorized: false, ...options }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ text, link: String(response.headers['link']) }));
      });
      asking.on('error', reject).end();
    });
  const token = await ask('POST', '/token?grant_type=client_credentials', { auth: basic });
  const { access_token } = JSON.parse(token.text) as { access_token: string };
  const jobs = (headers: object) =>
    ask('GET', '/v3/jobs?per_page=1', { headers: { authorization: `Bearer ${access_token}`, ...headers } });
  const astray = await ask('POST', '/token', { headers: { host: 'harvest.greenhouse.io' }, auth: basic });
  expect(astray.text).toBe('{"message":"Resource not found"}');
  expect((await jobs({})).link).toContain(`<${sandbox.url}/v3/jobs?cursor=`);
  expect((await jobs({ host: 'harvest.greenhouse.io' })).link).toContain('<https://harvest.greenhouse.io/v3/jobs?cursor=');
  await sandbox.close();
});
