import { describe, expect, it } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { refusal } from '#lib/greenhouse/http/failure.ts';

const NOW = Date.UTC(2026, 10, 21, 10);
const read = { repeatable: true, scope: 'harvest:jobs:list' };
const write = { repeatable: false, scope: 'harvest:candidates:create' };
const refused = (status: number, body: unknown = null) => ({ status, body });

describe('a refusal', () => {
  it.each([
    [400, 'greenhouse/invalid'],
    [401, 'greenhouse/unauthorized'],
    [403, 'greenhouse/forbidden'],
    [404, 'greenhouse/not-found'],
    [409, 'greenhouse/invalid'],
    [413, 'greenhouse/invalid'],
    [422, 'greenhouse/invalid'],
    [429, 'greenhouse/limited'],
  ])('of status %i means %s, whether a read or a write', (status, code) => {
    expect(refusal(refused(status), read, NOW)).toMatchObject({ code, detail: { status } });
    expect(refusal(refused(status), write, NOW)).toMatchObject({ code, detail: { status } });
  });

  it.each([408, 500, 502, 503, 504])('of status %i did nothing to a read, and who knows what to a write', (status) => {
    expect(refusal(refused(status), read, NOW).code).toBe('greenhouse/unreachable');
    expect(refusal(refused(status), write, NOW).code).toBe('greenhouse/unknown-outcome');
  });

  it.each([
    ['said no to', [400, 401, 403, 404, 409, 413, 422, 429], 'refused'],
    ['left open', [300, 302, 304, 408, 500, 502, 503, 504], 'unknown'],
  ] as const)('that is %s tells whether a write was done; a read never did anything', (_, statuses, sent) => {
    for (const status of statuses) {
      expect([status, refusal(refused(status), write, NOW).sent]).toEqual([status, sent]);
      expect(refusal(refused(status), read, NOW).sent).toBe('no');
    }
    const explain = () => new AppError('greenhouse/acting-user');
    expect(refusal(refused(422), { ...write, explain }, NOW).sent).toBe('refused');
  });

  it('names the scope that a forbidden call needs', () => {
    expect(refusal(refused(403), write, NOW).detail.scope).toBe('harvest:candidates:create');
  });

  it('says what Greenhouse said of invalid content, in the detail and never in the message', () => {
    const error = refusal(
      refused(422, { errors: [{ 'email_addresses[0].value': 'jo@fixture.example is invalid' }] }),
      write,
      NOW,
    );
    expect(error.detail.fields).toEqual(['email_addresses[0].value: jo@fixture.example is invalid']);
    expect(String(error)).not.toContain('fixture.example');
    expect(error.cause).toBeUndefined();
  });
});
