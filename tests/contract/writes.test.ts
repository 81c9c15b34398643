/** Every write of the client, as the sandbox saw it sent. */
import { describe, expect, onTestFinished, test } from 'vitest';

import { makeRecords } from './records.ts';
import { ACTING, type Stand, stand } from './stand.ts';
import { WRITES } from './writes.ts';

async function prepared(): Promise<Stand & { records: Awaited<ReturnType<typeof makeRecords>> }> {
  const at = await stand();
  onTestFinished(() => at.sandbox.close());
  return { ...at, records: await makeRecords(at.api, ACTING.id) };
}

describe.each(WRITES)('$title', ({ method, path, scope, run, body, answer }) => {
  test('is one call with the acting user’s token, and its answer is understood', async () => {
    const { api, records, sandbox } = await prepared();
    const before = sandbox.requests().length;
    expect(await run(api, records)).toEqual(answer);
    const calls = sandbox.requests().slice(before);
    expect(calls.filter((call) => call.method === method && call.path === path(records))).toEqual([
      expect.objectContaining({ query: {}, body: body?.(records) ?? null, scopeNeeded: scope, actingUser: ACTING.id }),
    ]);
    // Everything that it had to look up first was read with the reading token.
    expect(calls.filter((call) => call.method === 'GET').every(({ actingUser }) => actingUser === 4000)).toBe(true);
    expect(calls.every(({ status }) => status < 300)).toBe(true);
  });
});

test('an application is moved only from where the recruiter saw it', async () => {
  const { api, records, sandbox } = await prepared();
  const move = WRITES.find(({ title }) => title === 'moving an application');
  await move?.run(api, records);
  await expect(move?.run(api, records)).rejects.toMatchObject({
    code: 'greenhouse/invalid',
    detail: { fields: [expect.stringContaining('from_stage_id')] },
  });
  const moved = sandbox.state()['applications']?.find((row) => row['id'] === records.applicationId);
  expect(moved).toMatchObject({ job_interview_stage_id: records.nextStageId });
});
