import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

const MANY = 1_000_000;
/** The seed reaches back from here. */
const NOW = Date.parse('2026-11-22T00:00:00Z');
/** Megabytes that a million candidates and some pages of them may hold at once. */
const MEMORY = 200;

type Row = Record<string, unknown>;

let caller: Caller;
let startMs: number;
beforeAll(async () => {
  const start = performance.now();
  caller = await callSandbox({ candidates: MANY, jobs: 10_000, now: () => NOW });
  startMs = performance.now() - start;
});
afterAll(() => caller.sandbox.close());

const get = async (path: string) => (await caller.harvest<Row[]>('GET', path)).body;

/** The quickest of five: what the answer costs, not what a busy machine makes of it. */
async function quickest(path: string): Promise<{ body: Row[]; ms: number }> {
  let best = { body: [] as Row[], ms: Infinity };
  for (let time = 0; time < 5; time += 1) {
    const start = performance.now();
    const body = await get(path);
    const ms = performance.now() - start;
    if (ms < best.ms) best = { body, ms };
  }
  return best;
}

it('starts with a million as quickly as with a few', () => {
  expect(startMs).toBeLessThan(1000);
});

it.each([
  ['a page', 'candidates?per_page=500', 500],
  ['a page deep in the list', 'candidates?per_page=500&created_at=lte|2024-06-01T00:00:00Z', 500],
  ['an address', 'candidates?email=mira%40okafor.example', 1],
  ['a window of updated_at', 'candidates?per_page=500&updated_at=gte|2024-06-01T00:00:00Z|lte|2024-06-01T12:00:00Z', 437],
  ['a window long ago', 'candidates?per_page=500&updated_at=gte|2020-01-01T00:00:00Z|lte|2020-01-02T00:00:00Z', 0],
  ['an option that no seeded person holds', 'candidates?custom_field_option_id=45999', 0],
  ['the applications of a person', 'applications?candidate_ids=4000001', 1],
  ['the applications of a job', 'applications?job_ids=9500&per_page=500', 87],
  ['who stands at a stage', 'application_stages?job_interview_stage_ids=300011&per_page=500', 87],
  ['a page of jobs', 'jobs?status=open&per_page=500', 500],
  ['the stages of a job', 'job_interview_stages?job_ids=9001', 7],
])('%s takes less than 100 ms among a million', async (_, path, count) => {
  const { body, ms } = await quickest(path);
  expect(body).toHaveLength(count);
  expect(ms).toBeLessThan(100);
});

it('holds no more of them than it is asked for', async () => {
  const before = process.memoryUsage().heapUsed;
  for (let month = 1; month <= 12; month += 1)
    await get(`candidates?per_page=500&created_at=lte|2025-${String(month).padStart(2, '0')}-01T00:00:00Z`);
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(MEMORY);
});

it('every generated address leads back to its person', async () => {
  for (const row of await get('candidates?per_page=5&fields=id,email_addresses')) {
    for (const { value } of row['email_addresses'] as { value: string }[]) {
      expect(await get(`candidates?email=${value}&fields=id`)).toEqual([{ id: row['id'] }]);
    }
  }
});
