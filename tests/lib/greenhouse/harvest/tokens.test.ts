import { describe, expect, it, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { memoryTokenCache } from '#lib/greenhouse/harvest/token-cache.ts';
import { expiryOf, tokenSource } from '#lib/greenhouse/harvest/tokens.ts';

const NOW = Date.UTC(2026, 10, 21, 10);

function bench() {
  const clock = { now: NOW };
  let minted = 0;
  const ask = vi.fn(async (_form: Record<string, string>): Promise<unknown> => {
    minted += 1;
    return { token_type: 'Bearer', access_token: `token-${minted}`, expires_in: 3600 };
  });
  const actingUserId = vi.fn(async () => 4012);
  const cache = memoryTokenCache();
  const source = () => tokenSource({ ask, actingUserId, cache, now: () => clock.now });
  return { clock, ask, actingUserId, cache, source };
}

describe('a token', () => {
  it('is asked for once, however many callers want it at the same time', async () => {
    const { ask, source } = bench();
    const tokens = source();
    expect(await Promise.all([tokens.get('reading'), tokens.get('reading'), tokens.get('reading')])).toEqual(
      Array(3).fill('token-1'),
    );
    expect(ask).toHaveBeenCalledOnce();
  });

  it('for reading names nobody; for writing it names the acting user', async () => {
    const { ask, actingUserId, source } = bench();
    const tokens = source();
    await tokens.get('reading');
    expect(actingUserId).not.toHaveBeenCalled();
    await tokens.get('writing');
    expect(ask.mock.calls).toEqual([[{ grant_type: 'client_credentials' }], [{ grant_type: 'client_credentials', sub: '4012' }]]);
  });

  it('is used until a minute before its end, and not longer', async () => {
    const { clock, ask, source } = bench();
    const tokens = source();
    await tokens.get('reading');
    clock.now = NOW + 3_600_000 - 60_001;
    expect(await tokens.get('reading')).toBe('token-1');
    clock.now += 1;
    expect(await tokens.get('reading')).toBe('token-2');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('outlives the source that asked for it', async () => {
    const { ask, source } = bench();
    await source().get('writing');
    expect(await source().get('writing')).toBe('token-1');
    expect(ask).toHaveBeenCalledOnce();
  });

  it('that was refused is forgotten, but not the one that came after it', async () => {
    const { source } = bench();
    const tokens = source();
    await tokens.get('reading');
    await tokens.refused('reading', 'token-1');
    expect(await tokens.get('reading')).toBe('token-2');
    await tokens.refused('reading', 'token-1');
    expect(await tokens.get('reading')).toBe('token-2');
  });

  it('is asked for again after a failure', async () => {
    const { ask, source } = bench();
    const tokens = source();
    ask.mockRejectedValueOnce(new AppError('greenhouse/unreachable'));
    await expect(tokens.get('reading')).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    expect(await tokens.get('reading')).toBe('token-1');
  });

  it('asked for afresh is a new one, cached in place of the old', async () => {
    const { source } = bench();
    const tokens = source();
    await tokens.get('reading');
    expect(await tokens.fresh('reading')).toBe('token-2');
    expect(await tokens.get('reading')).toBe('token-2');
  });

  it('is there even when it cannot be kept', async () => {
    const { ask, source, cache } = bench();
    const broken = () => Promise.reject(new Error('quota'));
    Object.assign(cache, { get: broken, set: broken, drop: broken });
    const tokens = source();
    expect(await tokens.get('reading')).toBe('token-1');
    await tokens.refused('reading', 'token-1');
    expect(await tokens.get('reading')).toBe('token-2');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([[{}], [{ access_token: '' }], ['token'], [null]])('is not made of %j', async (answer) => {
    const { ask, source } = bench();
    ask.mockResolvedValueOnce(answer);
    await expect(source().get('reading')).rejects.toMatchObject({ code: 'greenhouse/garbled' });
  });
});

describe('the end of a token', () => {
  const at = (fields: object) => expiryOf({ access_token: 'x', ...fields }, NOW);
  it('is read from either field, and from the duration when both are there', () => {
    expect(at({ expires_at: '2026-11-21T11:04:09Z' })).toBe(Date.UTC(2026, 10, 21, 11, 4, 9));
    expect(at({ expires_in: 1800 })).toBe(NOW + 1_800_000);
    expect(at({ expires_in: '1800' })).toBe(NOW + 1_800_000);
    expect(at({ expires_in: 1800, expires_at: '2020-01-01T00:00:00Z' })).toBe(NOW + 1_800_000);
  });

  it('is an hour away when nothing readable says so', () => {
    expect(at({})).toBe(NOW + 3_600_000);
    expect(at({ expires_at: null, expires_in: null })).toBe(NOW + 3_600_000);
    expect(at({ expires_at: 'tomorrow' })).toBe(NOW + 3_600_000);
  });

  it('is an hour away when it is over already, by a clock that is ahead', () => {
    expect(at({ expires_at: '2026-11-21T08:00:00Z' })).toBe(NOW + 3_600_000);
  });
});
