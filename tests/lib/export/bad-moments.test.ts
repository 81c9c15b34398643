/** What a recruiter does to the outbox, or a clock, at a moment that nobody would choose. */
import { describe, expect, test, vi } from 'vitest';

import { exportRequest } from '../../support/export-request.ts';
import { rest, world } from './world.ts';

const request = exportRequest();

describe('a clock that was put back by hours', () => {
  const HOURS = 5 * 60 * 60_000;

  test('keeps no export waiting that was limited until then', async () => {
    const at = world();
    at.greenhouse.fail('findByEmail', { code: 'greenhouse/limited' });
    await at.worker().start(request);
    await expect.poll(() => at.rows.stored.get(request.id)?.view.retryAt).toBeDefined();
    at.time.now -= HOURS;
    await at.worker().resume();
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('holds nothing back for hours, and cuts no hold short: it begins again', async () => {
    const at = world({ holdMs: 10_000 });
    await at.worker().start(request);
    at.time.now -= 500;
    await at.worker().resume();
    expect((await rest(at, request.id, 'held'))?.view.state).toBe('held');
    at.time.now -= HOURS;
    await at.worker().resume();
    await expect.poll(() => at.rows.stored.get(request.id)?.view.heldUntil).toBe(at.time.now + 10_000);
    expect((await rest(at, request.id, 'held'))?.view.state).toBe('held');
    expect(at.greenhouse.calls).toEqual([]);
    at.time.now += 10_000;
    await at.worker().resume();
    await rest(at, request.id, 'done');
  });
});

test('forgotten between two steps, nothing is sent, and nothing is written down again', async () => {
  const at = world();
  const looked = vi.spyOn(at.greenhouse.port, 'findByEmail').mockImplementation(() => {
    at.rows.stored.clear();
    return Promise.resolve([]);
  });
  await at.worker().start(request);
  await expect.poll(() => looked.mock.calls.length).toBe(1);
  await at.lock(`export id ${request.externalId}`, async () => undefined);
  expect(at.rows.stored.size).toBe(0);
  expect(at.greenhouse.count('createPerson')).toBe(0);
});

test('a worker that dies right after it wrote a step down is woken: that was asked for before', async () => {
  const at = world();
  const asked: Record<string, number> = {};
  const put = at.rows.port.put.bind(at.rows.port);
  vi.spyOn(at.rows.port, 'put').mockImplementation(async (row, created) => {
    asked[row.view.state] ??= at.wakes.length;
    await put(row, created);
  });
  await at.worker().start(request);
  await rest(at, request.id, 'done');
  expect(asked['matching']).toBeGreaterThan(0);
  expect(asked['creating']).toBeGreaterThan(asked['matching'] ?? 0);
});
