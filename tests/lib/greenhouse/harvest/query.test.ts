import { describe, expect, it } from 'vitest';

import type { Api } from '#lib/greenhouse/harvest/api.ts';
import { APPLICATIONS } from '#lib/greenhouse/harvest/lists/applications.ts';
import { JOBS, OPENINGS } from '#lib/greenhouse/harvest/lists/jobs.ts';
import { CANDIDATE_TAGS, CANDIDATES } from '#lib/greenhouse/harvest/lists/people.ts';
import { USERS } from '#lib/greenhouse/harvest/lists/users.ts';
import { parameters } from '#lib/greenhouse/harvest/query.ts';

const AT = Date.UTC(2026, 0, 2, 3, 4, 5);
const text = (query: object): Record<string, string> => Object.fromEntries(parameters(query));

describe('a query', () => {
  it.each<[string, object, Record<string, string>]>([
    ['one id', { job_ids: 7 }, { job_ids: '7' }],
    ['several ids, each once', { job_ids: [7, 8, 7] }, { job_ids: '7,8' }],
    ['what is true or false', { active: false }, { active: 'false' }],
    [
      'a closed period',
      { updated_at: { from: AT, to: AT + 1000 } },
      { updated_at: 'gte|2026-01-02T03:04:05.000Z|lte|2026-01-02T03:04:06.000Z' },
    ],
    ['an open period', { created_at: { from: AT } }, { created_at: 'gte|2026-01-02T03:04:05.000Z' }],
    ['a period up to a moment', { opened_at: { to: AT } }, { opened_at: 'lte|2026-01-02T03:04:05.000Z' }],
    ['days, where the field is a day', { sent_on: { from: AT, to: AT } }, { sent_on: 'gte|2026-01-02|lte|2026-01-02' }],
    ['fields, with the id that every row needs', { fields: ['name', 'id'] }, { fields: 'id,name' }],
    ['nothing for what is not given', { email: undefined, status: 'open' }, { status: 'open' }],
  ])('writes %s', (_, query, expected) => {
    expect(text(query)).toEqual(expected);
  });

  it.each<[string, object, string]>([
    ['more than fifty ids', { ids: Array.from({ length: 51 }, (_, at) => at) }, 'ids'],
    ['fifty fields and the id', { fields: Array.from({ length: 50 }, (_, at) => `f${at}`) }, 'fields'],
    ['no ids, which would be everybody', { candidate_ids: [] }, 'candidate_ids'],
    ['an empty text, which would be everybody', { email: '' }, 'email'],
    ['a period without an end', { updated_at: {} }, 'updated_at'],
  ])('is refused before it is sent with %s', (_, query, name) => {
    expect(() => parameters(query)).toThrow(expect.objectContaining({ code: 'bug', detail: { fields: [name] } }));
  });

  it('is held to its list by the compiler', () => {
    const unsent = (api: Api) => [
      api.list(JOBS, { department_id: 31, status: 'open', fields: ['name'] }),
      api.list(APPLICATIONS, { candidate_ids: [1, 2], status: 'active' }),
      api.list(CANDIDATES, { cursor: 'a cursor' }),
      // @ts-expect-error v1's name
      api.list(CANDIDATES, { created_after: '2026-01-01' }),
      // @ts-expect-error the filter of another list
      api.list(CANDIDATES, { job_ids: 7 }),
      // @ts-expect-error singular
      api.list(APPLICATIONS, { candidate_id: 7 }),
      // @ts-expect-error plural, where only this list is singular
      api.list(JOBS, { department_ids: 7 }),
      // @ts-expect-error as it is read, not as it is asked for
      api.list(APPLICATIONS, { status: 'in_process' }),
      // @ts-expect-error a spelling of our own
      api.list(OPENINGS, { opened_at: 'gte|2026-01-01' }),
      // @ts-expect-error both at once
      api.list(CANDIDATES, { created_at: { from: 0 }, updated_at: { from: 0 } }),
      // @ts-expect-error beside a cursor
      api.list(CANDIDATES, { cursor: 'a cursor', email: 'a@b.example' }),
      // @ts-expect-error a field that we do not read
      api.list(USERS, { fields: ['employee_id'] }),
      // @ts-expect-error a list without filters
      api.list(CANDIDATE_TAGS, { name: 'Rust' }),
    ];
    expect(unsent).toBeTypeOf('function');
  });
});
