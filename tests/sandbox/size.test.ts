import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

const MANY = 1_000_000;

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox({ candidates: MANY, jobs: 10_000 });
});
afterAll(() => caller.sandbox.close());

const timed = async (path: string) => {
  const start = performance.now();
  const { body } = await caller.harvest<Record<string, unknown>[]>('GET', path);
  return { body, ms: performance.now() - start };
};

/** The bound is loose, for a busy machine; what it excludes is making a million rows. */
it.each([
  ['a page', 'candidates?per_page=500', 500],
  ['an address', 'candidates?email=mira%40okafor.example', 1],
  ['a window of updated_at', 'candidates?per_page=500&updated_at=gte|2020-01-01T00:00:00Z|lte|2020-01-02T00:00:00Z', 0],
  ['an option that no seeded person holds', 'candidates?custom_field_option_id=45999', 0],
  ['the applications of a person', 'applications?candidate_ids=4000001', 1],
  ['a page of jobs', 'jobs?status=open&per_page=500', 500],
  ['the stages of a job', 'job_interview_stages?job_ids=9001', 7],
])('%s costs little among a million', async (_, path, count) => {
  const { body, ms } = await timed(path);
  expect(body).toHaveLength(count);
  expect(ms).toBeLessThan(400);
});

it('every generated address leads back to its person', async () => {
  const { body } = await timed('candidates?per_page=5&fields=id,email_addresses');
  for (const row of body) {
    for (const { value } of row['email_addresses'] as { value: string }[]) {
      expect((await timed(`candidates?email=${value}&fields=id`)).body).toEqual([{ id: row['id'] }]);
    }
  }
});
