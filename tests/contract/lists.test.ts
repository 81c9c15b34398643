/** Every list, filter and page of the client, as the sandbox saw it asked and as the client reads the answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { RESOURCES } from '#tests/sandbox/harvest/resources/all.ts';
import type { LogEntry } from '#tests/sandbox/server.ts';

import { COMMON, type ListCase, LISTS, sentFor } from './lists.ts';
import { type Stand, stand } from './stand.ts';

let at: Stand;
beforeAll(async () => {
  at = await stand();
});
afterAll(() => at.sandbox.close());

const first = async (list: ListCase, query?: object) => (await list.pages(at.api, query).next()).value ?? [];

/** What Greenhouse was asked for, and as whom; tokens apart. */
const asked = (): Pick<LogEntry, 'method' | 'path' | 'query' | 'scopeNeeded' | 'actingUser' | 'status'>[] =>
  at.sandbox
    .requests()
    .filter(({ path }) => path !== '/token')
    .map(({ method, path, query, scopeNeeded, actingUser, status }) => ({
      method,
      path,
      query,
      scopeNeeded,
      actingUser,
      status,
    }));

describe.each(LISTS)('the list $name', (list) => {
  beforeEach(() => at.sandbox.reset());

  const call = (query: Record<string, string>) => ({
    method: 'GET',
    path: `/v3/${list.name}`,
    query,
    scopeNeeded: `harvest:${list.name}:list`,
    // The integration's service user: every list wants a Site Admin (section 2.1).
    actingUser: 4000,
    status: 200,
  });

  test('is asked for in the largest pages, with the reading token', async () => {
    await first(list);
    expect(asked()).toEqual([call({ per_page: '500' })]);
  });

  test.each(Object.entries({ ...COMMON, ...list.filters }))('is filtered by %s', async (name, value) => {
    await first(list, { [name]: value });
    expect(asked()).toEqual([call({ per_page: '500', [name]: sentFor(value) })]);
  });

  test('is filtered by nothing that the sandbox, which read the reference for itself, has not; and lacks nothing it has', () => {
    const theirs = Object.keys(RESOURCES.get(list.name)?.filters ?? {});
    expect(Object.keys(list.filters).toSorted()).toEqual(theirs.toSorted());
  });

  test('has every field that we read, and is slim when only those are asked for', async () => {
    await first(list, { fields: list.fields });
    expect(asked()).toEqual([call({ per_page: '500', fields: [...new Set(['id', ...list.fields])].join(',') })]);
  });

  test('is read as Greenhouse tells it', async () => {
    const rows = await first(list);
    const stored = new Map((at.sandbox.state()[RESOURCES.get(list.name)?.state ?? ''] ?? []).map((row) => [row['id'], row]));
    expect(rows.map(({ id }) => stored.get(id))).toMatchObject(rows);
    if (stored.size > 0) expect(rows).not.toEqual([]);
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(list.fields.toSorted());
  });

  test('tolerates what is null, missing, new, and not a record yet', async () => {
    const nulls = Object.fromEntries(list.fields.map((field) => [field, null]));
    const body = [{ ...nulls, id: 5, brand_new: { deep: [1] } }, { id: 4 }, { message: 'Still being processed.' }];
    at.sandbox.fault({ match: { path: `/v3/${list.name}` }, do: 'status', status: 200, body });
    expect(await first(list)).toEqual([{ ...nulls, id: 5 }, { id: 4 }]);
  });

  test('is turned page by page, each cursor alone, and stops where the reader stops', async () => {
    const cursors: (string | undefined)[] = [];
    const sizes: number[] = [];
    for await (const page of list.pages(at.api, { per_page: 1 }, undefined, ({ cursor }) => cursors.push(cursor))) {
      if (sizes.push(page.length) === 2) break;
    }
    const [start, ...rest] = asked();
    expect(start).toEqual(call({ per_page: '1' }));
    expect(rest).toEqual(cursors[0] === undefined ? [] : [call({ cursor: cursors[0] })]);
    expect(sizes.length).toBe(cursors.length);
  });
});

/** Rows as the reference has them (7.7, 7.8, 7.11), of lists in which a company may well have nothing. */
const TOLD: Record<string, object> = {
  interviews: {
    id: 1,
    application_id: 2,
    job_id: 3,
    organizer_id: 4,
    starts_at: '2026-11-20T09:00:00.000Z',
    ends_at: '2026-11-20T10:00:00.000Z',
    status: 'scheduled',
  },
  interviewers: { id: 1, interview_id: 2, user_id: 3, email: 'someone@fixture.example', response_status: 'accepted' },
  offers: {
    id: 1,
    application_id: 2,
    job_id: 3,
    candidate_id: 4,
    opening_id: 5,
    version: 2,
    status: 'Accepted',
    starts_on: '2026-12-01',
    sent_on: '2026-11-01',
    resolved_at: '2026-11-03T09:00:00.000Z',
  },
  tracking_links: { id: 1, token: 'abc123', job_id: 2, source_id: 3, referrer_id: 4 },
  future_job_permissions: { id: 1, user_id: 2, role_id: 3, department_id: 4, office_id: 5 },
};

describe('a row', () => {
  test.each(Object.entries(TOLD))('of %s is read as the reference tells it', async (name, row) => {
    const list = LISTS.find((one) => one.name === name) as ListCase;
    at.sandbox.fault({ match: { path: `/v3/${name}` }, do: 'status', status: 200, body: [row] });
    expect(await first(list)).toEqual([row]);
    expect(Object.keys(row).toSorted()).toEqual(list.fields.toSorted());
  });
});

describe('paging', () => {
  beforeEach(() => at.sandbox.reset());
  const jobs = LISTS.find(({ name }) => name === 'jobs') as ListCase;

  test('tells how far it is, and is gone on with from where it stopped', async () => {
    const told: object[] = [];
    const all: number[] = [];
    let cursor: string | undefined;
    for await (const page of jobs.pages(at.api, { per_page: 15 }, undefined, (progress) => {
      told.push(progress);
      ({ cursor } = progress);
    })) {
      all.push(...page.map(({ id }) => id));
      if (told.length === 1) break;
    }
    expect(told).toEqual([{ pages: 1, rows: 15, cursor: expect.any(String), full: false, writtenAt: expect.any(Number) }]);
    for await (const page of jobs.pages(at.api, { cursor })) all.push(...page.map(({ id }) => id));
    const whole = await first(jobs);
    expect(all).toEqual(whole.map(({ id }) => id));
    expect(whole.length).toBeGreaterThan(15);
  });

  test('ends when it is cancelled, without another call', async () => {
    const controller = new AbortController();
    const pages = jobs.pages(at.api, { per_page: 5 }, controller.signal);
    await pages.next();
    controller.abort();
    await expect(pages.next()).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    expect(asked()).toHaveLength(1);
  });

  test('ends when it is cancelled in the middle of a call', async () => {
    at.sandbox.fault({ match: { path: '/v3/jobs' }, delayMs: 10_000 });
    const controller = new AbortController();
    const page = jobs.pages(at.api, {}, controller.signal).next();
    setTimeout(() => controller.abort(), 20);
    await expect(page).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
  });
});
