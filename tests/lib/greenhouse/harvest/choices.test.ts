import { describe, expect, it } from 'vitest';

import { bench } from './bench.ts';

describe('the choices', () => {
  it('are sources, credits, active pools with their stages in order, and tags', async () => {
    const { greenhouse, recruiter } = await bench();
    const choices = await greenhouse.choices(recruiter.id);
    expect(choices.sources).toContainEqual({ id: 71, name: 'GitHub', strategy: 'Prospecting' });
    expect(choices.credits.filter(({ me }) => me)).toMatchObject([{ name: recruiter.name }]);
    expect(choices.credits.length).toBeGreaterThan(5);
    expect(choices.pools.map(({ name, stages }) => [name, stages.map((stage) => stage.name)])).toEqual([
      ['Design community', ['Not contacted', 'Portfolio reviewed']],
      ['Engineering bench', ['Not contacted', 'Contacted', 'In conversation']],
    ]);
    expect(choices.tags).toContain('Silver medalist');
    expect(choices.refused).toEqual([]);
  });

  it('mark nobody as me when the recruiter is no referrer', async () => {
    const { greenhouse } = await bench();
    expect((await greenhouse.choices(4007)).credits.some(({ me }) => me)).toBe(false);
  });

  it('name what was refused, and keep the rest', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.scopes({ without: ['harvest:referrers:list', 'harvest:prospect_pool_stages:list'] });
    const choices = await greenhouse.choices(recruiter.id);
    expect(choices.refused).toEqual(['harvest:prospect_pool_stages:list', 'harvest:referrers:list']);
    expect(choices.credits).toEqual([]);
    expect(choices.pools.map(({ stages }) => stages)).toEqual([[], []]);
    expect(choices.sources.length).toBeGreaterThan(5);
  });

  it('fail as a whole when Greenhouse cannot be reached, rather than looking empty', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.fault({ match: { path: '/v3/sources' }, times: 9, do: 'status', status: 503 });
    await expect(greenhouse.choices(recruiter.id)).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
  });
});
