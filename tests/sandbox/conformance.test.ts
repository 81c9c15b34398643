/**
 * What the reference says of every endpoint, held against every endpoint. The rows come from the definitions in
 * `harvest/resources`: a collection cannot be added without being held to this table.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { type Caller, callSandbox, type Heard } from './caller.ts';
import { filtersOf } from './harvest/listing.ts';
import { type Resource, shownFields } from './harvest/resource.ts';
import { RESOURCES } from './harvest/resources/all.ts';

const BASIC_USER = 4013;
const NOBODY = 999_999_999;
const UNAUTHORIZED = {
  message: 'Unauthorized',
  errors: ['Token could not be decoded. Please ensure your token is from a trusted source.'],
};
const NO_ROUTE = { message: 'Resource not found' };
const invalid = (...errors: unknown[]) => ({ message: 'Unprocessable Content', errors });
const forbidden = (reason: string) => ({ message: 'Forbidden', errors: [reason] });
const fiftyOne = Array.from({ length: 51 }, (_, at) => at + 1).join(',');

let caller: Caller;
let tokens: Record<'expired' | 'service' | 'basic', string>;
beforeAll(async () => {
  caller = await callSandbox();
  const expired = await mint();
  caller.sandbox.advance(3_600_000);
  tokens = { expired, service: await mint(), basic: await mint(BASIC_USER) };
  // The one collection whose rows can change and that begins empty.
  await call('POST', '/v3/job_notes', { job_id: 9001, body: 'Reposted.' });
});
afterAll(() => caller.sandbox.close());

async function mint(sub?: number): Promise<string> {
  const query = sub === undefined ? '' : `&sub=${sub}`;
  const answer = await caller.raw<{ access_token: string }>('POST', `/token?grant_type=client_credentials${query}`, {
    headers: { authorization: caller.basic },
  });
  return answer.body.access_token;
}

function call(method: string, path: string, body?: unknown, token = tokens.service): Promise<Heard<never>> {
  return caller.raw(method, path, { body, headers: token === '' ? {} : { authorization: `Bearer ${token}` } });
}

const says = async (asked: Promise<Heard>, status: number, body: unknown) =>
  expect(await asked).toMatchObject({ status, body: body as object });

async function withoutScope(scope: string, asked: () => Promise<Heard>): Promise<void> {
  caller.sandbox.scopes({ without: [scope] });
  await says(asked(), 403, forbidden(`Missing required scope: ${scope}`));
  caller.sandbox.credential({ scopes: 'all' });
}

/** A 422 names each fault: in a sentence, or as one field and its fault. */
async function refuses(asked: Promise<Heard<never>>): Promise<string> {
  const { status, body } = (await asked) as Heard<{ message: string; errors: (string | object)[] }>;
  expect({ status, message: body.message }).toEqual({ status: 422, message: 'Unprocessable Content' });
  expect(body.errors.length).toBeGreaterThan(0);
  for (const error of body.errors) expect(typeof error === 'string' || Object.keys(error).length === 1).toBe(true);
  return JSON.stringify(body.errors);
}

const resources = [...RESOURCES.values()].map((resource) => [resource.name, resource] as const);

