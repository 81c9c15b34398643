/** Every endpoint of the client through every failure. */
import { describe, expect, onTestFinished, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Api } from '#lib/greenhouse/harvest/operations.ts';
import type { LogEntry } from '#tests/sandbox/server.ts';

import { type Failure, FAILURES } from './failures.ts';
import { LISTS } from './lists.ts';
import { makeRecords } from './records.ts';
import { ACTING, NOW, stand } from './stand.ts';
import { WRITES } from './writes.ts';

interface Endpoint {
  name: string;
  kind: 'read' | 'write';
  mayBeGone?: boolean | undefined;
  scope: string;
  /** Makes what it needs, and says which call is meant. */
  prepare: (api: Api) => Promise<{ method: string; path: string; run: () => Promise<unknown> }>;
}

const lists = LISTS.map((list): Endpoint => ({
  name: `GET /v3/${list.name} (${list.fields.length} fields)`,
  kind: 'read',
  scope: `harvest:${list.name}:list`,
  prepare: async (api) => ({ method: 'GET', path: `/v3/${list.name}`, run: () => list.pages(api).next() }),
}));

const writes = WRITES.map(({ title, method, path, scope, mayBeGone, run }): Endpoint => ({
  mayBeGone,
  name: `${method}, ${title}`,
  kind: 'write',
  scope,
  prepare: async (api) => {
    const records = await makeRecords(api, ACTING.id);
    return { method, path: path(records), run: () => run(api, records) };
  },
}));

async function facing({ prepare }: Endpoint) {
  const at = await stand();
  onTestFinished(() => at.sandbox.close());
  const call = await prepare(at.api);
  const before = at.sandbox.requests().length;
  const sent = (): LogEntry[] =>
    at.sandbox
      .requests()
      .slice(before)
      .filter(({ method, path }) => method === call.method && path === call.path);
  const fault = (given: Failure['fault']): void =>
    at.sandbox.fault({ ...given, match: { method: call.method, path: call.path } });
  return { ...at, ...call, sent, fault };
}

describe.each([...lists, ...writes])('$name', (endpoint) => {
  const { kind, scope, mayBeGone } = endpoint;

  test.each(FAILURES)('meets $title', async (failure) => {
    const { run, sent, fault } = await facing(endpoint);
    fault(failure.fault);
    const outcome = mayBeGone && failure.title === '404' ? undefined : failure[kind];
    if (outcome) await expect(run()).rejects.toMatchObject(outcome);
    else await run();
    expect(sent()).toHaveLength(failure.sent[kind]);
  });

  test('names the scope that it lacks', async () => {
    const { run, sandbox, sent } = await facing(endpoint);
    sandbox.scopes({ without: [scope] });
    await expect(run()).rejects.toMatchObject({ code: 'greenhouse/forbidden', detail: { status: 403, scope } });
    expect(sent()).toHaveLength(1);
  });

  test('says until when it is limited, and did nothing', async () => {
    const { run, sent, fault } = await facing(endpoint);
    fault({ do: 'status', status: 429, times: 9, headers: { 'Retry-After': '600' } });
    const thrown = AppError.from(await run().catch((error: unknown) => error));
    expect(thrown).toMatchObject({ code: 'greenhouse/limited', detail: { status: 429 } });
    expect(thrown.detail.until).toBeGreaterThanOrEqual(NOW + 600_000);
    expect(sent()).toHaveLength(1);
  });
});