describe.each(resources)('GET /v3/%s', (name, resource) => {
  const path = `/v3/${name}`;
  const get = (query = '') => call('GET', path + query);

  it('asks for a token that lives, the scope, and a Site Admin', async () => {
    await says(call('GET', path, undefined, ''), 401, UNAUTHORIZED);
    await says(call('GET', path, undefined, tokens.expired), 401, UNAUTHORIZED);
    await withoutScope(`harvest:${name}:list`, get);
    await says(call('GET', path, undefined, tokens.basic), 403, forbidden('Only Site Admins may use list endpoints.'));
  });

  it('is read in pages of 1 to 500, by cursor alone', async () => {
    await says(get('?per_page=0'), 422, invalid({ per_page: '`0` number is less than: 1' }));
    await says(get('?per_page=501'), 422, invalid({ per_page: '`501` number is greater than: 500' }));
    await says(get('?cursor=x&per_page=1'), 422, invalid('When passing a cursor, do not include other query params.'));
    const foreign = /cursor=([^>]+)/.exec(
      (await call('GET', `/v3/${name === 'sources' ? 'offices' : 'sources'}?per_page=1`)).headers.get('link') ?? '',
    )?.[1];
    await says(get(`?cursor=${foreign}`), 422, invalid({ cursor: 'is invalid' }));
  });

  it('refuses what it does not know, and more than fifty of anything', async () => {
    await says(get('?nonsense=1'), 422, invalid('Invalid query params: nonsense'));
    await says(get('?fields=id,nonsense'), 422, { message: 'Unprocessable Content' });
    const { undated } = resource;
    await refuses(get(`?created_at=gte|2026-01-01T00:00:00Z&updated_at=gte|2026-01-01T00:00:00Z`));
    for (const [filter, { dated }] of Object.entries(filtersOf(resource))) {
      if (/(^|_)ids$/.test(filter)) {
        expect(await refuses(get(`?${filter}=${fiftyOne}`))).toContain('`51` items');
        if (filter !== 'employee_ids') await refuses(get(`?${filter}=abc`));
      }
      if (dated) {
        await refuses(get(`?${filter}=yesterday`));
        for (const form of [`${filter}=gte|2999-01-01T00:00:00Z`, `${filter}[gt]=2999-01-01T00:00:00Z`])
          expect(await get(`?${form}`)).toMatchObject({ status: 200, body: [] });
      } else await refuses(get(`?${filter}[gte]=2026-01-01T00:00:00Z`));
    }
    if (undated) await says(get('?created_at=gte|2026-01-01'), 422, invalid('Invalid query params: created_at'));
  });

  it('shows every field, null where there is nothing, newest id first, with the allowance on each answer', async () => {
    const { body, headers } = (await get('?per_page=500')) as Heard<Record<string, unknown>[]>;
    for (const row of body) {
      expect(Object.keys(row)).toEqual(shownFields(resource));
      expect(Object.values(row)).not.toContain(undefined);
      expect(row['created_at']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    }
    const ids = body.map((row) => row['id'] as number);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
    for (const rate of ['limit', 'remaining', 'reset']) expect(headers.get(`x-ratelimit-${rate}`)).toMatch(/^\d+$/);
  });

  it('has no reading by id and nothing below, and says so before it asks for a token', async () => {
    await says(call('GET', `${path}/1/anything`, undefined, ''), 404, NO_ROUTE);
    await says(call('PUT', path, {}, ''), 404, NO_ROUTE);
    if (!resource.one) await says(call('GET', `${path}/1`, undefined, ''), 404, NO_ROUTE);
    if (!resource.create) await says(call('POST', path, {}, ''), 404, NO_ROUTE);
    if (!resource.update) await says(call('PATCH', `${path}/1`, {}, ''), 404, NO_ROUTE);
    if (!resource.destroy) await says(call('DELETE', `${path}/1`, undefined, ''), 404, NO_ROUTE);
  });
});

type Written = { method: string; path: string; action: string; forms: readonly z.ZodMiniObject[]; singular?: string };

/** Every write there is; `:id` stands for a record. */
function writesOf({ name, singular, create, update, verbs, bulk }: Resource): Written[] {
  const path = `/v3/${name}`;
  return [
    ...(create ? [{ method: 'POST', path, action: 'create', forms: create.forms }] : []),
    ...(update ? [{ method: 'PATCH', path: `${path}/:id`, action: 'update', forms: update.forms, singular }] : []),
    ...Object.entries(bulk ?? {}).map(([method, { action, forms }]) => ({ method, path: `${path}/bulk`, action, forms })),
    ...Object.entries(verbs ?? {}).map(([key, { forms }]) => {
      const [method = '', action = ''] = key.split(' ');
      return { method, path: `${path}/:id/${action}`, action, forms, singular };
    }),
  ];
}

const writes = resources.flatMap(([name, resource]) =>
  writesOf(resource).map((written) => [`${written.method} ${written.path}`, name, written] as const),
);

describe.each(writes)('%s', (_, name, { method, path, action, forms, singular }) => {
  const on = (id: number) => path.replace(':id', String(id));
  const record = async (): Promise<number> => {
    const { body } = (await call('GET', `/v3/${name}?per_page=1`)) as Heard<{ id: number }[]>;
    return body[0]?.id ?? NOBODY;
  };

  it('asks for token and scope before it looks at the body', async () => {
    await says(call(method, on(1), { nonsense: 1 }, ''), 401, UNAUTHORIZED);
    await says(call(method, on(1), { nonsense: 1 }, tokens.expired), 401, UNAUTHORIZED);
    await withoutScope(`harvest:${name}:${action}`, () => call(method, on(1), { nonsense: 1 }));
  });

  if (singular !== undefined) {
    it('answers for a record that is not there, whatever the body', async () => {
      await says(call(method, on(NOBODY), { nonsense: 1 }), 404, { ...NO_ROUTE, errors: `${singular} not found` });
    });
  }

  it('refuses unknown keys, wrong types, what is not JSON, what is missing', async () => {
    const at = on(await record());
    await says(call(method, at, '{"no": JSON'), 422, invalid('Request body is not valid JSON.'));
    await refuses(call(method, at, '[]'));
    for (const form of forms) {
      for (const key of Object.keys(form.def.shape)) await refuses(call(method, at, { [key]: { nonsense: 1 } }));
      if (z.safeParse(form, {}).success) continue;
      await refuses(call(method, at, {}));
      await refuses(call(method, at, ''));
    }
    const unknown = await refuses(call(method, at, { ...armOf(forms), nonsense: 1 }));
    expect(unknown).toContain('`/nonsense` is a disallowed additional property');
  });
});

/** Of several forms a body is told apart by one key (harvest-api §7.3). */
const armOf = (forms: readonly z.ZodMiniObject[]): object => (forms.length > 1 ? { job_id: 9001 } : {});

it('every scope that the table lists for a write leads somewhere, but for webhooks and approvals', () => {
  const served = new Set(
    resources.flatMap(([name, resource]) => [
      `harvest:${name}:list`,
      ...writesOf(resource).map(({ action }) => `harvest:${name}:${action}`),
      ...(resource.destroy ? [`harvest:${name}:destroy`] : []),
    ]),
  );
  const unserved = caller.sandbox.credential({}).scopes.filter((scope) => !served.has(scope));
  expect(unserved.filter((scope) => !scope.startsWith('harvest:approv'))).toEqual([]);
  expect([...served].filter((scope) => !caller.sandbox.credential({}).scopes.includes(scope))).toEqual([]);
});
